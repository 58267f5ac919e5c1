import type { FilmFacts } from '../../shared/media/filmFacts.ts'
import type { Problem } from '../../shared/result.ts'
import { type FrameRate, rateName, sameSpeed } from '../../shared/time/frameRate.ts'
import { formatTimecode } from '../../shared/time/timecode.ts'
import type { Counted } from './countFrames.ts'

/** Containers that say how many pictures they hold; others tell it only nearly. */
const counting: ReadonlySet<string> = new Set(['MPEG-4', 'QuickTime', 'MXF'])
/** Frames by which a count that is told only nearly may be wrong. */
const tolerance = 3
/** Seconds by which the length of a sound file's copy may differ. */
const soundTolerance = 0.2

/** A film and what its own index counts, where that was read. */
export type CopySource = {
  readonly name: string
  readonly facts: FilmFacts
  readonly counted: Counted | null
}
/** A copy, probed and counted. */
export type Copy = { readonly name: string; readonly facts: FilmFacts; readonly counted: Counted }

/** What makes a copy no copy of a film, in words; null when every frame has its number. */
export function copyFault(source: CopySource, copy: Copy, rate: FrameRate | null): Problem | null {
  if (!source.facts.picture) return soundFault(source, copy)
  const picture = copy.facts.picture
  if (!picture || !rate) return fault(source, copy, 'a picture', 'sound alone')
  if (!sameSpeed(picture.rate, rate))
    return fault(source, copy, `${rateName(rate)} frames per second`, `${rateName(picture.rate)}`)
  if (picture.isVariableRate) return fault(source, copy, 'a constant rate', 'a rate that changes')
  if (!source.facts.picture.isVariableRate && !isSameCount(source, copy.counted.frames)) {
    return fault(source, copy, `${source.facts.picture.frameCount} frames`, `${copy.counted.frames} frames`)
  }
  return null
}

function isSameCount({ facts, counted }: CopySource, found: number): boolean {
  const told = facts.picture?.frameCount ?? 0
  if (found === told || found === counted?.frames) return true
  return !counting.has(facts.container) && Math.abs(found - told) <= tolerance
}

function soundFault(source: CopySource, copy: Copy): Problem | null {
  const by = Math.abs(source.facts.durationSeconds - copy.facts.durationSeconds)
  if (by <= soundTolerance) return null
  return fault(
    source,
    copy,
    `${source.facts.durationSeconds.toFixed(3)} seconds`,
    `${copy.facts.durationSeconds.toFixed(3)} seconds`,
  )
}

/** What makes a proxy of the user's own unfit: besides the above, another start timecode, where both have one. */
export function proxyFault(source: CopySource, copy: Copy, rate: FrameRate | null): Problem | null {
  const start = source.facts.picture?.startFrame ?? null
  const other = copy.facts.picture?.startFrame ?? null
  if (rate && start !== null && other !== null && start !== other) {
    const [wanted, found] = [formatTimecode(start, rate), formatTimecode(other, rate)]
    return fault(source, copy, `a first frame at ${wanted}`, `one at ${found}`)
  }
  return copyFault(source, copy, rate)
}

function fault({ name }: CopySource, copy: Copy, expected: string, found: string): Problem {
  return {
    message: `${copy.name} is not ${name} frame for frame.`,
    expected,
    found,
    remedy: 'Export a proxy of the same cut, at the same rate and with every frame, H.264 in MP4 or MOV.',
  }
}
