import { z } from 'zod'
import { usualPattern } from '../delivery/namingPattern.ts'

/** A production or film that was opened before, newest first in the list. */
export const recentSchema = z.strictObject({
  path: z.string(),
  title: z.string(),
  /** ISO 8601 instant. */
  openedAt: z.string(),
})

/** How the cue table is laid out. */
export const cueTableSchema = z.strictObject({
  /** Ids of the columns from left to right, and widths in rem where the user set one; null for the usual ones. */
  columns: z.nullable(
    z.array(z.strictObject({ id: z.string(), width: z.nullable(z.number().min(2).max(60)) })),
  ),
  /** What rows are sorted by, the first before the second; the order of the film when empty. */
  sort: z.array(z.strictObject({ id: z.string(), isDown: z.boolean() })).max(8),
  /** What rows are grouped by. */
  group: z.nullable(z.string()),
})

/** How a delivery is made: which formats with which options, what files are called, and for whom. */
export const deliverySetupSchema = z.strictObject({
  /** Ids of formats. */
  formats: z.array(z.string().max(60)).max(100),
  /** Options by format and by the option's id; what is not there is as the format has it. */
  options: z.record(z.string(), z.record(z.string(), z.union([z.boolean(), z.string().max(200)]))),
  pattern: z.string().min(1).max(300),
  client: z.string().max(200),
})

/** How a delivery is made. */
export type DeliverySetup = Readonly<z.infer<typeof deliverySetupSchema>>

/** Milliseconds; whoever takes longer than this to press a key was not reacting. */
export const longestReaction = 1000

/** What is remembered between runs and is not part of any production. */
export const settingsSchema = z.strictObject({
  theme: z.enum(['dark', 'light']),
  /** Whether O ends the cue after the shown frame (`end` = shown + 1) instead of at it. */
  outIncludesShownFrame: z.boolean(),
  follow: z.enum(['off', 'page', 'centred']),
  /** What the ruler counts in: timecode, feet of 35 or 16 mm film, or frames. */
  rulerUnits: z.enum(['timecode', 'feet35', 'feet16', 'frames']),
  /** Decibels by which the timeline draws the sound taller. */
  waveGain: z.number().min(-12).max(36),
  /** Whether the loudest visible sound reaches the top instead. */
  waveAutoGain: z.boolean(),
  /** What the colours of the overview's cues tell. */
  overviewColour: z.enum(['type', 'diegesis', 'licence']),
  /** Frames that Shift with an arrow key steps. */
  bigStep: z.enum(['5 frames', '10 frames', '1 second']),
  /** How much is played before and after a place when it is played around. */
  preRoll: z.enum(['1 s', '2 s', '3 s', '5 s']),
  postRoll: z.enum(['1 s', '2 s', '3 s', '5 s']),
  /** Whether a type key pressed while playing opens and ends a cue of that type… */
  typeKeysMark: z.boolean(),
  /** …and whether one held while playing marks for as long as it is down. */
  holdToMark: z.boolean(),
  /** Milliseconds from what is seen to the key, by which ins and outs marked while playing are put earlier. */
  reactionIn: z.int().min(0).max(longestReaction),
  reactionOut: z.int().min(0).max(longestReaction),
  /** Pixel sizes of the panes that the user can resize. */
  panes: z.strictObject({ picture: z.number(), timeline: z.number() }),
  /** Whether exported text files begin with a byte-order mark, as spreadsheets want it. */
  byteOrderMark: z.boolean(),
  /** Whether the picture's own window shows timecode and cue. */
  pictureOverlay: z.boolean(),
  /** Whether the timeline shows the picture at the pointer. */
  hoverPictures: z.boolean(),
  /** Whether dragged edges catch on the playhead, on other edges, notes and reel ends. */
  snapping: z.boolean(),
  /** The picture's own window: pixels of the desktop, kept by the main process. */
  picture: z.strictObject({
    isOpen: z.boolean(),
    isFullScreen: z.boolean(),
    bounds: z.nullable(
      z.strictObject({ x: z.number(), y: z.number(), width: z.number(), height: z.number() }),
    ),
  }),
  /** Whether the timeline shows each track of the sound in a lane of its own, and the spectrogram. */
  soundLanes: z.boolean(),
  spectrogram: z.boolean(),
  /** Whether scrubbing and stepping sound. */
  scrubSound: z.boolean(),
  /** The ffmpeg that the user chose in the main process's dialog; null for the one that is found. */
  ffmpeg: z.nullable(z.string()),
  recents: z.array(recentSchema).max(20),
  cueTable: cueTableSchema,
  /** How a licence request is worded, where the user changed that; null for the usual wording. */
  requestLetter: z.nullable(
    z.strictObject({
      subject: z.string().max(1000),
      body: z.string().max(20_000),
      use: z.string().max(10_000),
    }),
  ),
  /** Filters of the cue table that were given a name. */
  savedFilters: z
    .array(z.strictObject({ name: z.string().min(1).max(80), text: z.string().max(2000) }))
    .max(100),
  /** How deliveries are made now, and setups that were given a name, one for each client. */
  delivery: deliverySetupSchema,
  deliveryPresets: z
    .array(z.strictObject({ name: z.string().min(1).max(80), setup: deliverySetupSchema }))
    .max(100),
})

/** The settings. */
export type Settings = Readonly<z.infer<typeof settingsSchema>>
/** An entry of the list of recent productions. */
export type Recent = Readonly<z.infer<typeof recentSchema>>

/** The settings of a first run. */
export const defaultSettings: Settings = {
  theme: 'dark',
  outIncludesShownFrame: false,
  follow: 'page',
  rulerUnits: 'timecode',
  waveGain: 0,
  waveAutoGain: false,
  overviewColour: 'type',
  bigStep: '10 frames',
  preRoll: '2 s',
  postRoll: '2 s',
  typeKeysMark: false,
  holdToMark: false,
  reactionIn: 0,
  reactionOut: 0,
  panes: { picture: 0.56, timeline: 0.5 },
  byteOrderMark: true,
  pictureOverlay: false,
  hoverPictures: true,
  snapping: true,
  picture: { isOpen: false, isFullScreen: false, bounds: null },
  soundLanes: false,
  spectrogram: false,
  scrubSound: true,
  ffmpeg: null,
  recents: [],
  cueTable: { columns: null, sort: [], group: null },
  requestLetter: null,
  savedFilters: [],
  delivery: { formats: ['full-csv'], options: {}, pattern: usualPattern, client: '' },
  deliveryPresets: [],
}
