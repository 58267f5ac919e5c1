import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { OpenedFilm } from '../../shared/ipc/film.ts'
import type { Problem } from '../../shared/result.ts'
import { FilmPeaks } from './filmPeaks.ts'
import type { PeaksMessage, PeaksOrder, PeaksRequest } from './peaksMessages.ts'

/** Node has no Worker of the web's kind; the real one is driven in Electron. */
class SpeakingWorker {
  static all: SpeakingWorker[] = []
  onmessage: ((event: { data: PeaksMessage }) => void) | null = null
  readonly requests: PeaksRequest[] = []
  constructor() {
    SpeakingWorker.all.push(this)
  }
  postMessage(request: PeaksRequest): void {
    this.requests.push(request)
  }
  terminate(): void {}
  async say(message: PeaksMessage): Promise<void> {
    this.onmessage?.({ data: message })
    await new Promise((resolve) => setImmediate(resolve))
  }
  get order(): PeaksOrder {
    const [order] = this.requests
    if (order?.kind !== 'order') throw new Error('no order')
    return order
  }
}
const lastWorker = (): SpeakingWorker => SpeakingWorker.all.at(-1) as SpeakingWorker
const done: PeaksMessage = { kind: 'done', damage: undefined }
const problem: Problem = { message: 'No.', expected: 'yes', found: 'no', remedy: 'Ask again.' }

beforeEach(() => {
  SpeakingWorker.all = []
  vi.stubGlobal('Worker', SpeakingWorker)
  vi.stubGlobal('fetch', async () => new Response(null, { status: 204 }))
})
afterEach(() => {
  vi.unstubAllGlobals()
})

function filmOf(soundCount: number, prepared: string | null = null): OpenedFilm {
  return {
    path: '/film.mp4',
    url: 'media://film/1',
    peaksUrl: 'media://peaks/1',
    picture: { rate: { num: 25, den: 1, dropFrame: false } },
    sounds: Array.from({ length: soundCount }, (_, index) => ({ index })),
    prepared: prepared === null ? null : { url: prepared },
  } as unknown as OpenedFilm
}

const chunk = (first: number): PeaksMessage => ({
  kind: 'chunk',
  first,
  max: new Int8Array(100).fill(9),
  min: new Int8Array(100),
})

