import { columnsPerSecond, missingRanges, type PeakColumns } from '../../shared/peaks/peakColumns.ts'
import type { Problem } from '../../shared/result.ts'

const codecNames: Readonly<Record<string, string>> = {
  ac3: 'AC-3 (Dolby Digital)',
  'ac-3': 'AC-3 (Dolby Digital)',
  eac3: 'E-AC-3 (Dolby Digital Plus)',
  'ec-3': 'E-AC-3 (Dolby Digital Plus)',
  dts: 'DTS',
  alac: 'ALAC (Apple Lossless)',
}

/** The film has a picture only. */
export const noSound: Problem = {
  message: 'This film has no sound track.',
  expected: 'at least one sound track',
  found: 'none',
  remedy: 'Use an export with sound; spotting works without a waveform too.',
}

/** The film's container is none that can be taken apart here. */
export const unknownContainer: Problem = {
  message: 'The sound of this kind of file cannot be analysed.',
  expected: 'MP4, MOV, MKV, WebM, MPEG-TS, WAV, FLAC, MP3, Ogg or AAC',
  found: 'another container',
  remedy: 'Export or rewrap the film as MP4 or MOV.',
}

/** The sound's codec is none that can be decoded here; it is named. */
export function cannotDecode(codec: string): Problem {
  const name = codecNames[codec] ?? codec.toUpperCase()
  return {
    message: `Sound in ${name} cannot be decoded here.`,
    expected: 'AAC, PCM, MP3, FLAC, Opus or Vorbis',
    found: name,
    remedy: 'Make a proxy of the film, or export it with AAC or PCM sound.',
  }
}

/** The file could not be read at all. */
export function unreadableFilm(error: unknown): Problem {
  return {
    message: 'The film cannot be read.',
    expected: 'a whole film file in its place',
    found: String(error),
    remedy: 'Check that the film is still there and plays, then analyse its sound again.',
  }
}

/** Part of the sound is missing from the waveform, and how much. */
export function soundDamaged(columns: PeakColumns, reason: string): Problem {
  const missing = missingRanges(columns)
  const seconds = missing.reduce((sum, { start, end }) => sum + end - start, 0) / columnsPerSecond
  return {
    message: 'Part of the sound could not be analysed.',
    expected: 'sound from beginning to end',
    found: `${seconds.toFixed(1)} seconds missing in ${missing.length} ${missing.length === 1 ? 'place' : 'places'}. ${reason}`,
    remedy: 'The waveform shows what is missing. Check the file, or export it again.',
  }
}

/** The waveform stood beside its sound by so many seconds, and is made anew. */
export function soundDrifted(seconds: number): Problem {
  return {
    message: 'The waveform did not lie where its sound is, and is made anew.',
    expected: 'the same sound at five places of the film',
    found: `sound ${Math.abs(seconds).toFixed(3)} seconds too ${seconds > 0 ? 'late' : 'early'}`,
    remedy:
      'Wait until the sound is read again. If this comes back, export the film again: its sound may have holes.',
  }
}
