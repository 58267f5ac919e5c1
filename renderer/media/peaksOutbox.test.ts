import { expect, it } from 'vitest'
import { addColumns, createPeaks, type Peaks } from '../../shared/peaks/peaks.ts'
import type { PeaksMessage } from './peaksMessages.ts'
import { createPeaksOutbox, type PeaksOutbox } from './peaksOutbox.ts'

/** An outbox, its messages, and a clock that the test moves. */
function outboxOf(seconds: number): {
  outbox: PeaksOutbox
  messages: PeaksMessage[]
  clock: { now: number }
  received: () => Peaks
} {
  const messages: PeaksMessage[] = []
  const clock = { now: 1000 }
  const outbox = createPeaksOutbox(
    seconds,
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

const loud = (firstSample: number, count: number): Parameters<PeaksOutbox['addBlock']>[0] => ({
  firstSample,
  sampleRate: 8000,
  channels: [Float32Array.from({ length: count }, (_, index) => Math.sin(firstSample + index))],
})

it('sends the first sound at once and then at most ten messages a second', () => {
  const { outbox, messages, clock } = outboxOf(10)
  const chunks = (): number => messages.filter(({ kind }) => kind === 'chunk').length
  outbox.addBlock(loud(0, 160))
  expect(chunks()).toBe(1)
  for (let block = 1; block < 10; block += 1) outbox.addBlock(loud(block * 160, 160))
  expect(chunks()).toBe(1)
  clock.now += 100
  outbox.addBlock(loud(1600, 160))
  expect(chunks()).toBe(2)
})

it('brings the page everything that the worker knows, however the blocks fall', () => {
  const { outbox, clock, received } = outboxOf(20)
  for (const [at, count] of [
    [-100, 300],
    [8000, 4000],
    [4000, 4000],
    [120_000, 90_000],
    [100_000, 1],
  ] as const) {
    outbox.addBlock(loud(at, count))
    clock.now += 60
  }
  outbox.addSilence(2, 15)
  outbox.flush()
  expect(received().levels[0]).toEqual(outbox.columns)
})

it('cuts long stretches into messages that the page merges quickly', () => {
  const { outbox, messages } = outboxOf(3600)
  outbox.addSilence(0, 3600)
  const lengths = messages.map((message) => (message.kind === 'chunk' ? message.max.length : 0))
  expect(Math.max(...lengths)).toBe(65_536)
  expect(lengths.reduce((sum, length) => sum + length)).toBe(3_600_000)
})

it('takes as silent only whole columns of a hole', () => {
  const { outbox } = outboxOf(0.006)
  outbox.addBlock({ firstSample: 0, sampleRate: 8000, channels: [new Float32Array(12).fill(1)] })
  outbox.addSilence(0.0015, 0.0045)
  expect([...outbox.columns.max]).toEqual([127, 127, 0, 0, -128, -128])
  expect([...outbox.columns.min]).toEqual([127, 127, 0, 0, 127, 127])
})

it('says how far the sound is analysed, and ends at the whole', () => {
  const { outbox, messages } = outboxOf(10)
  outbox.addBlock(loud(0, 40_000))
  expect(messages.at(-1)).toEqual({ kind: 'progress', progress: { fraction: 0.5, analysedSeconds: 5 } })
  outbox.addBlock(loud(40_000, 80_000))
  outbox.flush()
  expect(messages.at(-1)).toEqual({ kind: 'progress', progress: { fraction: 1, analysedSeconds: 10 } })
})

it('sends nothing where there is nothing new', () => {
  const { outbox, messages } = outboxOf(1)
  outbox.addSilence(0.5, 0.5)
  outbox.addBlock(loud(80_000, 100))
  outbox.flush()
  expect(messages).toEqual([])
})
