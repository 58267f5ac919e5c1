import { linesOf } from './markerImporter.ts'

/** An event of an edit decision list, as written. */
export type EdlEvent = {
  /** Line of the file, from 1. */
  readonly line: number
  readonly reel: string
  /** As written: `A`, `A7`, `AA/V`, with channels that an AUD line adds. */
  readonly channels: string
  /** A dissolve or wipe to this event's clip; a number of frames without a letter means one too. */
  readonly isTransition: boolean
  readonly sourceIn: string
  readonly sourceOut: string
  readonly recordIn: string
  readonly recordOut: string
  /** Lines behind the event up to the next one, without blank ones. */
  readonly lines: readonly string[]
}

/** An edit decision list taken apart. */
export type EdlList = {
  readonly title: string
  /** What the first FCM line says; null without one. Later ones describe source tapes. */
  readonly dropFrame: boolean | null
  readonly head: readonly string[]
  readonly events: readonly EdlEvent[]
}

const timecode = '(\\d{1,3}[:;.,]\\d{1,2}[:;.,]\\d{1,2}[:;.,]\\d{1,3})'
/** Number, reel, channels, transition with its numbers, then four timecodes. */
const eventLine = new RegExp(
  `^\\s*(\\d{1,8})\\s+(\\S+)\\s+(\\S+)\\s+((?:[A-Z]\\S*|\\d{3})(?:\\s+[A-Z0-9]{1,4}){0,2})\\s+${timecode}\\s+${timecode}\\s+${timecode}\\s+${timecode}\\s*$`,
)

/** Takes a CMX 3600 list apart; whatever is no event belongs to the event before it. */
export function edlEvents(text: string): EdlList {
  let title = ''
  let dropFrame: boolean | null = null
  const head: string[] = []
  const events: (EdlEvent & { readonly lines: string[] })[] = []
  linesOf(text).forEach((line, index) => {
    const match = line.length < 400 ? eventLine.exec(line) : null
    const fcm = /^\s*FCM:\s*(NON[- ]?)?DROP/i.exec(line)
    if (match) {
      const [
        ,
        ,
        reel = '',
        channels = '',
        transition = '',
        sourceIn = '',
        sourceOut = '',
        recordIn = '',
        recordOut = '',
      ] = match
      const times = { sourceIn, sourceOut, recordIn, recordOut }
      events.push({
        line: index + 1,
        reel,
        channels,
        isTransition: /^(?:D|W|\d)/.test(transition),
        ...times,
        lines: [],
      })
    } else if (fcm) dropFrame ??= fcm[1] === undefined
    else if (/^\s*TITLE:/i.test(line)) title ||= line.replace(/^\s*TITLE:/i, '').trim()
    else if (line.trim() !== '') (events.at(-1)?.lines ?? head).push(line)
  })
  return { title, dropFrame, head, events }
}

/** The text behind a key such as `FROM CLIP NAME:`, with or without an asterisk before it; empty where there is none. */
export function edlComment(lines: readonly string[], key: string): string {
  const wanted = key.toUpperCase()
  for (const line of lines) {
    const bare = line.replace(/^\s*\*\s*/, '')
    if (bare.toUpperCase().startsWith(wanted)) return bare.slice(key.length).trim()
  }
  return ''
}
