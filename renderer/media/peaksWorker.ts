import {
  ADTS,
  AudioSampleSink,
  EncodedPacketSink,
  FLAC,
  Input,
  type InputAudioTrack,
  MATROSKA,
  MP3,
  MP4,
  MPEG_TS,
  OGG,
  PCM_AUDIO_CODECS,
  QTFF,
  UnsupportedInputFormatError,
  UrlSource,
  WAVE,
  WEBM,
} from 'mediabunny'
import type { SampleBlock } from '../../shared/peaks/peakColumns.ts'
import { ok, type Problem, type Result, refuse } from '../../shared/result.ts'
import { findKeptPeaks, keepPeaks } from './keptPeaks.ts'
import type { PeaksMessage, PeaksOrder } from './peaksMessages.ts'
import { createPeaksOutbox, type PeaksOutbox } from './peaksOutbox.ts'
import { createSoundDecoder } from './soundDecoder.ts'
import { cannotDecode, noSound, soundDamaged, unknownContainer, unreadableFilm } from './soundProblems.ts'

/*
 * Memory is bounded by two bytes per column of the whole film (14 MB for two hours), `readAhead` bytes of the file, the
 * packets that wait in the decoder, and one block of samples.
 */

/** Bytes of the file that may be held at once. */
const readAhead = 16 * 2 ** 20
/** Seconds by which sound may end before the length that its file declares. */
const endTolerance = 1

/** The half of a worker's scope that speaks to the page. */
type WorkerScope = {
  onmessage: ((event: MessageEvent<PeaksOrder>) => void) | null
  readonly postMessage: (message: PeaksMessage, transfer: readonly Transferable[]) => void
}
const worker = globalThis as unknown as WorkerScope

worker.onmessage = ({ data }) => {
  analyse(data).catch(reportError)
}

async function analyse(order: PeaksOrder): Promise<void> {
  const kept = await findKeptPeaks(order)
  if (kept) {
    const buffers = new Set(kept.levels.flatMap(({ max, min }) => [max.buffer, min.buffer]))
    worker.postMessage({ kind: 'kept', peaks: kept }, [...buffers])
    worker.postMessage({ kind: 'done', damage: undefined }, [])
    return
  }
  const track = await soundTrack(order.url)
  if (!track.ok) {
    worker.postMessage({ kind: 'refused', problem: track.problem }, [])
    return
  }
  const outbox = createPeaksOutbox(
    order.durationSeconds,
    (message, transfer) => worker.postMessage(message, transfer),
    () => performance.now(),
  )
  const damage = await takeSound(track.value, outbox, order.durationSeconds)
  outbox.flush()
  if (!damage) await keepPeaks(order, { levels: [outbox.columns] })
  worker.postMessage({ kind: 'done', damage }, [])
}

/** The first sound track, the one that Chromium plays, if it is there and can be decoded. */
async function soundTrack(url: string): Promise<Result<InputAudioTrack>> {
  const source = new UrlSource(url, {
    maxCacheSize: readAhead,
    getRetryDelay: () => null,
    // A read ahead that failed fails again, and is reported, when its bytes are needed.
    handleUnhandledError: () => undefined,
  })
  const input = new Input({
    source,
    formats: [MP4, QTFF, MATROSKA, WEBM, WAVE, MPEG_TS, MP3, FLAC, ADTS, OGG],
  })
  try {
    const [track] = await input.getAudioTracks()
    if (!track) return refuse(noSound)
    if (await track.canDecode()) return ok(track)
    return refuse(cannotDecode((await track.getCodec()) ?? String(await track.getInternalCodecId())))
  } catch (error) {
    return refuse(error instanceof UnsupportedInputFormatError ? unknownContainer : unreadableFilm(error))
  }
}

/** What has been taken of the sound. */
type Taking = {
  readonly outbox: PeaksOutbox
  /** The second at which the last block ended. */
  reached: number
  /** Pieces that could not be decoded before that block. */
  failures: number
}

/** Brings the track's sound into the outbox; the Problem says what of it could not be had. */
async function takeSound(
  track: InputAudioTrack,
  outbox: PeaksOutbox,
  durationSeconds: number,
): Promise<Problem | undefined> {
  const taking: Taking = { outbox, reached: 0, failures: 0 }
  const codec = await track.getCodec()
  const isPcm = PCM_AUDIO_CODECS.some((pcm) => pcm === codec)
  const failure = await (isPcm ? takeSamples(track, taking) : takePackets(track, taking)).catch(String)
  const declared = Math.min((await track.getDurationFromMetadata()) ?? 0, durationSeconds)
  const isCutOff = taking.reached < declared - endTolerance
  if (failure !== undefined) return soundDamaged(outbox.columns, failure)
  if (isCutOff) return soundDamaged(outbox.columns, 'The file ends early.')
  outbox.addSilence(taking.reached, durationSeconds)
  return undefined
}

/** Takes a block and, unless something failed in between, the silence that its time leaves before it. */
function take(taking: Taking, block: SampleBlock, failures: number): void {
  const start = block.firstSample / block.sampleRate
  if (failures === taking.failures) taking.outbox.addSilence(taking.reached, start)
  taking.outbox.addBlock(block)
  taking.failures = failures
  taking.reached = Math.max(taking.reached, start + (block.channels[0]?.length ?? 0) / block.sampleRate)
}

/** The reason why not everything was taken, if there is one. */
async function takePackets(track: InputAudioTrack, taking: Taking): Promise<string | undefined> {
  const config = await track.getDecoderConfig()
  if (!config) return 'The codec is not described.'
  const decoder = createSoundDecoder(config, (block) => take(taking, block, decoder.failures()))
  try {
    for await (const packet of new EncodedPacketSink(track).packets()) {
      const isGoingOn = await decoder.decode({
        seconds: packet.timestamp,
        chunk: packet.toEncodedAudioChunk(),
      })
      if (!isGoingOn) break
    }
  } finally {
    await decoder.finish()
    decoder.close()
  }
  return decoder.failures() > 0 ? `${decoder.failures()} pieces could not be decoded.` : undefined
}

/** PCM needs no codec: Mediabunny unpacks it. */
async function takeSamples(track: InputAudioTrack, taking: Taking): Promise<undefined> {
  for await (const sample of new AudioSampleSink(track).samples()) {
    const { sampleRate, numberOfChannels, numberOfFrames } = sample
    const channels = Array.from({ length: numberOfChannels }, (_, planeIndex) => {
      const samples = new Float32Array(numberOfFrames)
      sample.copyTo(samples, { planeIndex, format: 'f32-planar' })
      return samples
    })
    const firstSample = Math.round(sample.timestamp * sampleRate)
    sample.close()
    take(taking, { firstSample, sampleRate, channels }, 0)
  }
}
