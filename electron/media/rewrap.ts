import {
  EncodedAudioPacketSource,
  type EncodedPacket,
  EncodedPacketSink,
  EncodedVideoPacketSource,
  FilePathTarget,
  Input,
  type InputAudioTrack,
  type InputVideoTrack,
  MATROSKA,
  MovOutputFormat,
  MP4,
  MPEG_TS,
  Mp4OutputFormat,
  Output,
  QTFF,
  WEBM,
} from 'mediabunny'
import type { FrameRate } from '../../shared/time/frameRate.ts'
import { type BlockingFile, withFile } from './blockingFile.ts'
import { fileSource } from './fileSource.ts'
import { ticksPerSecond } from './ticksPerSecond.ts'

/** Packets over which a picture may come out of order: where the earliest picture is looked for. */
const reorderDepth = 32

type Lane = {
  readonly packets: AsyncGenerator<EncodedPacket, void, unknown>
  readonly add: (packet: EncodedPacket) => Promise<void>
  next: EncodedPacket | undefined
}

/**
 * Writes a film's pictures and sound, as they are, into an MP4 (a MOV, where it has PCM), which can be sought exactly.
 * Pictures are put onto the frames of `rate`, since Matroska and transport streams round their times; the sound keeps its
 * place to the pictures. From the first stream on that cannot be carried, sound is left out. Gives the number of sound streams carried.
 */
export function rewrap(
  source: string,
  target: string,
  rate: FrameRate,
  progress: (fraction: number) => void,
): Promise<number> {
  return withFile(source, (file) => rewrapFile(file, target, rate, progress))
}

async function rewrapFile(
  file: BlockingFile,
  target: string,
  rate: FrameRate,
  progress: (fraction: number) => void,
): Promise<number> {
  const input = new Input({
    source: fileSource(file),
    formats: [MP4, QTFF, MATROSKA, WEBM, MPEG_TS],
  })
  const video = await input.getPrimaryVideoTrack()
  if (!video) throw new Error('no picture was found in it')
  const sounds = await carriedSounds(await input.getAudioTracks())
  const hasPcm = (await Promise.all(sounds.map((sound) => sound.getCodec()))).some((codec) =>
    codec?.startsWith('pcm'),
  )
  const output = new Output({
    format: hasPcm ? new MovOutputFormat({ fastStart: false }) : new Mp4OutputFormat({ fastStart: false }),
    target: new FilePathTarget(target),
  })
  try {
    const shift = await startShift(video, sounds, rate)
    const lanes = [
      await videoLane(output, video, rate, shift),
      ...(await Promise.all(sounds.map((sound) => soundLane(output, sound, rate, shift)))),
    ]
    await output.start()
    await copy(lanes, await input.computeDuration(), progress)
    await output.finalize()
    return sounds.length
  } finally {
    input.dispose()
    if (output.state !== 'finalized') await output.cancel()
  }
}

/** The streams up to the first that cannot be carried: what follows it would take another's place. */
async function carriedSounds(tracks: readonly InputAudioTrack[]): Promise<readonly InputAudioTrack[]> {
  const known = new MovOutputFormat().getSupportedAudioCodecs()
  const kept: InputAudioTrack[] = []
  for (const track of tracks) {
    const codec = await track.getCodec()
    // The media element hangs at a seek in MP4 with Vorbis.
    if (!codec || codec === 'vorbis' || !known.includes(codec)) break
    kept.push(track)
  }
  return kept
}

/** How the source's times become those of the copy. */
type Shift = {
  /** Seconds of the first picture in the source. */
  readonly first: number
  /** Frames by which it begins later in the copy, so that no sound lies before 0. */
  readonly frames: number
}

async function startShift(
  video: InputVideoTrack,
  sounds: readonly InputAudioTrack[],
  rate: FrameRate,
): Promise<Shift> {
  let first = Number.POSITIVE_INFINITY
  let seen = 0
  for await (const { timestamp } of new EncodedPacketSink(video).packets(undefined, undefined, {
    metadataOnly: true,
  })) {
    first = Math.min(first, timestamp)
    seen += 1
    if (seen === reorderDepth) break
  }
  const starts = await Promise.all(sounds.map((sound) => sound.getFirstTimestamp()))
  const lead = first - Math.min(first, ...starts)
  return { first, frames: Math.ceil((lead * rate.num) / rate.den - 1e-6) }
}

async function videoLane(
  output: Output,
  track: InputVideoTrack,
  rate: FrameRate,
  shift: Shift,
): Promise<Lane> {
  const codec = await track.getCodec()
  if (!codec) throw new Error('its picture is in no known codec')
  const source = new EncodedVideoPacketSource(codec)
  const decoderConfig = await track.getDecoderConfig()
  const meta = decoderConfig ? { decoderConfig } : undefined
  output.addVideoTrack(source, {
    // Not the pictures' rate, but the clock's.
    frameRate: ticksPerSecond(rate) / rate.den,
    rotation: await track.getRotation(),
  })
  const packets = new EncodedPacketSink(track).packets(undefined, undefined, { verifyKeyPackets: true })
  const duration = rate.den / rate.num
  return {
    packets,
    next: undefined,
    add: (packet) => {
      const frame = Math.round(((packet.timestamp - shift.first) * rate.num) / rate.den) + shift.frames
      return source.add(packet.clone({ timestamp: (frame * rate.den) / rate.num, duration }), meta)
    },
  }
}

async function soundLane(
  output: Output,
  track: InputAudioTrack,
  rate: FrameRate,
  shift: Shift,
): Promise<Lane> {
  const codec = await track.getCodec()
  if (!codec) throw new Error('its sound is in no known codec')
  const source = new EncodedAudioPacketSource(codec)
  const decoderConfig = await track.getDecoderConfig()
  const meta = decoderConfig ? { decoderConfig } : undefined
  output.addAudioTrack(source, { languageCode: await track.getLanguageCode() })
  const later = (shift.frames * rate.den) / rate.num - shift.first
  return {
    packets: new EncodedPacketSink(track).packets(),
    next: undefined,
    add: (packet) => source.add(packet.clone({ timestamp: packet.timestamp + later }), meta),
  }
}

/** Adds the packets of all lanes in the order of their times. */
async function copy(
  lanes: readonly Lane[],
  end: number,
  progress: (fraction: number) => void,
): Promise<void> {
  for (const lane of lanes) await advance(lane)
  let told = 0
  for (;;) {
    const lane = lanes.reduce<Lane | undefined>(
      (first, other) =>
        other.next && (!first?.next || other.next.timestamp < first.next.timestamp) ? other : first,
      undefined,
    )
    if (!lane?.next) return
    const { timestamp } = lane.next
    await lane.add(lane.next)
    if (timestamp > told + end / 200) {
      told = timestamp
      progress(Math.min(1, timestamp / end))
    }
    await advance(lane)
  }
}

async function advance(lane: Lane): Promise<void> {
  const { value, done } = await lane.packets.next()
  lane.next = done ? undefined : value
}
