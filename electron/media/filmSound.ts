import type { FilmSound } from '../../shared/media/filmFacts.ts'
import { numberOf, type Track, textOf } from './probeTracks.ts'

/** Codecs as people say them, by MediaInfo's names. */
const spoken: Readonly<Record<string, string>> = {
  'AC-3': 'Dolby Digital (AC-3)',
  'E-AC-3': 'Dolby Digital Plus (E-AC-3)',
  'MLP FBA': 'Dolby TrueHD',
  ALAC: 'ALAC (Apple Lossless)',
  AAC: 'AAC',
  USAC: 'xHE-AAC',
  WMA: 'Windows Media Audio',
}

/** The order in which decoders give channels (WAVEFORMATEXTENSIBLE), whatever the order inside the stream. */
const decodedOrder = 'L R C LFE Lb Rb Lc Rc Cb Ls Rs'.split(' ')

/** Names that muxers give to every stream. */
const namelessTitle = /handler|^core media|^mainconcept|^gpac|^iso media/i

/** A sound stream as MediaInfo describes it; `index` is its place among the sound streams. */
export function soundOf(sound: Track, index: number, container: string): FilmSound {
  const format = textOf(sound.Format)
  const features = textOf(sound.Format_AdditionalFeatures)
  const channels = numberOf(sound.Channels) ?? 0
  const title = textOf(sound.Title)
  return {
    index,
    codec: [format, format === 'MPEG Audio' ? layerOf(sound) : features].filter(Boolean).join(' '),
    codecName: codecName(sound),
    channels,
    layout: layoutOf(sound, channels, container),
    sampleRate: numberOf(sound.SamplingRate) ?? 0,
    language: languageName(textOf(sound.Language)),
    title: namelessTitle.test(title) ? '' : title,
  }
}

function codecName(sound: Track): string {
  const format = textOf(sound.Format)
  if (format === 'PCM') return pcmName(sound)
  if (format === 'MPEG Audio') {
    return { 'Layer 3': 'MP3', 'Layer 2': 'MPEG Layer II (MP2)' }[layerOf(sound)] ?? 'MPEG Audio'
  }
  if (format === 'AAC' && /HE/.test(textOf(sound.Format_AdditionalFeatures))) return 'HE-AAC'
  return (spoken[format] ?? format) || 'an unknown codec'
}

function pcmName(sound: Track): string {
  const depth = numberOf(sound.BitDepth)
  const isFloat = textOf(sound.Format_Profile) === 'Float' || textOf(sound.Format_Settings) === 'Float'
  return ['PCM', depth ? `${depth} bit` : '', isFloat ? 'float' : ''].filter(Boolean).join(' ')
}

/** AVI says the layer only by the number of the format: 0x55 is Layer 3, 0x50 is Layer 2. */
function layerOf(sound: Track): string {
  const profile = textOf(sound.Format_Profile)
  return profile || ({ 55: 'Layer 3', 50: 'Layer 2' }[textOf(sound.CodecID)] ?? '')
}

function layoutOf(sound: Track, channels: number, container: string): readonly string[] {
  const isPcm = textOf(sound.Format) === 'PCM'
  const named = textOf(sound.ChannelLayout)
    .split(' ')
    .map((name) => (name === 'M' ? 'C' : name))
    .filter(Boolean)
  if (named.length === channels && channels > 0) return isPcm ? named : inDecodedOrder(named)
  // Of PCM in MOV and MXF, two channels without names can as well be two separate ones.
  const isStereoByRule = !isPcm || container === 'Wave' || container === 'AIFF'
  if (isStereoByRule && channels === 1) return ['C']
  if (isStereoByRule && channels === 2) return ['L', 'R']
  return Array.from({ length: channels }, (_, channel) => String(channel + 1))
}

function inDecodedOrder(names: readonly string[]): readonly string[] {
  if (!names.every((name) => decodedOrder.includes(name))) return names
  return names.toSorted((a, b) => decodedOrder.indexOf(a) - decodedOrder.indexOf(b))
}

/** A language as people say it, from its code in RFC 5646; an unknown code is given as it is. */
function languageName(code: string): string {
  if (code === '' || code === 'und') return ''
  try {
    return new Intl.DisplayNames('en', { type: 'language' }).of(code) ?? code
  } catch {
    return code
  }
}
