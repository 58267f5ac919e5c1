import type { FilmFacts, FilmSound } from '../../shared/media/filmFacts.ts'
import type { FrameRate } from '../../shared/time/frameRate.ts'
import { fileArgument, inputArguments } from './ffmpeg.ts'
import { ticksPerSecond } from './ticksPerSecond.ts'

/** Encoders of H.264, the best first, with what asks each for a proxy's quality. */
export const proxyEncoders: readonly { readonly name: string; readonly quality: readonly string[] }[] = [
  { name: 'libx264', quality: ['-preset', 'veryfast', '-crf', '23'] },
  { name: 'h264_videotoolbox', quality: ['-b:v', '3M'] },
  { name: 'h264_mf', quality: ['-b:v', '3M'] },
  { name: 'libopenh264', quality: ['-b:v', '3M'] },
]

/** Pixels of a proxy's width; a smaller film keeps its own. */
const widest = 960
/** Channels beyond which AAC has no layout: such a stream stays PCM. */
const mostAacChannels = 8

/** How a film is encoded by ffmpeg. */
export type ProxyOrder = {
  readonly facts: FilmFacts
  readonly source: string
  readonly target: string
  readonly rate: FrameRate
  readonly encoder: (typeof proxyEncoders)[number]
  /** Sound streams that ffmpeg cannot decode; silence stands in for them, so that the others keep their places. */
  readonly silent: ReadonlySet<number>
}

/** The arguments that make a proxy: small H.264 that seeks fast, every sound stream in order, the same frames. */
export function proxyArguments(order: ProxyOrder): readonly string[] {
  const { facts, source, rate, encoder, silent } = order
  const narrow = `min(${widest}\\,iw*sar)`
  const scale = `scale=w=trunc(${narrow}/2)*2:h=trunc(${narrow}*ih/(iw*sar)/2)*2,setsar=1`
  const ticks = ticksPerSecond(rate)
  const sounds = facts.sounds.filter(({ index }) => !silent.has(index))
  return [
    ...inputArguments(source),
    ...(sounds.length < facts.sounds.length ? silence(facts) : []),
    ...[
      '-map',
      '0:v:0',
      ...facts.sounds.flatMap(({ index }) => ['-map', silent.has(index) ? '1:a' : `0:a:${index}`]),
    ],
    // Interlaced pictures are made whole one for one; at half the size their lines would be mixed.
    ...['-vf', `yadif=mode=send_frame:deint=interlaced,${scale},${onFrames(order)},format=yuv420p`],
    ...['-fps_mode', 'passthrough', '-enc_time_base', `1:${ticks}`, '-video_track_timescale', String(ticks)],
    ...['-c:v', encoder.name, ...encoder.quality, '-g', '12', '-bf', '0'],
    ...facts.sounds.flatMap((sound, place) => soundArguments(sound, place, silent)),
    ...['-dn', '-sn', '-map_metadata', '-1', '-map_chapters', '-1'],
    ...['-progress', 'pipe:1', '-f', 'mov', '-y', fileArgument(order.target)],
  ]
}

/**
 * Filters that put each picture back onto its frame, one for one: containers round times, and some tell them only now and
 * then. Where the first picture stands to the sound is kept. A variable rate is made constant first.
 */
function onFrames({ facts, rate }: ProxyOrder): string {
  const ticks = ticksPerSecond(rate)
  const frame = (rate.den * ticks) / rate.num
  const steady = facts.picture?.isVariableRate ? `fps=${rate.num}/${rate.den},` : ''
  return `${steady}settb=1/${ticks},setpts=STARTPTS+round((PTS-STARTPTS)/${frame})*${frame}`
}

function silence({ durationSeconds }: FilmFacts): readonly string[] {
  return ['-f', 'lavfi', '-t', String(Math.max(1, durationSeconds)), '-i', 'anullsrc=r=48000:cl=mono']
}

function soundArguments(
  { index, channels }: FilmSound,
  place: number,
  silent: ReadonlySet<number>,
): readonly string[] {
  const isWide = channels > mostAacChannels && !silent.has(index)
  return isWide
    ? [`-c:a:${place}`, 'pcm_s16le']
    : [`-c:a:${place}`, 'aac', `-b:a:${place}`, `${Math.max(1, Math.min(channels, 6)) * 80}k`]
}

/** The arguments that put a film's pictures, as they are, beside sound that MP4 players know. */
export function rewrapArguments(
  facts: FilmFacts,
  source: string,
  target: string,
  rate: FrameRate,
): readonly string[] {
  return [
    ...inputArguments(source),
    ...['-map', '0:v:0', '-map', '0:a', '-c:v', 'copy'],
    ...facts.sounds.flatMap((sound, place) => soundArguments(sound, place, new Set())),
    ...['-video_track_timescale', String(ticksPerSecond(rate))],
    ...['-dn', '-sn', '-map_metadata', '-1', '-map_chapters', '-1'],
    ...['-progress', 'pipe:1', '-f', 'mov', '-y', fileArgument(target)],
  ]
}

/** The arguments that write the first sound stream of a file as WAV. */
export function wavArguments({ sounds }: FilmFacts, source: string, target: string): readonly string[] {
  const isFine = /^(PCM|FLAC|ALAC)/.test(sounds[0]?.codec ?? '')
  return [
    ...inputArguments(source),
    ...['-map', '0:a:0', '-vn', '-c:a', isFine ? 'pcm_s24le' : 'pcm_s16le', '-map_metadata', '-1'],
    ...['-rf64', 'auto', '-progress', 'pipe:1', '-f', 'wav', '-y', fileArgument(target)],
  ]
}

/** The sound streams that ffmpeg complained it cannot decode. */
export function undecodable(complaint: string, facts: FilmFacts): readonly number[] {
  if (!/[Dd]ecod(er|ing).*(not found|none)|Could not find codec parameters|Unknown decoder/.test(complaint))
    return []
  const first = facts.picture ? 1 : 0
  return [...complaint.matchAll(/#0:(\d+)/g)]
    .map((match) => Number(match[1]) - first)
    .filter((index) => index >= 0 && index < facts.sounds.length)
}

/** Seconds of the film that are done, out of what ffmpeg reports to `-progress`; null when a piece does not say. */
export function secondsDone(report: string): number | null {
  const times = [...report.matchAll(/^out_time_us=(\d+)$/gm)]
  const last = times.at(-1)?.[1]
  return last === undefined ? null : Number(last) / 1e6
}
