import { z } from 'zod'

/** A production or film that was opened before, newest first in the list. */
export const recentSchema = z.strictObject({
  path: z.string(),
  title: z.string(),
  /** ISO 8601 instant. */
  openedAt: z.string(),
})

/** What is remembered between runs and is not part of any production. */
export const settingsSchema = z.strictObject({
  theme: z.enum(['dark', 'light']),
  /** Whether O ends the cue after the shown frame (`end` = shown + 1) instead of at it. */
  outIncludesShownFrame: z.boolean(),
  follow: z.enum(['off', 'page', 'centred']),
  /** Frames that Shift with an arrow key steps. */
  bigStep: z.enum(['5 frames', '10 frames', '1 second']),
  /** Pixel sizes of the panes that the user can resize. */
  panes: z.strictObject({ picture: z.number(), timeline: z.number() }),
  /** Whether exported text files begin with a byte-order mark, as spreadsheets want it. */
  byteOrderMark: z.boolean(),
  recents: z.array(recentSchema).max(20),
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
  bigStep: '10 frames',
  panes: { picture: 0.56, timeline: 0.5 },
  byteOrderMark: true,
  recents: [],
}
