import {
  AudioSampleSink,
  type EncodedPacket,
  EncodedPacketSink,
  type InputAudioTrack,
  PCM_AUDIO_CODECS,
} from 'mediabunny'
import type { SampleBlock } from '../../shared/peaks/peakColumns.ts'
import { createSoundDecoder } from './soundDecoder.ts'

/** Where a stretch of sound goes, in the order of its time. */
export type SoundGoal = {
  readonly addBlock: (block: SampleBlock) => void
  readonly addSilence: (fromSeconds: number, toSeconds: number) => void
}

/** A stretch to decode, in seconds; what begins before its end belongs to it. From 0 also what lies before second 0. */
export type Stretch = { readonly from: number; readonly to: number }

/**
 * Sound decoded before a stretch and thrown away, in seconds, since codecs build on what came before: two packets of AAC,
 * 80 ms of Opus, the bit reservoir of MP3.
 */
const leadIn = 0.25
/** Seconds by which sound may end before the length that its file declares. */
const endTolerance = 1

/** The taking of one stretch. */
type Taking = {
  readonly goal: SoundGoal
  readonly stretch: Stretch
  /** The second at which the first packet of the stretch begins. */
  first: number
  /** The second up to which everything is known. */
  reached: number
  /** Pieces that could not be decoded before it. */
  failures: number
}

/**
 * Decodes a stretch by a seek of its own and brings it to its goal, so that stretches that touch come out as if decoded in
 * one run: each block at its packet's time, holes as silence. Gives the reason why something is missing, if there is one.
 */
export async function takeSound(
  track: InputAudioTrack,
  stretch: Stretch,
  goal: SoundGoal,
): Promise<string | undefined> {
  const taking: Taking = {
    goal,
    stretch,
    first: Number.POSITIVE_INFINITY,
    reached: Math.max(0, stretch.from),
    failures: 0,
  }
  const codec = await track.getCodec()
  const isUnpacked = codec === 'ac3' || codec === 'eac3' || PCM_AUDIO_CODECS.some((pcm) => pcm === codec)
  try {
    return await (isUnpacked ? takeSamples(track, taking) : takePackets(track, taking))
  } catch (error) {
    return String(error)
  }
}

/** Takes a block and, unless something failed in between, the silence that its time leaves before it. */
function take(taking: Taking, block: SampleBlock, failures: number): void {
  const start = block.firstSample / block.sampleRate
  const length = (block.channels[0]?.length ?? 0) / block.sampleRate
  if (start < taking.first - length / 2) return
  if (failures === taking.failures && start > taking.reached) taking.goal.addSilence(taking.reached, start)
  taking.goal.addBlock(block)
  taking.failures = failures
  taking.reached = Math.max(taking.reached, start + length)
}

async function takePackets(track: InputAudioTrack, taking: Taking): Promise<string | undefined> {
  const config = await track.getDecoderConfig()
  if (!config) return 'The codec is not described.'
  const decoder = createSoundDecoder(config, (block) => take(taking, block, decoder.failures()))
  const { from, to } = taking.stretch
  let last: EncodedPacket | undefined
  let isBeyond = false
  try {
    for await (const packet of packetsFrom(track, from)) {
      isBeyond = packet.timestamp >= to
      if (isBeyond) break
      last = packet
      const isLeadIn = from > 0 && packet.timestamp < from
      if (isLeadIn) taking.reached = Math.max(taking.reached, packet.timestamp + packet.duration)
      else taking.first = Math.min(taking.first, packet.timestamp)
      const chunk = packet.toEncodedAudioChunk()
      if (!(await decoder.decode({ seconds: packet.timestamp, chunk }))) break
    }
  } finally {
    await decoder.finish()
    decoder.close()
  }
  const failed = decoder.failures() > taking.failures || decoder.failures() > 0
  if (failed) return `${decoder.failures()} pieces could not be decoded.`
  return endWithSilence(track, taking, isBeyond, last ? last.timestamp + last.duration : 0)
}

/** For PCM, which Mediabunny unpacks, and for codecs that a decoder of its own takes. */
async function takeSamples(track: InputAudioTrack, taking: Taking): Promise<string | undefined> {
  const { from, to } = taking.stretch
  taking.first = from > 0 ? from : Number.NEGATIVE_INFINITY
  const first = await new EncodedPacketSink(track).getPacket(from, { metadataOnly: true })
  if (first && from > 0) taking.first = Math.min(from, first.timestamp)
  let end = first ? first.timestamp + first.duration : 0
  for await (const sample of new AudioSampleSink(track).samples(from > 0 ? from - leadIn : undefined, to)) {
    const { sampleRate, numberOfChannels, numberOfFrames, timestamp } = sample
    const channels = Array.from({ length: numberOfChannels }, (_, planeIndex) => {
      const samples = new Float32Array(numberOfFrames)
      sample.copyTo(samples, { planeIndex, format: 'f32-planar' })
      return samples
    })
    sample.close()
    end = Math.max(end, timestamp + numberOfFrames / sampleRate)
    take(taking, { firstSample: Math.round(timestamp * sampleRate), sampleRate, channels }, 0)
  }
  const after = await new EncodedPacketSink(track).getPacket(to, { metadataOnly: true })
  return endWithSilence(track, taking, (after?.timestamp ?? 0) >= to, end)
}

async function* packetsFrom(track: InputAudioTrack, from: number): AsyncGenerator<EncodedPacket> {
  const sink = new EncodedPacketSink(track)
  const start = from > 0 ? await sink.getPacket(from - leadIn) : null
  yield* sink.packets(start ?? (await sink.getFirstPacket()) ?? undefined)
}

/** Takes the rest of a stretch for silence if sound follows later, or if the sound has come to its declared end. */
async function endWithSilence(
  track: InputAudioTrack,
  { goal, stretch, reached }: Taking,
  isBeyond: boolean,
  soundEnd: number,
): Promise<string | undefined> {
  if (reached >= stretch.to) return undefined
  if (!isBeyond) {
    const declared = Math.min((await track.getDurationFromMetadata()) ?? 0, stretch.to)
    if (soundEnd < declared - endTolerance) return 'The file ends early.'
  }
  goal.addSilence(reached, stretch.to)
  return undefined
}
