import { z } from 'zod'
import { ok, type Result, refuse } from '../result.ts'
import type { RecordedSheet } from './recordedSheet.ts'

const words = z.record(z.string(), z.string())

/** The rows and the header as they were delivered. */
const recordedSheetSchema = z.strictObject({
  header: words,
  rows: z.array(z.strictObject({ cue: z.string().max(100), words })).max(100_000),
})

/** A file that was written. */
export const deliveredFileSchema = z.strictObject({
  /** The exporter's id. */
  format: z.string().max(60),
  name: z.string().max(260),
  /** Bytes. */
  size: z.int().min(0),
  /** SHA-256 of its content in hexadecimal. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})

/** What a delivery was, as the window tells it. */
export const deliveryDetailsSchema = z.strictObject({
  title: z.string().max(2000),
  /** Who prepared the sheet, as its header says; empty where it does not. */
  preparedBy: z.string().max(2000),
  client: z.string().max(200),
  folder: z.string().max(4096),
  /** Whether review found errors. */
  isDraft: z.boolean(),
  files: z.array(deliveredFileSchema).min(1).max(200),
})

const version = 1

const recordSchema = z.strictObject({
  needledropDelivery: z.literal(version),
  /** The production's id. */
  production: z.string().max(64),
  /** ISO 8601 instant. */
  at: z.iso.datetime(),
  /** Who was logged in, and where. */
  by: z.strictObject({ user: z.string(), machine: z.string() }),
  details: deliveryDetailsSchema,
  sheet: recordedSheetSchema,
})

/** What a delivery was. */
export type DeliveryDetails = Readonly<z.infer<typeof deliveryDetailsSchema>>
/** A file that was written. */
export type DeliveredFile = DeliveryDetails['files'][number]
/** The record of a delivery. */
export type DeliveryRecord = Readonly<Omit<z.infer<typeof recordSchema>, 'needledropDelivery' | 'sheet'>> & {
  readonly sheet: RecordedSheet
}

/** The text under which a record is kept. */
export function deliveryText(record: DeliveryRecord): string {
  return `${JSON.stringify({ needledropDelivery: version, ...record }, null, 1)}\n`
}

/** Reads a record; `name` is what its file is called. */
export function readDelivery(text: string, name: string): Result<DeliveryRecord> {
  const parsed = recordSchema.safeParse(parsedJson(text))
  if (parsed.success) {
    const { needledropDelivery: _, ...record } = parsed.data
    return ok(record)
  }
  return refuse({
    message: `The record of a delivery, ${name}, cannot be read.`,
    expected: 'a record as this Needledrop writes it',
    found: text.trim() === '' ? 'an empty file' : (parsed.error.issues[0]?.message ?? 'something else'),
    remedy:
      'The files that were delivered are not touched by this. Put the record back from a backup, if there is one.',
  })
}

/** Reads a sheet in words that the window sends as JSON. */
export function readRecordedSheet(text: string): Result<RecordedSheet> {
  const parsed = recordedSheetSchema.safeParse(parsedJson(text))
  if (parsed.success) return ok(parsed.data)
  return refuse({
    message: 'The record of the delivery could not be kept.',
    expected: 'the rows of the sheet',
    found: parsed.error.issues[0]?.message ?? 'something else',
    remedy: 'This is a fault in Needledrop. The delivered files are whole.',
  })
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
