import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { SampleBlock } from '../../shared/peaks/peakColumns.ts'
import { createSoundDecoder, type SoundPacket } from './soundDecoder.ts'

/** Node has no WebCodecs. This one behaves as Chromium's was seen to: it counts samples from its first packet, or from 0
 *  where that lies before 0, gives them a task later, and is closed by the first packet that it cannot decode. */
class CountingDecoder {
  static open = 0
  static mostQueued = 0
  static unclosed = 0
  state: 'unconfigured' | 'configured' | 'closed' = 'unconfigured'
  ondequeue: (() => void) | null = null
  decodeQueueSize = 0
  #counted: number | undefined
  #silentPackets = silentStart
  #flushes: { resolve: () => void; reject: (error: Error) => void }[] = []
  readonly #handlers: { output: (data: AudioData) => void; error: () => void }

  constructor(handlers: { output: (data: AudioData) => void; error: () => void }) {
    this.#handlers = handlers
    CountingDecoder.open += 1
  }
  configure(): void {
    this.state = 'configured'
  }
  close(): void {
    this.state = 'closed'
    CountingDecoder.open -= 1
  }
  decode(chunk: { timestamp: number; bad: boolean }): void {
    this.decodeQueueSize += 1
    CountingDecoder.mostQueued = Math.max(CountingDecoder.mostQueued, this.decodeQueueSize)
    setImmediate(() => this.#take(chunk))
  }
  flush(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#flushes.push({ resolve, reject })
      this.#settle()
    })
  }
  #take(chunk: { timestamp: number; bad: boolean }): void {
    if (this.state !== 'configured') return
    this.decodeQueueSize -= 1
    if (chunk.bad) {
      this.close()
      for (const { reject } of this.#flushes) reject(new Error('closed'))
      setImmediate(() => this.#handlers.error())
      return
    }
    if (this.#silentPackets > 0) this.#silentPackets -= 1
    else {
      this.#counted ??= Math.max(0, chunk.timestamp)
      this.#handlers.output(soundAt(this.#counted))
      this.#counted += length * 1e6
    }
    this.ondequeue?.()
    this.#settle()
  }
  #settle(): void {
    if (this.decodeQueueSize > 0) return
    for (const { resolve } of this.#flushes.splice(0)) resolve()
  }
}

/** Seconds in a packet. */
const length = 0.02
let silentStart = 0

function soundAt(timestamp: number): AudioData {
  CountingDecoder.unclosed += 1
  return {
    timestamp,
    numberOfFrames: 160,
    numberOfChannels: 2,
    sampleRate: 8000,
    copyTo: (samples: Float32Array, { planeIndex }: { planeIndex: number }) => samples.fill(planeIndex + 1),
    close: () => {
      CountingDecoder.unclosed -= 1
    },
  } as unknown as AudioData
}

const packet = (seconds: number, bad = false): SoundPacket => ({
  seconds,
  chunk: { timestamp: Math.round(seconds * 1e6), bad } as unknown as EncodedAudioChunk,
})
const run = (count: number, from: number): SoundPacket[] =>
  Array.from({ length: count }, (_, index) => packet(from + index * length))

async function decodeAll(
  packets: readonly SoundPacket[],
): Promise<{ seconds: number[]; failures: number; accepted: number; blocks: SampleBlock[] }> {
  const blocks: SampleBlock[] = []
  const decoder = createSoundDecoder({ codec: 'x', sampleRate: 8000, numberOfChannels: 2 }, (block) => {
    blocks.push({ ...block, channels: block.channels.map((samples) => samples.slice()) })
  })
  let accepted = 0
  for (const one of packets) {
    if (!(await decoder.decode(one))) break
    accepted += 1
  }
  await decoder.finish()
  decoder.close()
  return {
    seconds: blocks.map((block) => block.firstSample / 8000),
    failures: decoder.failures(),
    accepted,
    blocks,
  }
}

beforeEach(() => {
  vi.stubGlobal('AudioDecoder', CountingDecoder)
  CountingDecoder.open = 0
  CountingDecoder.mostQueued = 0
  CountingDecoder.unclosed = 0
  silentStart = 0
})
afterEach(() => {
  vi.unstubAllGlobals()
})

const secondsOf = (packets: readonly SoundPacket[]): number[] => packets.map(({ seconds }) => seconds)

describe('decoded sound', () => {
  it('stands where its packets stand, with every channel', async () => {
    const packets = run(5, 1.4)
    const { seconds, blocks, failures } = await decodeAll(packets)
    expect(seconds.map((at) => at.toFixed(4))).toEqual(secondsOf(packets).map((at) => at.toFixed(4)))
    expect(blocks[0]?.channels.map((samples) => [samples.length, samples[0]])).toEqual([
      [160, 1],
      [160, 2],
    ])
    expect(failures).toBe(0)
  })

  it('keeps priming before zero although the decoder counts from zero', async () => {
    expect((await decodeAll(run(3, -0.02))).seconds).toEqual([-0.02, 0, 0.02])
  })

  it('leaves out a hole that the decoder does not notice, and does not drift after several', async () => {
    const packets = [...run(3, 0), ...run(3, 10), ...run(200, 20.5)]
    const { seconds } = await decodeAll(packets)
    seconds.forEach((at, index) => {
      expect(Math.abs(at - (packets[index] as SoundPacket).seconds)).toBeLessThan(0.001)
    })
  })

  it('never strays far where packets are a little further apart than they are long', async () => {
    const packets = Array.from({ length: 500 }, (_, index) => packet(index * 0.021))
    const { seconds } = await decodeAll(packets)
    seconds.forEach((at, index) => {
      expect(Math.abs(at - (packets[index] as SoundPacket).seconds)).toBeLessThanOrEqual(0.031)
    })
  })

  it('is placed by count within jitter, so that rounded timestamps leave no holes', async () => {
    const packets = run(50, 0).map(({ seconds }, index) => packet(seconds + (index % 3) * 0.0007))
    const { seconds } = await decodeAll(packets)
    expect(seconds.map((at) => at.toFixed(3))).toEqual(secondsOf(run(50, 0)).map((at) => at.toFixed(3)))
  })

  it('stands right where the codec gives nothing for its first packets', async () => {
    silentStart = 2
    const { seconds } = await decodeAll([...run(6, 0), ...run(3, 5)])
    expect(seconds.map((at) => at.toFixed(3))).toEqual([
      '0.040',
      '0.060',
      '0.080',
      '0.100',
      '5.000',
      '5.020',
      '5.040',
    ])
  })

  it('is let go of, every piece, and so is the decoder', async () => {
    await decodeAll(run(300, 0))
    expect(CountingDecoder.unclosed).toBe(0)
    expect(CountingDecoder.open).toBe(0)
  })

  it('never has more packets waiting than the queue may hold', async () => {
    await decodeAll(run(1000, 0))
    expect(CountingDecoder.mostQueued).toBe(128)
  })
})

describe('packets that cannot be decoded', () => {
  it('are left out, and the rest stands where it belongs', async () => {
    const packets = run(200, 0)
    const bad = new Set([0, 3, 4, 5, 150, 199])
    const { seconds, failures } = await decodeAll(
      packets.map((one, index) => packet(one.seconds, bad.has(index))),
    )
    const good = secondsOf(packets).filter((_, index) => !bad.has(index))
    expect(seconds.map((at) => at.toFixed(3))).toEqual(good.map((at) => at.toFixed(3)))
    expect(failures).toBe(bad.size)
    expect(CountingDecoder.open).toBe(0)
  })

  it('end the attempt when nothing else comes for very long', async () => {
    const packets = Array.from({ length: 30_000 }, (_, index) => packet(index * length, true))
    const { seconds, failures, accepted } = await decodeAll(packets)
    expect(seconds).toEqual([])
    expect(failures).toBe(20_000)
    expect(accepted).toBeLessThan(20_200)
  })
})
