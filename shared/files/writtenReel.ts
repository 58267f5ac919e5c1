import { z } from 'zod'
import { textSchema } from '../model/fields.ts'
import { mediaSchema, reelSchema, stemSchema } from '../model/production.ts'

/** Where a file lies from the folder of the production's file, with `/` between folders; empty where that is not known. */
const relative = { relative: textSchema }

/** A reel as the production file holds it: as in the document, with `relative` beside each path. */
export const writtenReelSchema = reelSchema.extend({
  media: z.nullable(
    mediaSchema.extend({
      ...relative,
      proxy: z.nullable(mediaSchema.shape.proxy.unwrap().extend(relative)),
    }),
  ),
  stems: z.array(stemSchema.extend(relative)),
})
