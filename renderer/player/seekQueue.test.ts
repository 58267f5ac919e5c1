import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Frames, frames } from '../../shared/time/frames.ts'
import { Store } from '../store/store.ts'
import { Scope } from '../ui/scope.ts'
import { LatencyMeter } from './latencyMeter.ts'
import type { PictureClock } from './pictureClock.ts'
import { SeekQueue } from './seekQueue.ts'

/** An element that says at once that it has sought, and shows the frame unless it loses the picture; a second is a frame. */
class HastyVideo extends EventTarget {
  readonly sought: number[] = []
  shown = frames(0)
  /** How many of the next pictures are lost. */
  losing = 0

  set currentTime(seconds: number) {
    this.sought.push(seconds)
    if (this.losing > 0) this.losing -= 1
    else this.shown = frames(seconds)
    queueMicrotask(() => this.dispatchEvent(new Event('seeked')))
  }
}

let video: HastyVideo
let queue: SeekQueue
let idle: number[]
const scope = new Scope()

beforeEach(() => {
  vi.stubGlobal('document', { hidden: true })
  video = new HastyVideo()
  idle = []
  const clock = {
    presented: new Store<Frames | null>(null),
    secondsOf: (frame: Frames) => frame,
    frameOnScreen: () => video.shown,
  }
  queue = new SeekQueue(
    video as unknown as HTMLVideoElement,
    scope,
    clock as unknown as PictureClock,
    new LatencyMeter(),
    { ended: () => {}, idle: () => idle.push(video.shown) },
  )
})
afterEach(() => {
  vi.unstubAllGlobals()
})

const whenIdle = () => vi.waitFor(() => expect(queue.isIdle).toBe(true))

test('a frame whose picture is lost is sought again', async () => {
  video.losing = 2
  queue.want(frames(7))
  await whenIdle()
  expect(video.sought).toEqual([7, 7, 7])
  expect(idle).toEqual([7])
})

test('a frame that cannot be had is given up, and the next one is sought', async () => {
  video.losing = 3
  queue.want(frames(7))
  await whenIdle()
  expect(idle).toEqual([0])
  queue.want(frames(8))
  await whenIdle()
  expect(video.sought).toEqual([7, 7, 7, 8])
  expect(idle).toEqual([0, 8])
})

test('it is busy from the first seek to the last picture, and at once no more when it is given up', async () => {
  const told: boolean[] = []
  queue.isBusy.subscribe((isBusy) => told.push(isBusy))
  queue.want(frames(7))
  queue.want(frames(8))
  await whenIdle()
  expect(told).toEqual([true, false])
  queue.want(frames(9))
  queue.clear()
  expect(told).toEqual([true, false, true, false])
})

test('a lost picture that nobody waits for any more is not sought again', async () => {
  video.losing = 1
  queue.want(frames(7))
  queue.want(frames(8))
  await whenIdle()
  expect(video.sought).toEqual([7, 8])
})

test('a verification tells whether the picture came, however often it was sought', async () => {
  video.losing = 2
  await expect(queue.verify(frames(5))).resolves.toBe(true)
  video.losing = 3
  await expect(queue.verify(frames(6))).resolves.toBe(false)
  expect(video.sought).toEqual([5, 5, 5, 6, 6, 6])
})
