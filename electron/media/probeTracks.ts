import { type MediaInfo, mediaInfoFactory } from 'mediainfo.js'
import type { BlockingFile } from './blockingFile.ts'

/** What MediaInfo says of a file as a whole or of one of its streams. */
export type Track = Readonly<Record<string, unknown>>

/** Reads a file with MediaInfo. Throws what the disk or MediaInfo throws. */
export async function readTracks(file: BlockingFile): Promise<readonly Track[]> {
  const reader: MediaInfo<'object'> = await mediaInfoFactory({ format: 'object' })
  try {
    const found = await reader.analyzeData(file.size, (length, offset) => file.read(offset, length))
    return (found.media?.track ?? []) as unknown as readonly Track[]
  } finally {
    reader.close()
  }
}

/** Tracks of a kind: General, Video, Audio, Other. */
export function tracksOf(tracks: readonly Track[], kind: string): readonly Track[] {
  return tracks.filter((track) => track['@type'] === kind)
}

/** A text of MediaInfo's; empty where it says nothing. Of two that it found for one thing, the first. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? (value.split(' / ')[0] ?? '') : ''
}

/** A number of MediaInfo's, which it writes in both ways. */
export function numberOf(value: unknown): number | undefined {
  const number = typeof value === 'number' ? value : Number.parseFloat(textOf(value))
  return Number.isFinite(number) ? number : undefined
}