describe('the waveforms of a film', () => {
  it('are read stream by stream, the chosen one first', async () => {
    const peaks = new FilmPeaks(() => {})
    peaks.setStream('/film.mp4', 1)
    const reading = peaks.read(filmOf(3), 1)
    expect(lastWorker().order).toMatchObject({
      url: 'media://film/1',
      stream: 1,
      frameSeconds: 0.04,
      cacheUrl: 'media://peaks/1/1',
      columnsUrl: 'media://columns/1/1',
    })
    await lastWorker().say(chunk(0))
    expect(peaks.of('/film.mp4')).toBe(peaks.of('/film.mp4', 1))
    expect(peaks.of('/film.mp4', 0)).toBeUndefined()
    await lastWorker().say(done)
    await lastWorker().say(done)
    expect(peaks.activity.value).toMatchObject({ stream: 2, streamCount: 3 })
    await lastWorker().say(done)
    await reading
    expect(SpeakingWorker.all.map(({ order }) => order.stream)).toEqual([1, 0, 2])
    expect(peaks.activity.value).toBeNull()
  })

  it('go on where they were stopped, not from the beginning', async () => {
    const peaks = new FilmPeaks(() => {})
    void peaks.read(filmOf(1), 1)
    await lastWorker().say(chunk(400))
    await lastWorker().say({ kind: 'progress', progress: { fraction: 0.1 } })
    expect(peaks.activity.value?.fraction).toBe(0.1)
    peaks.cancel()
    expect(peaks.activity.value).toBeNull()
    expect(peaks.of('/film.mp4')?.levels[0]?.max[450]).toBe(9)
    void peaks.read(filmOf(1), 1)
    expect(SpeakingWorker.all).toHaveLength(2)
    expect([...(lastWorker().order.known?.max.subarray(398, 402) ?? [])]).toEqual([-128, -128, 9, 9])
  })

  it('are read from where the playhead is', () => {
    const peaks = new FilmPeaks(() => {})
    peaks.follow('/film.mp4', 20_000)
    void peaks.read(filmOf(1), 100)
    expect(lastWorker().order.near).toBe(20_000)
    peaks.follow('/film.mp4', 20_400)
    peaks.follow('/film.mp4', 60_000)
    peaks.follow('/other.mp4', 90_000)
    expect(lastWorker().requests.slice(1)).toEqual([{ kind: 'near', near: 60_000 }])
  })

  it('turn to another stream as soon as it is chosen', async () => {
    const peaks = new FilmPeaks(() => {})
    void peaks.read(filmOf(2), 1)
    await lastWorker().say(chunk(0))
    peaks.setStream('/film.mp4', 1)
    expect(SpeakingWorker.all[0]?.requests.at(-1)).toEqual({ kind: 'stop' })
    expect(lastWorker().order.stream).toBe(1)
    await lastWorker().say(done)
    expect(lastWorker().order).toMatchObject({ stream: 0 })
    expect(lastWorker().order.known?.max[50]).toBe(9)
  })

  it('are made anew from the copy that stands in for the film', async () => {
    const peaks = new FilmPeaks(() => {})
    void peaks.read(filmOf(1), 1)
    await lastWorker().say(chunk(0))
    void peaks.read(filmOf(1, 'media://film/2'), 1)
    expect(lastWorker().order).toMatchObject({
      url: 'media://film/2',
      cacheUrl: 'media://peaks/1/0p',
      columnsUrl: 'media://columns/2/0',
      known: undefined,
    })
    expect(peaks.of('/film.mp4')).toBeUndefined()
  })

  it('of stems are read after the film, give way to it, and are taken up again', async () => {
    const stem = { ...filmOf(2), path: '/mx.wav', name: 'mx.wav', durationSeconds: 1 }
    const peaks = new FilmPeaks(() => {})
    void peaks.read(filmOf(1), 1)
    peaks.readLater(stem)
    expect(SpeakingWorker.all).toHaveLength(1)
    await lastWorker().say(done)
    expect(peaks.activity.value).toMatchObject({ path: '/mx.wav', streamCount: 1, aside: 'mx.wav' })
    await lastWorker().say(chunk(0))
    void peaks.read({ ...filmOf(1), path: '/reel2.mp4' }, 1)
    expect(peaks.activity.value).toMatchObject({ path: '/reel2.mp4', aside: null })
    await lastWorker().say(done)
    expect(peaks.activity.value).toMatchObject({ path: '/mx.wav', aside: 'mx.wav' })
    expect(lastWorker().order.known?.max[50]).toBe(9)
    await lastWorker().say(done)
    expect(peaks.activity.value).toBeNull()
    peaks.readLater(stem)
    expect(SpeakingWorker.all).toHaveLength(4)
  })

  it('of stems are not read once the user has stopped the reading', async () => {
    const peaks = new FilmPeaks(() => {})
    void peaks.read(filmOf(1), 1)
    peaks.readLater({ ...filmOf(1), path: '/mx.wav', name: 'mx.wav', durationSeconds: 1 })
    peaks.cancel()
    void peaks.read(filmOf(1), 1)
    await lastWorker().say(done)
    expect(peaks.activity.value).toBeNull()
  })

  it('of a film whose index leads nowhere are not read, since that comes to no end', async () => {
    const peaks = new FilmPeaks(() => {})
    await peaks.read({ ...filmOf(1), hasBrokenIndex: true }, 1)
    expect(SpeakingWorker.all).toEqual([])
    expect(peaks.activity.value).toBeNull()
  })

  it('that cannot be had are told of once, and only for the chosen stream', async () => {
    const told: Problem[] = []
    const peaks = new FilmPeaks((one) => told.push(one))
    const reading = peaks.read(filmOf(2), 1)
    await lastWorker().say({ kind: 'refused', problem })
    await lastWorker().say({ kind: 'refused', problem })
    await reading
    await peaks.read(filmOf(2), 1)
    expect(told).toEqual([problem])
    expect(SpeakingWorker.all).toHaveLength(2)
  })
})
