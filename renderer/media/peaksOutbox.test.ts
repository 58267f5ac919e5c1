import { expect, it } from 'vitest'
import { missingColumns } from '../../shared/peaks/peakColumns.ts'
import { addColumns, createPeaks, type Peaks } from '../../shared/peaks/peaks.ts'
import type { PeaksMessage } from './peaksMessages.ts'
import { PeaksOutbox, type SoundTaker } from './peaksOutbox.ts'

/** An outbox, its messages, and a clock that the test moves. */
function outboxOf(
  seconds: number,
  sent = 0,
): { outbox: PeaksOutbox; messages: PeaksMessage[]; clock: { now: number }; received: () => Peaks } {
  const messages: PeaksMessage[] = []
  const clock = { now: 1000 }
  const outbox = new PeaksOutbox(
    missingColumns(seconds * 1000),
    sent,
    (message, transfer) =>
      messages.push(structuredClone(message, { transfer: [...transfer] as ArrayBuffer[] })),
    () => clock.now,
  )
  const received = (): Peaks => {
    const peaks = createPeaks(seconds)
    for (const message of messages) if (message.kind === 'chunk') addColumns(peaks, message.first, message)
    return peaks
  }
  return { outbox, messages, clock, received }
}

const loud = (firstSample: number, count: number): Parameters<SoundTaker['addBlock']>[0] => ({
  firstSample,
  sampleRate: 8000,
  channels: [Float32Array.from({ length: count }, (_, index) => Math.sin(firstSample + index))],
})

it('sends at most ten messages a second', () => {
  const { outbox, messages, clock } = outboxOf(10)
  const taker = outbox.taker()
  const chunks = (): number => messages.filter(({ kind }) => kind === 'chunk').length
  for (let block = 0; block < 10; block += 1) taker.addBlock(loud(block * 160, 160))
  expect(chunks()).toBe(0)
  clock.now += 100
  taker.addBlock(loud(1600, 160))
  expect(chunks()).toBe(1)
})

it('brings the page everything that the worker knows, however the blocks fall', () => {
  const { outbox, clock, received } = outboxOf(20)
  const takers = [outbox.taker(), outbox.taker()]
  for (const [index, [at, count]] of (
    [
      [-100, 300],
      [8000, 4000],
      [4000, 4000],
      [120_000, 90_000],
      [100_000, 1],
    ] as const
  ).entries()) {
    takers[index % 2]?.addBlock(loud(at, count))
    clock.now += 60
  }
  takers[0]?.addSilence(2, 15)
  for (const taker of takers) taker.flush()
  expect(received().levels[0]).toEqual(outbox.columns)
})

it('sends what one run has found, not what lies between two runs', () => {
  const { outbox, messages } = outboxOf(100)
  const [early, late] = [outbox.taker(), outbox.taker()]
  early.addBlock(loud(0, 8000))
  late.addBlock(loud(720_000, 8000))
  early.flush()
  late.flush()
  const lengths = messages.flatMap((message) => (message.kind === 'chunk' ? [message.max.length] : []))
  expect(lengths).toEqual([1000, 1000])
})

it('cuts long stretches into messages that the page merges quickly', () => {
  const { outbox, messages } = outboxOf(3600)
  const taker = outbox.taker()
  taker.addSilence(0, 3600)
  taker.flush()
  const lengths = messages.map((message) => (message.kind === 'chunk' ? message.max.length : 0))
  expect(Math.max(...lengths)).toBe(65_536)
  expect(lengths.reduce((sum, length) => sum + length)).toBe(3_600_000)
})

it('takes as silent only whole columns of a hole, within the limits of a run', () => {
  const { outbox } = outboxOf(0.006)
  const taker = outbox.taker()
  taker.addBlock({ firstSample: 0, sampleRate: 8000, channels: [new Float32Array(12).fill(1)] })
  taker.addSilence(0.0015, 0.0045)
  expect([...outbox.columns.max]).toEqual([127, 127, 0, 0, -128, -128])
  expect([...outbox.columns.min]).toEqual([127, 127, 0, 0, 127, 127])
  outbox.taker({ start: 4, end: 5 }).addSilence(0, 1)
  expect([...outbox.columns.max]).toEqual([127, 127, 0, 0, 0, -128])
})

it('says how far the sound is analysed, counting what was known before, and ends at the whole', () => {
  const { outbox, messages } = outboxOf(10, 2000)
  const taker = outbox.taker()
  taker.addBlock(loud(16_000, 24_000))
  taker.flush()
  expect(messages.at(-1)).toEqual({ kind: 'progress', progress: { fraction: 0.5 } })
  taker.addBlock(loud(40_000, 80_000))
  taker.flush()
  expect(messages.at(-1)).toEqual({ kind: 'progress', progress: { fraction: 1 } })
})

it('sends nothing where there is nothing new', () => {
  const { outbox, messages } = outboxOf(1)
  const taker = outbox.taker()
  taker.addSilence(0.5, 0.5)
  taker.addBlock(loud(80_000, 100))
  taker.flush()
  expect(messages).toEqual([])
})
