import { describe, expect, it } from 'vitest'
import { frames } from '../../shared/time/frames.ts'
import { afterRestart, afterUserMove, type Follow, followBy, followed } from './follow.ts'
import { clamped, fitted, pannedBy, pannedTo, type Viewport, xOf } from './viewport.ts'

const film = { start: frames(86_400), end: frames(86_400 + 172_800) }
/** 1,000 px of 2 px each, from frame 100,000. */
const view = clamped({ ...fitted(film, 1000), first: 100_000, pixelsPerFrame: 2 })
const page = followBy('page', false)
const centred = followBy('centred', false)

/** Plays on, a frame at a time. */
function play(
  follow: Follow,
  from: Viewport,
  start: number,
  count: number,
): { follow: Follow; view: Viewport } {
  let now = { follow, view: from }
  for (let frame = start; frame < start + count; frame += 1) now = followed(now.follow, now.view, frame)
  return now
}

describe('off', () => {
  it('leaves the window alone', () => {
    const off = followBy('off', false)
    expect(followed(off, view, 150_000)).toEqual({ follow: off, view })
    expect(afterUserMove(off, view, 150_000)).toEqual(off)
  })
})

describe('by pages', () => {
  it('stands still until the playhead is at 95 %, then turns so that it stands at 10 %', () => {
    expect(followed(page, view, 100_474).view).toBe(view)
    const turned = followed(page, view, 100_475).view
    expect(xOf(turned, 100_475)).toBeCloseTo(100, 9)
    expect(followed(page, turned, 100_476).view).toBe(turned)
  })

  it('turns to a playhead that has jumped before the window', () => {
    expect(xOf(followed(page, view, 99_000).view, 99_000)).toBeCloseTo(100, 9)
  })

  it('rests at the end of the film', () => {
    const last = pannedTo(view, film.end, 0)
    expect(followed(page, last, film.end - 1).view).toBe(last)
  })

  it('waits after the user has panned away, until the playhead comes into the window', () => {
    const away = pannedBy(view, 3000)
    const waiting = afterUserMove(page, away, 100_100)
    expect(waiting.suspended).toBe(true)
    expect(followed(waiting, away, 101_499)).toEqual({ follow: waiting, view: away })
    const back = followed(waiting, away, 101_500)
    expect(back).toEqual({ follow: page, view: away })
    expect(play(waiting, away, 100_100, 2000).view).not.toBe(away)
  })

  it('goes on at once where the user left the playhead in the window', () => {
    expect(afterUserMove(page, pannedBy(view, 100), 100_100).suspended).toBe(false)
  })

  it('goes on after a restart', () => {
    const away = pannedBy(view, 3000)
    const again = afterRestart(afterUserMove(page, away, 100_100))
    expect(xOf(followed(again, away, 100_100).view, 100_100)).toBeCloseTo(100, 9)
  })
})

describe('centred', () => {
  it('keeps the playhead in the middle', () => {
    expect(xOf(followed(centred, view, 123_456).view, 123_456)).toBeCloseTo(500, 9)
  })

  it('lets the playhead run to the edge at the ends of the film', () => {
    const { view: first } = followed(centred, view, film.start)
    expect(xOf(first, film.start)).toBeGreaterThanOrEqual(0)
    expect(xOf(first, film.start)).toBeLessThan(500)
    expect(followed(centred, first, film.start).view).toBe(first)
    expect(afterUserMove(centred, first, film.start).suspended).toBe(false)
  })

  it('waits after the user has panned, until the playhead comes by the middle, also at the deepest zoom', () => {
    for (const pixelsPerFrame of [0.1, 2, 64]) {
      const start = clamped({ ...view, pixelsPerFrame })
      const there = followed(centred, start, 120_000).view
      const away = pannedBy(there, 400)
      const waiting = afterUserMove(centred, away, 120_000)
      expect(waiting.suspended).toBe(true)
      expect(followed(waiting, away, 120_000).view).toBe(away)
      const needed = Math.ceil(400 / pixelsPerFrame)
      expect(play(waiting, away, 120_000, needed + 1).follow.suspended).toBe(false)
    }
  })

  it('becomes pages with reduced motion', () => {
    expect(followBy('centred', true)).toEqual(page)
    expect(followBy('off', true).mode).toBe('off')
  })
})
