import { z } from 'zod'

/** Decibels below which a level is silence, and the most that a level may add. */
export const levelRange = { least: -60, most: 12 } as const

const levelSchema = z.number().min(levelRange.least).max(levelRange.most)

/** What is heard of one channel of a track. */
export const channelStates = ['on', 'muted', 'solo'] as const

/** How one track is heard. */
export const trackMixSchema = z.strictObject({
  isMuted: z.boolean(),
  isSolo: z.boolean(),
  /** Decibels. */
  level: levelSchema,
  /** In the order of the track's channels; those beyond the list are on. */
  channels: z.array(z.enum(channelStates)).max(64),
})

/** How a production is listened to; kept on this machine, not in the document. */
export const mixSchema = z.strictObject({
  /** Place among the film's sound streams of the one that is heard and drawn, from 0. */
  stream: z.int().min(0).max(1000),
  isMuted: z.boolean(),
  /** Decibels of everything together. */
  level: levelSchema,
  /** By the track's key; a track without an entry is heard as it comes. */
  tracks: z
    .record(z.string().max(300), trackMixSchema)
    .refine((tracks) => Object.keys(tracks).length <= 500, 'expected at most 500 tracks'),
})

/** How one track is heard. */
export type TrackMix = Readonly<z.infer<typeof trackMixSchema>>
/** How a production is listened to. */
export type Mix = Readonly<z.infer<typeof mixSchema>>
/** One of `channelStates`. */
export type ChannelState = (typeof channelStates)[number]

/** The first stream at its own level. */
export const plainMix: Mix = { stream: 0, isMuted: false, level: 0, tracks: {} }
