import { z } from 'zod'
import { daySchema, idSchema, textSchema } from './fields.ts'
import type { Finding, FindingPlace } from './finding.ts'
import { licenceSides } from './licence.ts'

/**
 * A finding that somebody has looked at and lets stand. What it names may be gone from the production, and back again after an
 * undo, so its ids are not references that must lead to a record.
 */
export const ignoredSchema = z.strictObject({
  id: idSchema<'ignored'>(),
  rule: z.string().min(1).max(20),
  cue: z.nullable(idSchema<'cues'>()),
  /** The other cue or licence of the finding. */
  other: z.nullable(z.string().max(100)),
  licence: z.nullable(idSchema<'licences'>()),
  party: z.nullable(idSchema<'parties'>()),
  side: z.nullable(z.enum(licenceSides)),
  field: textSchema,
  /** Why it may stand; never blank. */
  reason: textSchema.refine((text) => text.trim() !== '', 'expected a reason'),
  /** The day on which it was decided. */
  day: daySchema,
})

/** An ignored finding. */
export type Ignored = Readonly<z.infer<typeof ignoredSchema>>

/** A finding that is ignored, with the record that says why. */
export type IgnoredFinding = { readonly finding: Finding; readonly ignored: Ignored }

/** What an ignored finding is about, in the shape in which a Finding says it. */
export function placeOfIgnored(ignored: Ignored): FindingPlace {
  const { rule, cue, other, licence, party, side, field } = ignored
  return {
    rule,
    ...(cue === null ? {} : { cue }),
    ...(other === null ? {} : { other: other as NonNullable<FindingPlace['other']> }),
    ...(licence === null ? {} : { licence }),
    ...(party === null ? {} : { party }),
    ...(side === null ? {} : { side }),
    ...(field === '' ? {} : { field }),
  }
}
