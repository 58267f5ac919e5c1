import { z } from 'zod'
import type { Frames } from '../time/frames.ts'
import type { Id } from './ids.ts'

/** The id of a record, or a reference to one, in the table named. Not `__proto__`, which no table can hold as a key. */
export function idSchema<Table extends string>() {
  const id = z
    .string()
    .min(1)
    .max(100)
    .refine((text) => text !== '__proto__', 'expected another id than __proto__')
  return id as unknown as z.ZodType<Id<Table>>
}

/** A whole number of frames, bounded (some years at any rate) so that sums of a whole programme stay exact. */
export const framesSchema = z.int().min(-10_000_000_000).max(10_000_000_000) as unknown as z.ZodType<Frames>

/** Free text; empty means not given. */
export const textSchema = z.string().max(20_000)

/** A calendar day as ISO 8601, `2026-04-14`; empty means not given. */
export const daySchema = z.string().regex(/^(\d{4}-\d{2}-\d{2})?$/, 'expected a day such as 2026-04-14')

/** A part of a whole in basis points: 10 000 is 100 %. May lie outside 0 to 10 000, which review reports. */
export const basisPointsSchema = z.int()

/** Percent, as exchange files write it, to basis points: 33.34 to 3334. Rounds half up to the nearest point. */
export function basisPointsOfPercent(percent: number): number {
  return Math.round(Number((percent * 100).toFixed(4)))
}
