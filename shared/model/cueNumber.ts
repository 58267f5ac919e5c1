import type { Frames } from '../time/frames.ts'
import type { Cue } from './cue.ts'
import { type ProductionDocument, recordsOf } from './document.ts'
import type { ReelId } from './ids.ts'
import { compareText } from './naturalOrder.ts'

/*
 * A number is `head m running letters`: 1m04, 2m05s, 205m01, 4m11b. Numbers never change by themselves, so a cue that
 * comes between two numbered cues takes the running number of the one before it and a letter; only a cue behind all
 * others takes a new running number, and that runs on over the reels so that no two cues share one.
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
  const match = /^([^\s]{0,20}?)m(\d{1,9})([a-z]{0,9})$/i.exec(number.trim())
  if (!match) return null
  const [, head = '', running = '', letters = ''] = match
  return { head, running: Number(running), letters: letters.toLowerCase() }
}

type NumberedCue = CueNumberParts & { readonly reel: ReelId; readonly order: number; readonly start: number }

/** A number for a new cue that starts at a timecode frame on a reel; no other cue has it. Existing numbers stay. */
export function nextCueNumber(document: ProductionDocument, reel: ReelId, start: Frames): string {
  const numbered = numberedCues(document)
  const order = document.reels[reel]?.order ?? 0
  const isBefore = (cue: NumberedCue) => cue.order < order || (cue.order === order && cue.start <= start)
  const previous = numbered.findLast(isBefore)
  const following = numbered.find((cue) => !isBefore(cue))
  const neighbour = [previous, following].find((cue) => cue?.reel === reel)
  const head = neighbour?.head ?? firstHead(document, reel)
  const taken = new Set(recordsOf(document, 'cues').map((cue) => cue.number.toLowerCase()))
  const free = (number: string) => !taken.has(number.toLowerCase())
  if (following) {
    const base = `${head}m${twoDigits(previous?.running ?? 0)}`
    if (!previous && free(base)) return base
    return `${base}${freeLetters((letters) => free(base + letters))}`
  }
  let running = highestRunning(document) + 1
  while (!free(`${head}m${twoDigits(running)}`)) running++
  return `${head}m${twoDigits(running)}`
}

function highestRunning(document: ProductionDocument): number {
  const numbers = recordsOf(document, 'cues').map((cue) => parseCueNumber(cue.number)?.running ?? 0)
  return numbers.reduce((highest, running) => Math.max(highest, running), 0)
}

/** Cues whose number follows the pattern and whose start can be read, in programme order. */
function numberedCues(document: ProductionDocument): readonly NumberedCue[] {
  const found: NumberedCue[] = []
  for (const cue of recordsOf(document, 'cues')) {
    const parts = parseCueNumber(cue.number)
    const place = startOf(cue)
    const reel = place && document.reels[place.reel]
    if (parts && reel) found.push({ ...parts, reel: reel.id, order: reel.order, start: place.start })
  }
  return found.sort(
    (a, b) =>
      a.order - b.order ||
      a.start - b.start ||
      a.running - b.running ||
      a.letters.length - b.letters.length ||
      compareText(a.letters, b.letters),
  )
}

function startOf(cue: Cue): { readonly reel: ReelId; readonly start: number } | null {
  const first = cue.spans[0]
  return first && typeof first.start === 'number' ? { reel: first.reel, start: first.start } : null
}

/** What stands before the m while no cue of the reel shows it: the episode of a series, else the reel's place. */
function firstHead(document: ProductionDocument, reel: ReelId): string {
  const { category, seasonNumber, episodeNumber } = document.production
  const isSeries = category === 'Series' || category === 'Broadcast Series' || category === 'Reality'
  if (isSeries && /^[0-9a-z]{1,12}$/i.test(episodeNumber)) {
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
