import { z } from 'zod'
import { frameRateSchema } from '../model/production.ts'

/** What is written down beside a prepared copy of a film; a copy of another size is not the one that was made. */
export const copyNoteSchema = z.strictObject({
  /** Size of the copy in bytes. */
  size: z.int(),
  width: z.int(),
  height: z.int(),
  rate: frameRateSchema,
  frameCount: z.int().min(0),
  soundCount: z.int().min(0),
})
