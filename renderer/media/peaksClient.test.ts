import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { addBlock, createPeaks, type Peaks } from '../../shared/peaks/peaks.ts'
import type { Problem } from '../../shared/result.ts'
import { extractPeaks, type PeaksRun, type PeaksTask, type PeaksWishes } from './peaksClient.ts'
import type { PeaksMessage, PeaksProgress, PeaksRequest } from './peaksMessages.ts'

/** Node has no Worker of the web's kind; the real one is driven in Electron. */
class SpeakingWorker {
  static last: SpeakingWorker
  onmessage: ((event: { data: PeaksMessage }) => void) | null = null
  onerror: ((event: { message: string }) => void) | null = null
  readonly requests: PeaksRequest[] = []
  terminated = false
  constructor() {
    SpeakingWorker.last = this
  }
  postMessage(request: PeaksRequest): void {
    this.requests.push(request)
  }
  terminate(): void {
    this.terminated = true
  }
  say(message: PeaksMessage): void {
    this.onmessage?.({ data: message })
  }
}

beforeEach(() => {
  vi.stubGlobal('Worker', SpeakingWorker)
})
afterEach(() => {
  vi.unstubAllGlobals()
})

const problem: Problem = { message: 'No.', expected: 'yes', found: 'no', remedy: 'Ask again.' }
const task: PeaksTask = {
  url: 'media://film/1',
  stream: 1,
  durationSeconds: 1,
  frameSeconds: 0.04,
  near: 0,
  cacheUrl: undefined,
  columnsUrl: undefined,
  peaks: undefined,
}

function start(wishes: PeaksWishes = {}, peaks?: Peaks): { run: PeaksRun; worker: SpeakingWorker } {
  const run = extractPeaks({ ...task, peaks }, wishes)
  return { run, worker: SpeakingWorker.last }
}

/** Sound in some columns of a second, and the message that brings it. */
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
    const seen: Peaks[] = []
    const progress: PeaksProgress[] = []
    const { run, worker } = start({
      onPeaks: (peaks) => seen.push(peaks),
      onProgress: (one) => progress.push(one),
    })
    const { peaks: _, ...rest } = task
    expect(worker.requests).toEqual([{ kind: 'order', ...rest, known: undefined }])
    const { peaks, message } = someSound(200, 700)
    worker.say(message)
    worker.say({ kind: 'progress', progress: { fraction: 0.7 } })
    worker.say({ kind: 'done', damage: undefined })
    expect(await run.result).toEqual({ ok: true, value: peaks })
    expect(seen).toEqual([peaks])
    expect(progress).toEqual([{ fraction: 0.7 }])
  })

  it('takes kept levels as they come, the coarse ones first', async () => {
    const { peaks } = someSound(0, 1000)
    const finest: number[] = []
    const { run, worker } = start({ onPeaks: (so) => finest.push(so.finest) })
    const depths = peaks.levels.map((_, depth) => depth).reverse()
    for (const depth of depths) {
      const { max, min } = peaks.levels[depth] ?? { max: new Int8Array(), min: new Int8Array() }
      worker.say({ kind: 'level', depth, max, min })
    }
    worker.say({ kind: 'done', damage: undefined })
    expect(finest).toEqual(depths)
    expect(await run.result).toEqual({ ok: true, value: peaks })
  })

  it('keeps what is estimated apart from what is measured', async () => {
    const { run, worker } = start()
    worker.say({ kind: 'estimates', estimates: [{ first: 16, end: 32, max: 5, min: -6 }] })
    worker.say({ kind: 'done', damage: undefined })
    const result = await run.result
    if (!result.ok) throw new Error(result.problem.message)
    expect([...result.value.estimate.max.subarray(14, 34)]).toEqual([
      ...[-128, -128],
      ...Array<number>(16).fill(5),
      ...[-128, -128],
    ])
    expect(result.value.levels).toEqual(createPeaks(1).levels)
  })

  it('begins again with empty peaks when what was said was wrong, and says why', async () => {
    const damages: Problem[] = []
    const { run, worker } = start({ onDamage: (one) => damages.push(one) })
    worker.say(someSound(0, 900).message)
    worker.say({ kind: 'discard', problem })
    const { peaks, message } = someSound(100, 200)
    worker.say(message)
    worker.say({ kind: 'done', damage: undefined })
    expect(await run.result).toEqual({ ok: true, value: peaks })
    expect(damages).toEqual([problem])
  })

  it('goes on from what an earlier one found', async () => {
    const { peaks } = someSound(0, 400)
    const { run, worker } = start({}, peaks)
    const [order] = worker.requests
    expect(order?.kind === 'order' && order.known).toEqual(peaks.levels[0])
    expect(order?.kind === 'order' && order.known?.max).not.toBe(peaks.levels[0]?.max)
    worker.say(someSound(400, 1000).message)
    worker.say({ kind: 'done', damage: undefined })
    const result = await run.result
    expect(result.ok && result.value).toBe(peaks)
  })

  it('gives what could be had of damaged sound, and says what is missing', async () => {
    const damages: Problem[] = []
    const { run, worker } = start({ onDamage: (one) => damages.push(one) })
    const { peaks, message } = someSound(0, 100)
    worker.say(message)
    worker.say({ kind: 'done', damage: problem })
    expect(await run.result).toEqual({ ok: true, value: peaks })
    expect(damages).toEqual([problem])
  })

  it('is refused with the worker’s own words', async () => {
    const { run, worker } = start()
    worker.say({ kind: 'refused', problem })
    expect(await run.result).toEqual({ ok: false, problem })
  })

  it('stops at once when asked to, hears nothing more, and lets the worker keep what it has', async () => {
    const controller = new AbortController()
    const seen: Peaks[] = []
    const { run, worker } = start({ signal: controller.signal, onPeaks: (peaks) => seen.push(peaks) })
    run.follow(300)
    controller.abort()
    worker.say(someSound(0, 10).message)
    const settled = await run.result
    expect(settled.ok ? undefined : settled.problem.message).toBe('The analysis of the sound was stopped.')
    expect(seen).toEqual([])
    expect(worker.requests.slice(1)).toEqual([{ kind: 'near', near: 300 }, { kind: 'stop' }])
    expect(worker.terminated).toBe(false)
  })

  it('does not begin when it was stopped before', async () => {
    const { worker: before } = start()
    const { result } = extractPeaks(task, { signal: AbortSignal.abort() })
    expect((await result).ok).toBe(false)
    expect(SpeakingWorker.last).toBe(before)
  })

  it('throws what nobody expected', async () => {
    const { run, worker } = start()
    worker.onerror?.({ message: 'TypeError: x' })
    await expect(run.result).rejects.toThrow('TypeError: x')
    expect(worker.terminated).toBe(true)
  })
})
