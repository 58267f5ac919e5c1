import type { OpenedFilm } from '../../shared/ipc/film.ts'
import { type NamedFile, sizeInIdentity } from '../../shared/model/namedFiles.ts'
import { type FrameRate, rateName, sameSpeed } from '../../shared/time/frameRate.ts'
import { formatSignedTimecode, formatTimecode } from '../../shared/time/timecode.ts'
import { sizeText } from '../film/filmWords.ts'
import { framesOfFilm, rateOfFilm } from '../store/filmProduction.ts'

/** What one file has otherwise than the one that was spotted. */
export type Difference = {
  readonly what: 'Length' | 'Rate' | 'Starts at' | 'Picture' | 'Sound' | 'Size'
  readonly expected: string
  readonly found: string
}

/** In what a file differs from the film, proxy or stem that was spotted, as far as that is known of it. */
export function filmDifferences(
  { kind, identity, reel }: Pick<NamedFile, 'kind' | 'identity' | 'reel'>,
  film: OpenedFilm,
  rate: FrameRate,
): readonly Difference[] {
  const { media } = reel
  const told: (Difference | null)[] = []
  if (kind !== 'stem' && media) {
    const count = framesOfFilm(film, rate)
    const own = rateOfFilm(film)
    const start = film.picture?.startFrame ?? null
    told.push(
      own && !sameSpeed(own, rate)
        ? { what: 'Rate', expected: `${rateName(rate)} fps`, found: `${rateName(own)} fps` }
        : null,
      count === media.frameCount
        ? null
        : {
            what: 'Length',
            expected: `${formatSignedTimecode(media.frameCount, rate)}, ${media.frameCount} frames`,
            found: `${formatSignedTimecode(count, rate)}, ${count} frames`,
          },
      start === null || start === media.startFrame
        ? null
        : {
            what: 'Starts at',
            expected: formatTimecode(media.startFrame, rate),
            found: formatTimecode(start, rate),
          },
      has('Picture', media.hasPicture, film.picture !== null),
      kind === 'film' ? has('Sound', media.hasSound, film.sounds.length > 0) : null,
    )
  }
  if (kind === 'stem') told.push(has('Sound', true, film.sounds.length > 0))
  const size = sizeInIdentity(identity)
  if (size !== null && size !== film.size)
    told.push({ what: 'Size', expected: exactSize(size), found: exactSize(film.size) })
  return told.filter((difference) => difference !== null)
}

/** Whether differences are those of another cut: the marks would stand on other pictures. */
export function isOtherCut(differences: readonly Difference[]): boolean {
  return differences.some(({ what }) => what === 'Length' || what === 'Rate' || what === 'Starts at')
}

function has(what: 'Picture' | 'Sound', expected: boolean, found: boolean): Difference | null {
  const word = what.toLowerCase()
  if (expected === found) return null
  return { what, expected: expected ? `a ${word}` : `no ${word}`, found: found ? `a ${word}` : `no ${word}` }
}

function exactSize(bytes: number): string {
  return `${sizeText(bytes)} (${bytes.toLocaleString('en-GB')} bytes)`
}
