import type { FilmPicture } from '../../shared/media/filmFacts.ts'
import { ok, type Result } from '../../shared/result.ts'
import { type FrameRate, makeFrameRate, offeredRates, sameSpeed } from '../../shared/time/frameRate.ts'
import { type Frames, frameNearest, frames } from '../../shared/time/frames.ts'
import { parseTimecode } from '../../shared/time/timecode.ts'
import type { PictureTimes } from './probeTimes.ts'
import { numberOf, type Track, textOf, tracksOf } from './probeTracks.ts'

/** A start timecode: its label and the track that carries it. */
type Label = { readonly text: string; readonly track: Track }

/** Codecs as people say them, by MediaInfo's names. */
const spoken: Readonly<Record<string, string>> = {
  AVC: 'H.264',
  HEVC: 'HEVC (H.265)',
  'MPEG-4 Visual': 'MPEG-4 Part 2',
  JPEG: 'Motion JPEG',
}

/** The picture stream as MediaInfo describes it, and as its own times correct it where they were read. */
export function pictureOf(
  video: Track,
  tracks: readonly Track[],
  times: PictureTimes | null,
): Result<FilmPicture> {
  const label = startLabel(video, tracks)
  const dropFrame = label?.text.includes(';') ?? /^Yes/.test(textOf(video.Delay_DropFrame))
  const rate = rateOf(video, times, dropFrame)
  if (!rate.ok) return rate
  return ok({
    codec: textOf(video.Format),
    codecName: codecName(video),
    width: numberOf(video.Width) ?? 0,
    height: numberOf(video.Height) ?? 0,
    rate: rate.value,
    isVariableRate: times ? times.rate === null : video.FrameRate_Mode === 'VFR',
    frameCount: times?.rate ? frames(times.count) : frameCountOf(video, rate.value, times),
    startFrame: label ? startFrameOf(label, rate.value) : null,
  })
}

/** Codec, profile and depth; chroma stands in the profile where it is not 4:2:0. */
function codecName(video: Track): string {
  const format = textOf(video.Format)
  const profile = textOf(video.Format_Profile)
  const depth = numberOf(video.BitDepth) ?? 8
  switch (format) {
    case 'AVC':
      return `${['H.264', profile].filter(Boolean).join(' ')}${depth > 8 ? `, ${depth} bit` : ''}`
    case 'HEVC':
    case 'ProRes':
      return [spoken[format] ?? format, profile].filter(Boolean).join(' ')
    case 'VC-3':
      return /DNxHR/.test(textOf(video.Format_Commercial_IfAny)) ? 'DNxHR (VC-3)' : 'DNxHD (VC-3)'
    case 'MPEG Video':
      return textOf(video.Format_Version) === '1' ? 'MPEG-1' : 'MPEG-2'
    case 'VP9':
    case 'AV1':
      return depth > 8 ? `${format}, ${depth} bit` : format
    default:
      return (spoken[format] ?? format) || 'an unknown codec'
  }
}

/** A timecode track's own label; else that of the picture's stream, unless it is the zero that encoders write unasked. */
function startLabel(video: Track, tracks: readonly Track[]): Label | null {
  const kept = tracksOf(tracks, 'Other').filter((track) => textOf(track.TimeCode_FirstFrame))
  const [track] = kept
  if (track) return { text: textOf(track.TimeCode_FirstFrame), track }
  const text = textOf(video.TimeCode_FirstFrame)
  return text && !/^00:00:00[:;]00$/.test(text) ? { text, track: video } : null
}

/** A timecode track may count at half the picture's rate, as cameras write it at 50 and 59.94. */
function startFrameOf({ text, track }: Label, rate: FrameRate): Frames | null {
  const counted = numberOf(track.FrameRate) ?? rate.num / rate.den
  const each = Math.round(rate.num / rate.den / counted)
  const own = each > 1 ? makeFrameRate(rate.num, rate.den * each, rate.dropFrame) : ok(rate)
  const parsed = own.ok ? parseTimecode(text, own.value) : own
  return parsed.ok ? frames(parsed.value * Math.max(1, each)) : null
}

/** Pictures in the film; MediaInfo also counts the frames that pass before a picture which begins late. */
function frameCountOf(video: Track, rate: FrameRate, times: PictureTimes | null): Frames {
  const { extra } = video as { readonly extra?: Track }
  const late = (numberOf(extra?.Source_Delay) ?? 0) / 1000
  const counted = Math.round(numberOf(video.FrameCount) ?? times?.count ?? 0)
  const stored = numberOf(video.Source_Duration)
  const most = stored === undefined ? counted : frameNearest(stored, rate)
  const count = Math.min(counted - Math.max(0, frameNearest(late, rate)), most)
  return frames(Number.isSafeInteger(count) && count > 0 ? count : 0)
}

function rateOf(video: Track, times: PictureTimes | null, dropFrame: boolean): Result<FrameRate> {
  const named = namedRate(video)
  const measured = times && (times.rate ?? nearestRate(times.mean))
  const isAgreed = named.ok && (!times?.rate || sameSpeed(named.value, times.rate))
  const rate = isAgreed || !measured ? named : ok(measured)
  if (!rate.ok || !dropFrame) return rate
  const withDrop = makeFrameRate(rate.value.num, rate.value.den, true)
  return withDrop.ok ? withDrop : rate
}

function namedRate(video: Track): Result<FrameRate> {
  const num = numberOf(video.FrameRate_Num)
  const den = numberOf(video.FrameRate_Den)
  if (num && den) return makeFrameRate(num, den, false)
  const decimal = numberOf(video.FrameRate) ?? 0
  const offered = offeredRates.find((rate) => Math.abs(rate.num / rate.den - decimal) < 0.001)
  return offered
    ? makeFrameRate(offered.num, offered.den, false)
    : makeFrameRate(Math.round(decimal * 1000), 1000, false)
}

function nearestRate(mean: number): FrameRate | null {
  const made = makeFrameRate(Math.round(mean * 1000), 1000, false)
  return made.ok ? made.value : null
}
