import type { ProductionDocument } from '../model/document.ts'
import type { ReelId } from '../model/ids.ts'
import type { Instant, Reel, Stem } from '../model/production.ts'
import { ok, type Result, refuse } from '../result.ts'
import type { FrameRate } from '../time/frameRate.ts'
import { type Frames, samplesBefore } from '../time/frames.ts'
import type { Edit } from './edit.ts'
import { findRecord, putRecord } from './putRecord.ts'
import { reelOrigin } from './reelShift.ts'

/** What a sound file says of where and how long it is. */
export type StemFacts = {
  /** Broadcast Wave's time reference. */
  readonly timeReference: Instant | null
  /** Start timecode in frames of the production. */
  readonly startFrame: Frames | null
  readonly sampleRate: number
  readonly durationSeconds: number
}

/** Where a stem stands, and what said so. */
export type StemPlace = { readonly start: Instant; readonly by: 'time reference' | 'timecode' | 'reel' }

/**
 * Where a stem belongs on a reel: where its time reference or its timecode puts it, if any of it is then heard with the
 * reel, since many programs write a reference of 0; else at the reel's first frame.
 */
export function stemPlace(facts: StemFacts, reel: Reel, rate: FrameRate): StemPlace {
  const { timeReference, startFrame, sampleRate, durationSeconds } = facts
  const atFrame = (frame: Frames): Instant => ({
    samples: samplesBefore(frame, rate, sampleRate),
    sampleRate,
  })
  if (timeReference && isHeardWith(reel, rate, timeReference, durationSeconds)) {
    return { start: timeReference, by: 'time reference' }
  }
  if (startFrame !== null && isHeardWith(reel, rate, atFrame(startFrame), durationSeconds)) {
    return { start: atFrame(startFrame), by: 'timecode' }
  }
  return { start: atFrame(reelOrigin(reel)), by: 'reel' }
}

/** Seconds from the first frame of the reel's file to the stem's first sample; negative for one that begins earlier. */
export function stemOffset(start: Instant, reel: Reel, rate: FrameRate): number {
  return (start.samples - samplesBefore(reelOrigin(reel), rate, start.sampleRate)) / start.sampleRate
}

function isHeardWith(reel: Reel, rate: FrameRate, start: Instant, seconds: number): boolean {
  const offset = stemOffset(start, reel, rate)
  const length = reel.media?.frameCount ?? reel.programme.end - reel.programme.start
  return offset + seconds > 0 && offset < (length * rate.den) / rate.num
}

/** Adds stems to a reel, behind those that it has. */
export function attachStems(id: ReelId, stems: readonly Stem[]): Edit {
  return {
    label: stems.length === 1 ? 'Attach stem' : `Attach ${stems.length} stems`,
    run: (document) => withStems(document, id, (present) => ok([...present, ...stems])),
  }
}

/** Puts the first sample of a reel's stem, the first being 0, at another instant. */
export function moveStem(id: ReelId, index: number, start: Instant): Edit {
  return {
    label: 'Move stem',
    run: (document) => changeStem(document, id, index, (stem) => [{ ...stem, start }]),
  }
}

/** Gives a stem another name. */
export function renameStem(id: ReelId, index: number, label: string): Edit {
  return {
    label: 'Rename stem',
    run: (document) => changeStem(document, id, index, (stem) => [{ ...stem, label }]),
  }
}

/** Takes a stem off a reel. Its file stays where it is. */
export function removeStem(id: ReelId, index: number): Edit {
  return { label: 'Remove stem', run: (document) => changeStem(document, id, index, () => []) }
}

function changeStem(
  document: ProductionDocument,
  id: ReelId,
  index: number,
  change: (stem: Stem) => readonly Stem[],
): Result<ProductionDocument> {
  return withStems(document, id, (stems) => {
    const stem = stems[index]
    return stem ? ok(stems.toSpliced(index, 1, ...change(stem))) : refuse(noSuchStem(stems.length))
  })
}

function withStems(
  document: ProductionDocument,
  id: ReelId,
  change: (stems: readonly Stem[]) => Result<Stem[]>,
): Result<ProductionDocument> {
  const reel = findRecord(document, 'reels', id)
  if (!reel.ok) return reel
  const stems = change(reel.value.stems)
  return stems.ok ? putRecord(document, 'reels', { ...reel.value, stems: stems.value }) : stems
}

function noSuchStem(count: number) {
  return {
    message: 'This stem is no longer on its reel.',
    expected: 'one of the reel’s stems',
    found: `${count} others`,
    remedy: 'Undo its removal, or choose another.',
  }
}

const stemTokens: readonly (readonly [label: string, token: RegExp])[] = [
  ['DX', /^(dx|dia|dialog|dialogue|dial|vox)$/i],
  ['MX', /^(mx|mus|music|score)$/i],
  ['FX', /^(fx|sfx|effects|efx)$/i],
  ['M&E', /^(me|m&e|m\+e)$/i],
  ['FOLEY', /^(foley|fol)$/i],
  ['BG', /^(bg|bgs|amb|ambience|atmos)$/i],
  ['MIX', /^(mix|fullmix|printmaster|master)$/i],
]

/** What a stem is called: the kind that its file's name tells, else the name without its ending. */
export function stemLabel(fileName: string): string {
  const name = fileName.replace(/\.[^.]+$/, '')
  const words = name.split(/[\s_.-]+/).toReversed()
  for (const word of words) {
    const found = stemTokens.find(([, token]) => token.test(word))
    if (found) return found[0]
  }
  return name
}
