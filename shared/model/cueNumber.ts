import type { Frames } from '../time/frames.ts'
import type { Cue } from './cue.ts'
import { type ProductionDocument, recordsOf } from './document.ts'
import type { ReelId } from './ids.ts'
import { compareText } from './naturalOrder.ts'

/*
 * A number is `head m running letters`: 1m04, 2m05s, 205m01, 4m11b; a source cue may have s for m. The head begins with the production's
 * prefix. Numbers never change by themselves, so a cue that
 * comes between two numbered cues takes the running number of the one before it and a letter; only a cue behind all
 * others takes a new running number, and that runs on over the reels so that no two cues share one, unless the production
 * begins anew on each reel.
 */

/** The parts of a cue number that follows the pattern. */
export type CueNumberParts = {
  /** What stands before the m: the reel, or season and episode. */
  readonly head: string
  readonly running: number
  readonly letters: string
}

/** The parts of a number, or null for one that follows no pattern. */
export function parseCueNumber(number: string): CueNumberParts | null {
  const match = /^([^\s]{0,40}?)[ms](\d{1,9})([a-z]{0,9})$/i.exec(number.trim())
  if (!match) return null
  const [, head = '', running = '', letters = ''] = match
  return { head, running: Number(running), letters: letters.toLowerCase() }
}

type NumberedCue = CueNumberParts & { readonly reel: ReelId; readonly order: number; readonly start: number }

/** What is read off a cue's number, once for each cue. */
type ReadNumber = { readonly parts: CueNumberParts | null; readonly folded: string }

const readNumbers = new WeakMap<Cue, ReadNumber>()

function readNumber(cue: Cue): ReadNumber {
  const known = readNumbers.get(cue)
  if (known) return known
  const read = { parts: parseCueNumber(cue.number), folded: cue.number.toLowerCase() }
  readNumbers.set(cue, read)
  return read
}

/** The parts of a cue's number, or null where it follows no pattern; read once for each cue. */
export function cueNumberParts(cue: Cue): CueNumberParts | null {
  return readNumber(cue).parts
}

/** A number for a new cue that starts at a timecode frame on a reel; no other cue has it. Existing numbers stay. */
export function nextCueNumber(document: ProductionDocument, reel: ReelId, start: Frames): string {
  const { numbering } = document.production
  const cues = recordsOf(document, 'cues')
  const counted = numbering.restartsPerReel ? cues.filter((cue) => startOf(cue)?.reel === reel) : cues
  const { previous, following } = neighbours(document, counted, reel, start)
  const neighbour = [previous, following].find((cue) => cue?.reel === reel)
  const head = neighbour?.head ?? numberHead(document, reel)
  const free = freeNumbers(cues)
  const digits = Math.max(numbering.digits, counted.length > 99 ? 3 : 1)
  const numbered = (running: number) => `${head}m${String(running).padStart(digits, '0')}`
  if (following) {
    const base = numbered(previous?.running ?? 0)
    if (!previous && free(base)) return base
    return `${base}${freeLetters((letters) => free(base + letters))}`
  }
  let running = highestRunning(counted) + 1
  while (!free(numbered(running))) running++
  return numbered(running)
}

/** What the production's numbering puts before the m of a reel's cues: its prefix, and the reel or the episode. */
export function numberHead(document: ProductionDocument, reel: ReelId): string {
  return `${document.production.numbering.prefix}${firstHead(document, reel)}`
}

/** A number with the first free letter behind it, for one that another cue has; `1m03s` gives `1m03sa`. */
export function freeLetteredNumber(document: ProductionDocument, number: string): string {
  const base = number.trim()
  const free = freeNumbers(recordsOf(document, 'cues'))
  return base + freeLetters((letters) => free(base + letters))
}

/**
 * Whether a number stands against the order of another that comes before it in the programme: a lower running number, or the
 * same with a lower letter. The s of a source cue does not count.
 */
export function runsBackwards(before: CueNumberParts, after: CueNumberParts): boolean {
  if (before.running !== after.running) return after.running < before.running
  const [left, right] = [before.letters.replace(/s$/, ''), after.letters.replace(/s$/, '')]
  return (right.length - left.length || compareText(right, left)) < 0
}

function freeNumbers(cues: readonly Cue[]): (number: string) => boolean {
  const taken = new Set(cues.map((cue) => readNumber(cue).folded))
  return (number) => !taken.has(number.toLowerCase())
}

function highestRunning(cues: readonly Cue[]): number {
  return cues.reduce((highest, cue) => Math.max(highest, readNumber(cue).parts?.running ?? 0), 0)
}

type Neighbours = { readonly previous: NumberedCue | null; readonly following: NumberedCue | null }

/** Of the cues whose number follows the pattern and whose start can be read, the last up to a place and the first after it. */
function neighbours(
  document: ProductionDocument,
  cues: readonly Cue[],
  reel: ReelId,
  start: Frames,
): Neighbours {
  const order = document.reels[reel]?.order ?? 0
  let previous: NumberedCue | null = null
  let following: NumberedCue | null = null
  for (const cue of cues) {
    const { parts } = readNumber(cue)
    const place = parts && startOf(cue)
    const on = place && document.reels[place.reel]
    if (!on) continue
    const numbered = { ...parts, reel: on.id, order: on.order, start: place.start }
    const isBefore = on.order < order || (on.order === order && place.start <= start)
    if (isBefore && (!previous || compareNumbered(numbered, previous) >= 0)) previous = numbered
    if (!isBefore && (!following || compareNumbered(numbered, following) < 0)) following = numbered
  }
  return { previous, following }
}

function compareNumbered(a: NumberedCue, b: NumberedCue): number {
  return (
    a.order - b.order ||
    a.start - b.start ||
    a.running - b.running ||
    a.letters.length - b.letters.length ||
    compareText(a.letters, b.letters)
  )
}

function startOf(cue: Cue): { readonly reel: ReelId; readonly start: number } | null {
  const first = cue.spans[0]
  return first && typeof first.start === 'number' ? { reel: first.reel, start: first.start } : null
}

/** What stands before the m while no cue of the reel shows it: the episode of a series, else the reel's place. */
function firstHead(document: ProductionDocument, reel: ReelId): string {
  const { category, seasonNumber, episodeNumber, numbering } = document.production
  if (numbering.head === 'none') return ''
  const isSeries = category === 'Series' || category === 'Broadcast Series' || category === 'Reality'
  const wantsEpisode = numbering.head === 'episode' || (numbering.head === 'automatic' && isSeries)
  if (wantsEpisode && /^[0-9a-z]{1,12}$/i.test(episodeNumber)) {
    const needsSeason = /^\d{1,2}$/.test(episodeNumber) && /^\d{1,2}$/.test(seasonNumber)
    return needsSeason ? `${seasonNumber}${twoDigits(Number(episodeNumber))}` : episodeNumber
  }
  const reels = recordsOf(document, 'reels').toSorted((a, b) => a.order - b.order)
  return String(
    Math.max(
      0,
      reels.findIndex((record) => record.id === reel),
    ) + 1,
  )
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}

/** The first free of a, b … z, za, zb … without s, which marks a source cue: 1m03s. */
function freeLetters(isFree: (letters: string) => boolean): string {
  const alphabet = 'abcdefghijklmnopqrtuvwxyz'
  for (let lead = ''; ; lead += 'z') {
    for (const letter of alphabet) if (isFree(lead + letter)) return lead + letter
  }
}
