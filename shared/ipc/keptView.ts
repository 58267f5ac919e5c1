import { z } from 'zod'

/** The places of the window: where music is spotted, where it is licensed, and where it is handed over. */
export const rooms = ['spot', 'rights', 'deliver'] as const
/** One of `rooms`. */
export type Room = (typeof rooms)[number]

const id = z.string().min(1).max(100)

/** Where an editor was in a production; kept on this machine, not in the document. */
export const keptViewSchema = z.strictObject({
  /** The reel and the timecode frame of the playhead; null without reels. */
  place: z.nullable(z.strictObject({ reel: id, frame: z.int() })),
  selection: z.array(id).max(20_000),
  /** A note or a segment that is selected. */
  picked: z.nullable(z.strictObject({ table: z.enum(['notes', 'segments']), id })),
  /** The axis frame at the left edge, CSS px per frame, and the CSS px that showed. */
  timeline: z.strictObject({
    first: z.number(),
    pixelsPerFrame: z.number().positive(),
    width: z.number().positive(),
  }),
  panel: z.enum(['cues', 'review', 'numbers', 'history', 'bin']),
  isMixOpen: z.boolean(),
  /** The place that the window showed; views that were kept before there were places have none. */
  room: z.enum(rooms).default('spot'),
  /** CSS px by which the lists are scrolled. */
  scroll: z.strictObject({ cues: z.number().min(0), review: z.number().min(0) }),
})

/** Where an editor was in a production. */
export type KeptView = Readonly<z.infer<typeof keptViewSchema>>
