import type { FrameRate } from '../../time/frameRate.ts'
import type { FoundMarker } from './markerImporter.ts'

/** A clip on a timeline; `end` is the first frame after it. */
export type MusicPiece = {
  readonly start: number
  readonly end: number
  readonly name: string
  readonly note: string
}

/**
 * The pieces as cues: those of one source that lie on several channels, overlap or are at most a second apart are one piece
 * of music, whatever track they lie on, since editors checkerboard. Different sources never join.
 */
export function musicOfPieces(pieces: readonly MusicPiece[], rate: FrameRate): readonly FoundMarker[] {
  const longestGap = Math.round(rate.num / rate.den)
  const open = new Map<string, { start: number; end: number; name: string; note: string }>()
  const cues: { start: number; end: number; name: string; note: string }[] = []
  for (const piece of pieces.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const key = sourceKey(piece.name)
    const last = open.get(key)
    if (last && piece.start - last.end <= longestGap) last.end = Math.max(last.end, piece.end)
    else {
      const cue = { ...piece }
      cues.push(cue)
      open.set(key, cue)
    }
  }
  return cues.map(({ start, end, name, note }) => ({
    frame: start,
    length: end - start,
    name,
    note,
    colour: null,
  }))
}

/** A clip's name without what tells takes, channels and media files of one source apart. */
export function sourceKey(name: string): string {
  let key = name.trim().toUpperCase()
  for (let before = ''; before !== key; ) {
    before = key
    key = key
      .replace(/\.(NEW|COPY|SUB|SYNC)\.\d{1,3}$/, '')
      .replace(/\.(WAV|AIFF?|BWF|MP3|MXF|MOV|M4A|FLAC|CAF)$/, '')
      .replace(/\.[LR]$/, '')
      .trim()
  }
  return key
}
