import { z } from 'zod'
import { type DeliveryRecord, deliveryDetailsSchema } from '../delivery/deliveryRecord.ts'
import type { Problem } from '../result.ts'

const folder = z.string().min(1).max(4096)
/** A name without a folder, as every file system takes it. */
const fileName = z
  .string()
  .min(1)
  .max(260)
  .regex(/^[^\p{Cc}\\/:*?"<>|]+$/u)
  .refine((name) => name !== '.' && name !== '..')

/** Files that are about to be written into a folder. */
export const presentFilesSchema = z.strictObject({ folder, names: z.array(fileName).max(200) })

const textData = z.strictObject({ kind: z.literal('text'), text: z.string().max(200_000_000) })
const bytesData = z.strictObject({
  kind: z.literal('bytes'),
  bytes: z.instanceof(Uint8Array).refine((bytes) => bytes.length <= 500_000_000),
})
const pagesData = z.strictObject({
  kind: z.literal('pages'),
  html: z.string().max(200_000_000),
  footer: z.string().max(100_000),
  paper: z.enum(['a4', 'letter']),
})

/** What goes into a file: finished text or bytes, or pages that are still to be printed. */
export const deliveredDataSchema = z.discriminatedUnion('kind', [textData, bytesData, pagesData])

/** A finished file on its way into a folder; one that is there is replaced only if the user was asked. */
export const writtenFileSchema = z.strictObject({
  folder,
  name: fileName,
  data: deliveredDataSchema,
  replaces: z.boolean(),
})

/** A delivery that was made. */
export const madeDeliverySchema = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/),
  details: deliveryDetailsSchema,
  /** A recorded sheet as JSON; it is checked by the service that keeps it. */
  sheet: z.string().max(200_000_000),
})

/** Names the record of a delivery. */
export const deliveryNameSchema = z
  .string()
  .max(60)
  .regex(/^[0-9]{8}T[0-9]{9}Z-[0-9a-f]{8}\.json$/)

/** What became of a file. */
export type WrittenFile = { readonly size: number; readonly sha256: string }

/** A delivery as the list of past ones shows it. */
export type PastDelivery = Pick<DeliveryRecord, 'at' | 'by' | 'details'> & {
  readonly name: string
  /** Rows of the sheet. */
  readonly rows: number
}

/** The deliveries of a production, the latest first, and what is wrong with records that cannot be read. */
export type PastDeliveries = {
  readonly deliveries: readonly PastDelivery[]
  readonly problems: readonly Problem[]
}
