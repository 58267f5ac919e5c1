import { open } from 'node:fs/promises'
import path from 'node:path'
import { type MediaInfo, mediaInfoFactory } from 'mediainfo.js'
import type { FilmPicture, FilmSound, OpenedFilm } from '../../shared/ipc/film.ts'
import { ok, type Problem, type Result, refuse } from '../../shared/result.ts'
import { type FrameRate, makeFrameRate, offeredRates } from '../../shared/time/frameRate.ts'
import { type Frames, frameNearest, frames } from '../../shared/time/frames.ts'
import { parseTimecode } from '../../shared/time/timecode.ts'
import { fileProblem } from '../fileProblem.ts'

/** What the probe finds by reading a film. */
export type Probed = Pick<OpenedFilm, 'container' | 'picture' | 'sound' | 'durationSeconds'>

type Track = Readonly<Record<string, unknown>>

/** Reads a film's containers and streams with MediaInfo: exact rate, start timecode, frames, sound. Never throws. */
export async function probe(file: string): Promise<Result<Probed>> {
  let tracks: readonly Track[]
  try {
    tracks = await readTracks(file)
  } catch (error) {
    return refuse(fileProblem(error, file))
  }
  const general = tracks.find((track) => track['@type'] === 'General')
  const video = tracks.find((track) => track['@type'] === 'Video')
  const audio = tracks.find((track) => track['@type'] === 'Audio')
  const container = text(general?.Format)
  if (numberOf(general?.FileSize) === 0) return refuse(emptyFile(file))
  if (!container || (!video && !audio)) return refuse(notAFilm(file, container, general))
  const picture = video ? pictureOf(video, tracks) : null
  if (picture && !picture.ok) return picture
  return ok({
    container,
    picture: picture?.value ?? null,
    sound: audio ? soundOf(audio) : null,
    durationSeconds: numberOf(general?.Duration) ?? numberOf(audio?.Duration) ?? 0,
  })
}

async function readTracks(file: string): Promise<readonly Track[]> {
  const handle = await open(file, 'r')
  let reader: MediaInfo<'object'> | null = null
  try {
    const { size } = await handle.stat()
    if (size === 0) return [{ '@type': 'General', FileSize: 0 }]
    reader = await mediaInfoFactory({ format: 'object' })
    const found = await reader.analyzeData(size, async (length, offset) => {
      const piece = new Uint8Array(length)
      const { bytesRead } = await handle.read(piece, 0, length, offset)
      return piece.subarray(0, bytesRead)
    })
    return (found.media?.track ?? []) as unknown as readonly Track[]
  } finally {
    reader?.close()
    await handle.close()
  }
}

function pictureOf(video: Track, tracks: readonly Track[]): Result<FilmPicture> {
  const label = tracks.map((track) => text(track.TimeCode_FirstFrame)).find(Boolean) ?? ''
  const rate = rateOf(video, label.includes(';') || /^Yes/.test(text(video.Delay_DropFrame)))
  if (!rate.ok) return rate
  const start = label ? parseTimecode(label, rate.value) : null
  return ok({
    codec: text(video.Format),
    width: numberOf(video.Width) ?? 0,
    height: numberOf(video.Height) ?? 0,
    rate: rate.value,
    isVariableRate: video.FrameRate_Mode === 'VFR',
    frameCount: frameCountOf(video, rate.value),
    startFrame: start?.ok ? start.value : null,
  })
}

/** Pictures in the film; MediaInfo also counts the frames that pass before a picture which begins late. */
function frameCountOf(video: Track, rate: FrameRate): Frames {
  const { extra } = video as { readonly extra?: Track }
  const late = (numberOf(extra?.Source_Delay) ?? 0) / 1000
  const counted = numberOf(video.FrameCount) ?? 0
  return frames(Math.max(0, counted - Math.max(0, frameNearest(late, rate))))
}

function rateOf(video: Track, dropFrame: boolean): Result<FrameRate> {
  const num = numberOf(video.FrameRate_Num)
  const den = numberOf(video.FrameRate_Den)
  const decimal = numberOf(video.FrameRate) ?? 0
  const offered = offeredRates.find((rate) => Math.abs(rate.num / rate.den - decimal) < 0.001)
  const exact = num && den ? { num, den } : (offered ?? { num: Math.round(decimal * 1000), den: 1000 })
  const withDrop = makeFrameRate(exact.num, exact.den, dropFrame)
  return withDrop.ok ? withDrop : makeFrameRate(exact.num, exact.den, false)
}

function soundOf(audio: Track): FilmSound {
  return {
    codec: [text(audio.Format), text(audio.Format_AdditionalFeatures)].filter(Boolean).join(' '),
    channels: numberOf(audio.Channels) ?? 0,
    sampleRate: numberOf(audio.SamplingRate) ?? 0,
  }
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function numberOf(value: unknown): number | undefined {
  const number = typeof value === 'number' ? value : Number.parseFloat(text(value))
  return Number.isFinite(number) ? number : undefined
}

function emptyFile(file: string): Problem {
  return {
    message: `${path.basename(file)} is empty.`,
    expected: 'a film or a sound file',
    found: 'a file of 0 bytes, as an interrupted copy leaves behind',
    remedy: 'Copy the film again from where it came from.',
  }
}

function notAFilm(file: string, container: string, general: Track | undefined): Problem {
  const damaged = Boolean(general?.IsTruncated) || /MPEG-4|QuickTime/.test(container)
  return {
    message: damaged
      ? `${path.basename(file)} is damaged: its list of frames is missing.`
      : `${path.basename(file)} is not a film.`,
    expected: 'a film or a sound file, such as MP4, MOV, WebM or WAV',
    found: container ? `${container} without picture or sound` : 'no kind of media that is known',
    remedy: damaged
      ? 'The export or copy was cut short. Export or copy the film again.'
      : 'Choose the film that was exported from the editing system.',
  }
}
