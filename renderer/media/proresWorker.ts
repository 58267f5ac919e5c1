import {
  EncodedAudioPacketSource,
  type EncodedPacket,
  EncodedPacketSink,
  Input,
  type InputAudioTrack,
  type InputVideoTrack,
  MovOutputFormat,
  MP4,
  Output,
  QTFF,
  Quality,
  StreamTarget,
  type StreamTargetChunk,
  UrlSource,
  VideoSampleSink,
  VideoSampleSource,
} from 'mediabunny'
import { enableProres } from './proresDecoder.ts'
import type { ProresMessage, ProresOrder } from './proresMessages.ts'

/** Pixels of a proxy's width; a smaller film keeps its own. */
const widest = 960
/** Frames from one keyframe to the next. */
const keyEvery = 12
const bitrate = 2_500_000
/** Seconds by which sound is written ahead of the picture. */
const soundAhead = 0.5

type WorkerScope = {
  onmessage: ((event: MessageEvent<ProresOrder>) => void) | null
  readonly postMessage: (message: ProresMessage) => void
}
const worker = globalThis as unknown as WorkerScope

worker.onmessage = ({ data }) => {
  encode(data).then(
    () => worker.postMessage({ kind: 'done' }),
    (error: unknown) =>
      worker.postMessage({ kind: 'failed', fault: error instanceof Error ? error.message : String(error) }),
  )
}

/** Encodes every picture as small H.264 on its own frame, and copies the sound beside it. */
async function encode({ url, target, rate }: ProresOrder): Promise<void> {
  enableProres()
  const input = new Input({ source: new UrlSource(url, { getRetryDelay: () => null }), formats: [MP4, QTFF] })
  const video = await input.getPrimaryVideoTrack()
  if (!video || !(await video.canDecode())) throw new Error('its picture cannot be decoded here')
  const output = new Output({
    format: new MovOutputFormat({ fastStart: false }),
    target: new StreamTarget(writer(target), { chunked: true, chunkSize: 4 * 2 ** 20 }),
  })
  const pictures = await videoSource(output, video, rate.num / rate.den)
  const first = await video.getFirstTimestamp()
  const sounds = await soundLanes(output, await input.getAudioTracks())
  // Whole frames by which all begins later, so that no sound that comes before the picture is lost.
  const lead = first - Math.min(first, ...sounds.map(({ next }) => next?.timestamp ?? first))
  const leadFrames = Math.ceil((lead * rate.num) / rate.den - 1e-6)
  const later = (leadFrames * rate.den) / rate.num - first
  const end = await input.computeDuration()
  await output.start()
  let count = 0
  for await (const sample of new VideoSampleSink(video).samples()) {
    const frame = Math.round(((sample.timestamp - first) * rate.num) / rate.den) + leadFrames
    const seconds = (frame * rate.den) / rate.num
    await addSound(sounds, seconds + soundAhead, later)
    sample.setTimestamp(seconds)
    sample.setDuration(rate.den / rate.num)
    await pictures.add(sample, { keyFrame: count % keyEvery === 0 })
    sample.close()
    count += 1
    if (count % 10 === 0) worker.postMessage({ kind: 'progress', fraction: Math.min(1, seconds / end) })
  }
  await addSound(sounds, Number.POSITIVE_INFINITY, later)
  await output.finalize()
  input.dispose()
}

async function videoSource(
  output: Output,
  track: InputVideoTrack,
  frameRate: number,
): Promise<VideoSampleSource> {
  const [wide, high] = [await track.getDisplayWidth(), await track.getDisplayHeight()]
  const scale = Math.min(1, widest / wide)
  const even = (size: number) => Math.max(2, Math.round((size * scale) / 2) * 2)
  const source = new VideoSampleSource({
    codec: 'avc',
    quality: new Quality({ bitrate }),
    keyFrameInterval: 60,
    sizeChangeBehavior: 'fill',
    transform: { width: even(wide), height: even(high), alpha: 'discard' },
  })
  output.addVideoTrack(source, { frameRate })
  return source
}

type SoundLane = {
  readonly source: EncodedAudioPacketSource
  readonly packets: AsyncGenerator<EncodedPacket, void, unknown>
  readonly decoderConfig: AudioDecoderConfig | null
  next: EncodedPacket | undefined
}

/** The sound streams, as they are, up to the first of an unknown codec: what follows it would take another's place. */
async function soundLanes(output: Output, tracks: readonly InputAudioTrack[]): Promise<readonly SoundLane[]> {
  const lanes: SoundLane[] = []
  for (const track of tracks) {
    const codec = await track.getCodec()
    if (!codec) break
    const source = new EncodedAudioPacketSource(codec)
    output.addAudioTrack(source)
    const packets = new EncodedPacketSink(track).packets()
    const { value } = await packets.next()
    lanes.push({ source, packets, decoderConfig: await track.getDecoderConfig(), next: value ?? undefined })
  }
  return lanes
}

/** Copies the sound that is due before a second of the copy; `later` takes the film's own times there. */
async function addSound(lanes: readonly SoundLane[], until: number, later: number): Promise<void> {
  for (const lane of lanes) {
    const meta = lane.decoderConfig ? { decoderConfig: lane.decoderConfig } : undefined
    while (lane.next && lane.next.timestamp + later < until) {
      await lane.source.add(lane.next.clone({ timestamp: lane.next.timestamp + later }), meta)
      const { value } = await lane.packets.next()
      lane.next = value ?? undefined
    }
  }
}

/** Sends what is written to the main process, each piece with its place in the file. */
function writer(target: string): WritableStream<StreamTargetChunk> {
  return new WritableStream({
    async write({ data, position }) {
      const answer = await fetch(`${target}?at=${position}`, { method: 'PUT', body: data })
      if (!answer.ok) throw new Error('the copy could not be written to the disk')
    },
  })
}
