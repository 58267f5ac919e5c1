import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ColumnRange } from '../../shared/peaks/peakColumns.ts'
import { addBlock, createPeaks, type Peaks } from '../../shared/peaks/peaks.ts'
import type { Problem } from '../../shared/result.ts'
import { extractPeaks, type PeaksWishes } from './peaksClient.ts'
import type { PeaksMessage, PeaksOrder, PeaksProgress } from './peaksMessages.ts'

/** Node has no Worker of the web's kind; the real one is driven in Electron. */
class SpeakingWorker {
  static last: SpeakingWorker
  onmessage: ((event: { data: PeaksMessage }) => void) | null = null
  onerror: ((event: { message: string }) => void) | null = null
  order: PeaksOrder | undefined
  terminated = false
  constructor() {
    SpeakingWorker.last = this
  }
  postMessage(order: PeaksOrder): void {
    this.order = order
  }
  terminate(): void {
    this.terminated = true
  }
  say(message: PeaksMessage): void {
    if (!this.terminated) this.onmessage?.({ data: message })
  }
}

beforeEach(() => {
  vi.stubGlobal('Worker', SpeakingWorker)
})
afterEach(() => {
  vi.unstubAllGlobals()
})

const problem: Problem = { message: 'No.', expected: 'yes', found: 'no', remedy: 'Ask again.' }

function start(wishes: PeaksWishes = {}): {
  result: ReturnType<typeof extractPeaks>
  worker: SpeakingWorker
} {
  const result = extractPeaks('media://film/1', 1, wishes)
  return { result, worker: SpeakingWorker.last }
}

/** A second of sound and its columns as a message. */
function someSound(first: number, end: number): { peaks: Peaks; message: PeaksMessage } {
  const peaks = createPeaks(1)
  const samples = Float32Array.from({ length: (end - first) * 8 }, (_, index) => Math.sin(index))
  addBlock(peaks, { firstSample: first * 8, sampleRate: 8000, channels: [samples] })
  const base = peaks.levels[0] ?? { max: new Int8Array(), min: new Int8Array() }
  return {
    peaks,
    message: { kind: 'chunk', first, max: base.max.slice(first, end), min: base.min.slice(first, end) },
  }
}

describe('an analysis', () => {
  it('grows the same peaks with every chunk and gives them at the end', async () => {
    const seen: [Peaks, ColumnRange][] = []
    const progress: PeaksProgress[] = []
    const { result, worker } = start({
      onChunk: (peaks, columns) => seen.push([peaks, columns]),
      onProgress: (one) => progress.push(one),
    })
    expect(worker.order).toEqual({ url: 'media://film/1', durationSeconds: 1, cacheUrl: undefined })
    const { peaks, message } = someSound(200, 700)
    worker.say(message)
    worker.say({ kind: 'progress', progress: { fraction: 0.7, analysedSeconds: 0.7 } })
    worker.say({ kind: 'done', damage: undefined })
    expect(await result).toEqual({ ok: true, value: peaks })
    expect(seen).toEqual([[peaks, { start: 200, end: 700 }]])
    expect(progress).toEqual([{ fraction: 0.7, analysedSeconds: 0.7 }])
    expect(worker.terminated).toBe(true)
  })

  it('gives kept peaks as they are', async () => {
    const seen: ColumnRange[] = []
    const { result, worker } = start({
      cacheUrl: 'media://peaks/1',
      onChunk: (_, columns) => seen.push(columns),
    })
    expect(worker.order?.cacheUrl).toBe('media://peaks/1')
    const { peaks } = someSound(0, 1000)
    worker.say({ kind: 'kept', peaks })
    worker.say({ kind: 'done', damage: undefined })
    const settled = await result
    expect(settled.ok && settled.value).toBe(peaks)
    expect(seen).toEqual([{ start: 0, end: 1000 }])
  })

  it('gives what could be had of damaged sound, and says what is missing', async () => {
    const damages: Problem[] = []
    const { result, worker } = start({ onDamage: (one) => damages.push(one) })
    const { peaks, message } = someSound(0, 100)
    worker.say(message)
    worker.say({ kind: 'done', damage: problem })
    expect(await result).toEqual({ ok: true, value: peaks })
    expect(damages).toEqual([problem])
  })

  it('is refused with the worker’s own words', async () => {
    const { result, worker } = start()
    worker.say({ kind: 'refused', problem })
    expect(await result).toEqual({ ok: false, problem })
    expect(worker.terminated).toBe(true)
  })

  it('stops at once when asked to, and hears nothing more', async () => {
    const controller = new AbortController()
    const seen: ColumnRange[] = []
    const { result, worker } = start({
      signal: controller.signal,
      onChunk: (_, columns) => seen.push(columns),
    })
    controller.abort()
    expect(worker.terminated).toBe(true)
    worker.say(someSound(0, 10).message)
    const settled = await result
    expect(settled.ok ? undefined : settled.problem.message).toBe('The analysis of the sound was stopped.')
    expect(seen).toEqual([])
  })

  it('does not begin when it was stopped before', async () => {
    const { worker: before } = start()
    const settled = await extractPeaks('media://film/2', 1, { signal: AbortSignal.abort() })
    expect(settled.ok).toBe(false)
    expect(SpeakingWorker.last).toBe(before)
  })

  it('throws what nobody expected', async () => {
    const { result, worker } = start()
    worker.onerror?.({ message: 'TypeError: x' })
    await expect(result).rejects.toThrow('TypeError: x')
    expect(worker.terminated).toBe(true)
  })
})
