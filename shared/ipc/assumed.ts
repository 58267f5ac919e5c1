import { z } from 'zod'
import { framesSchema } from '../model/fields.ts'
import { frameRateSchema } from '../model/production.ts'

/** What an import takes for granted where its file does not say it: the rate and the start of the picture that is open. */
export const assumedSchema = z.strictObject({ rate: frameRateSchema, start: z.nullable(framesSchema) })
