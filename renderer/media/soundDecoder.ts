import type { SampleBlock } from '../../shared/peaks/peakColumns.ts'

/** One encoded piece of sound and the second at which it is presented; negative while a codec primes itself. */
export type SoundPacket = { readonly seconds: number; readonly chunk: EncodedAudioChunk }

/** Turns packets into samples in order, with a bounded queue, and goes on behind packets that cannot be decoded. */
export type SoundDecoder = {
  /** Takes the next packet as soon as the queue has room. False once so many failed in a row that going on is idle. */
  readonly decode: (packet: SoundPacket) => Promise<boolean>
  /** Waits for everything that was taken. */
  readonly finish: () => Promise<void>
  readonly close: () => void
  /** Packets that could not be decoded. */
  readonly failures: () => number
}

/** Packets that may wait inside the decoder: a few seconds of sound, some hundred kilobytes. */
const queueLimit = 128
/** While packets fail, few wait, since all that wait are fed anew after each failure. */
const failingQueueLimit = 4
/** After this many failures without a single sample between them the rest is taken to be no sound. */
const failureLimit = 20_000
/** Blocks by which counted and stated time may differ before the stated one is taken. */
const driftLimit = 1.5

/** A decoder over WebCodecs. The block's arrays are used again, so `onBlock` must take what it needs before it returns. */
export function createSoundDecoder(
  config: AudioDecoderConfig,
  onBlock: (block: SampleBlock) => void,
): SoundDecoder {
  let decoder: AudioDecoder
  /** Fed, and no samples seen yet. */
  const pending: SoundPacket[] = []
  let failures = 0
  let failuresInRow = 0
  let clock = createSampleClock()
  const change = createSignal()
  const planes: Planes = []

  const output = (data: AudioData): void => {
    failuresInRow = 0
    onBlock(blockAt(clock(data, pending), data, planes))
    data.close()
  }
  const failed = (): void => {
    failures += 1
    failuresInRow += 1
    // Packets are decoded in order, so the first one without samples is the one that failed.
    pending.shift()
    if (failuresInRow < failureLimit) start()
    change.tell()
  }
  const start = (): void => {
    clock = createSampleClock()
    decoder = new AudioDecoder({ output, error: failed })
    decoder.ondequeue = change.tell
    decoder.configure(config)
    for (const { chunk } of pending) decoder.decode(chunk)
  }
  const isFull = (): boolean =>
    decoder.decodeQueueSize >= (failuresInRow > 0 ? failingQueueLimit : queueLimit)
  const isOpen = (): boolean => decoder.state === 'configured'
  /** Between the failure of a decoder and its replacement it is closed, though more will follow. */
  const isFailing = (): boolean => !isOpen() && failuresInRow < failureLimit
  start()
  return {
    decode: async (packet) => {
      while (isFailing() || (isOpen() && isFull())) await change.heard()
      if (!isOpen()) return false
      pending.push(packet)
      decoder.decode(packet.chunk)
      return true
    },
    finish: async () => {
      while (isFailing() || isOpen()) {
        if (isFailing()) await change.heard()
        else if (await isFlushed(decoder)) return
      }
    },
    close: () => {
      failuresInRow = failureLimit
      if (isOpen()) decoder.close()
    },
    failures: () => failures,
  }
}

/**
 * Tells the second at which a block begins and takes its packet off `pending`. Chromium counts the samples from its first
 * packet on, from 0 where that lies before 0, and takes no notice of holes; the packets' own times do.
 */
function createSampleClock(): (data: AudioData, pending: SoundPacket[]) => number {
  let shift: number | undefined
  return ({ timestamp, numberOfFrames, sampleRate }, pending) => {
    const reported = timestamp / 1e6
    const length = numberOfFrames / sampleRate
    if (shift === undefined) {
      // A codec that gives nothing for its first packets is reported from the first that gave something.
      const isPassed = (next: SoundPacket | undefined): boolean =>
        !!next && next.seconds <= reported + length / 2
      while ((pending[0]?.seconds ?? 0) >= 0 && isPassed(pending[1])) pending.shift()
      shift = Math.min(0, (pending[0]?.seconds ?? 0) - reported)
    }
    const drift = (pending.shift()?.seconds ?? reported + shift) - (reported + shift)
    if (Math.abs(drift) > driftLimit * length) shift += drift
    return reported + shift
  }
}

/** Lets one waiter at a time know that something has changed. */
function createSignal(): { readonly heard: () => Promise<void>; readonly tell: () => void } {
  let wake = (): void => {}
  return {
    heard: () =>
      new Promise((resolve) => {
        wake = resolve
      }),
    tell: () => wake(),
  }
}

/** Whether the decoder came to the end of what it was fed. */
function isFlushed(decoder: AudioDecoder): Promise<boolean> {
  return decoder.flush().then(
    () => true,
    () => false,
  )
}

type Planes = Float32Array<ArrayBuffer>[]

/** Decoded sound as a block; its channels are copied into `planes`, which grow as needed and are used again. */
function blockAt(seconds: number, data: AudioData, planes: Planes): SampleBlock {
  const { sampleRate, numberOfChannels, numberOfFrames } = data
  const channels = Array.from({ length: numberOfChannels }, (_, planeIndex) => {
    if ((planes[planeIndex]?.length ?? 0) < numberOfFrames)
      planes[planeIndex] = new Float32Array(numberOfFrames)
    const samples = (planes[planeIndex] as Planes[number]).subarray(0, numberOfFrames)
    data.copyTo(samples, { planeIndex, format: 'f32-planar' })
    return samples
  })
  return { firstSample: Math.round(seconds * sampleRate), sampleRate, channels }
}
