import { AudioSampleSink, EncodedPacketSink, type InputAudioTrack } from 'mediabunny'
import type { SampleBlock } from '../../shared/peaks/peakColumns.ts'
import { ok, type Result } from '../../shared/result.ts'
import { createSoundDecoder } from './soundDecoder.ts'
import type { SoundPlace } from './soundMessages.ts'
import { soundTrack } from './soundTrack.ts'

/** A stream of sound that can be decoded from any second on. */
export type OpenSound = {
  readonly sampleRate: number
  readonly channelCount: number
  /** Blocks in order, from a little before `from` seconds to the end of the stream. */
  readonly blocks: (from: number) => AsyncGenerator<SampleBlock, void, void>
}

/** Bytes of the file that may be held at once. */
const mostHeld = 8 * 2 ** 20
/** Seconds before the wanted ones at which decoding begins, since codecs need what went before. */
const leadIn = 0.25

/** Opens a stream by the way that decodes it: Mediabunny with WebCodecs, or the user's ffmpeg. */
export async function openSound(place: SoundPlace): Promise<Result<OpenSound>> {
  const opened = await openTrack(place)
  if (opened.ok) return opened
  return (await openDecoded(place).catch(() => null)) ?? opened
}

async function openTrack({ url, stream }: SoundPlace): Promise<Result<OpenSound>> {
  const found = await soundTrack(url, stream, mostHeld)
  if (!found.ok) return found
  const track = found.value
  const codec = await track.getCodec()
  const isPacked = codec !== null && !/^(pcm|ulaw|alaw|ac3|eac3)/.test(codec)
  return ok({
    sampleRate: await track.getSampleRate(),
    channelCount: await track.getNumberOfChannels(),
    blocks: (from) => (isPacked ? packetBlocks(track, from) : sampleBlocks(track, from)),
  })
}

/** Blocks that WebCodecs decodes, placed by the time of their packets. */
async function* packetBlocks(track: InputAudioTrack, from: number): AsyncGenerator<SampleBlock, void, void> {
  const config = await track.getDecoderConfig()
  if (!config) return
  const sink = new EncodedPacketSink(track)
  const first = (await sink.getPacket(Math.max(0, from - leadIn))) ?? (await sink.getFirstPacket())
  if (!first) return
  const blocks: SampleBlock[] = []
  // The decoder uses its arrays again, so each block is copied.
  const decoder = createSoundDecoder(config, (block) =>
    blocks.push({ ...block, channels: block.channels.map((samples) => samples.slice()) }),
  )
  try {
    for await (const packet of sink.packets(first)) {
      const chunk = packet.toEncodedAudioChunk()
      if (!(await decoder.decode({ seconds: packet.timestamp, chunk }))) break
      yield* blocks.splice(0)
    }
    await decoder.finish()
    yield* blocks.splice(0)
  } finally {
    decoder.close()
  }
}

/** Blocks that Mediabunny makes itself: PCM, and what extensions decode. */
async function* sampleBlocks(track: InputAudioTrack, from: number): AsyncGenerator<SampleBlock, void, void> {
  for await (const sample of new AudioSampleSink(track).samples(Math.max(0, from - leadIn))) {
    const { sampleRate, numberOfChannels, numberOfFrames } = sample
    const channels = Array.from({ length: numberOfChannels }, (_, planeIndex) => {
      const samples = new Float32Array(numberOfFrames)
      sample.copyTo(samples, { planeIndex, format: 'f32-planar' })
      return samples
    })
    const firstSample = Math.round(sample.timestamp * sampleRate)
    sample.close()
    yield { firstSample, sampleRate, channels }
  }
}

/** The stream as ffmpeg decodes it; null where there is no ffmpeg. */
async function openDecoded(place: SoundPlace): Promise<Result<OpenSound> | null> {
  const probe = new AbortController()
  const answer = await fetch(decodedFrom(place, 0), { signal: probe.signal })
  probe.abort()
  const sampleRate = Number(answer.headers.get('x-sample-rate'))
  const channelCount = Number(answer.headers.get('x-channels'))
  if (!answer.ok || !(sampleRate > 0) || !(channelCount > 0)) return null
  const blocks = (from: number) => decodedBlocks(place, Math.max(0, from), sampleRate, channelCount)
  return ok({ sampleRate, channelCount, blocks })
}

function decodedFrom({ decodedUrl, stream }: SoundPlace, from: number): string {
  return `${decodedUrl}/${stream}?from=${from}`
}

/** Interleaved 16-bit samples, counted from `from` on. */
async function* decodedBlocks(
  place: SoundPlace,
  from: number,
  sampleRate: number,
  channelCount: number,
): AsyncGenerator<SampleBlock, void, void> {
  const stop = new AbortController()
  const { body } = await fetch(decodedFrom(place, from), { signal: stop.signal })
  const reader = body?.getReader()
  const frameBytes = 2 * channelCount
  let firstSample = Math.round(from * sampleRate)
  let kept = new Uint8Array(0)
  try {
    for (;;) {
      const read = await reader?.read()
      if (!read || read.done) return
      const bytes = joined(kept, read.value)
      const count = Math.floor(bytes.length / frameBytes)
      kept = bytes.slice(count * frameBytes)
      if (count === 0) continue
      yield { firstSample, sampleRate, channels: deinterleaved(bytes, count, channelCount) }
      firstSample += count
    }
  } finally {
    stop.abort()
  }
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(first.length + second.length)
  bytes.set(first)
  bytes.set(second, first.length)
  return bytes
}

function deinterleaved(bytes: Uint8Array, count: number, channelCount: number): Float32Array[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return Array.from({ length: channelCount }, (_, channel) =>
    Float32Array.from(
      { length: count },
      (_unused, index) => view.getInt16(2 * (index * channelCount + channel), true) / 32_768,
    ),
  )
}
