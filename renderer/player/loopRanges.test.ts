import { describe, expect, test } from 'vitest'
import type { ReelId } from '../../shared/model/ids.ts'
import { blankDocument } from '../../shared/model/newProduction.ts'
import type { Reel } from '../../shared/model/production.ts'
import { frames } from '../../shared/time/frames.ts'
import { buildAxis } from '../timeline/axis.ts'
import { rangeAround, runEnd } from './loopRanges.ts'

const rate = { num: 24, den: 1, dropFrame: false }

/** A reel whose file has a hundred frames of leader and fifty of tail. */
function reel(name: string, order: number, start: number): Reel {
  return {
    id: name as ReelId,
    label: name,
    order,
    programme: { start: frames(start), end: frames(start + 500) },
    media: {
      path: `${name}.mp4`,
      identity: '',
      startFrame: frames(start - 100),
      frameCount: frames(650),
      hasPicture: true,
      hasSound: true,
      proxy: null,
    },
    stems: [],
    pictureRate: null,
  }
}

const one = reel('R1', 1, 1000)
const two = reel('R2', 2, 2000)
const axis = buildAxis({ ...blankDocument(rate), reels: { [one.id]: one, [two.id]: two } })
const on = ({ id }: Reel, frame: number) => ({ reel: id, frame: frames(frame) })

describe('where a run ends', () => {
  test.each([
    ['forwards in the programme', one, 1200, 1, 1500, on(two, 2000)],
    ['forwards from the leader', one, 910, 4, 1500, on(two, 2000)],
    ['forwards from the tail, at the end of the file', one, 1510, 1, 1550, on(two, 2000)],
    ['forwards on the last reel, at the end of the film', two, 2100, 1, null, null],
    ['backwards in the programme', two, 2100, -1, 2000, on(one, 1499)],
    ['backwards from the leader, at the start of the file', two, 1950, -4, 1900, on(one, 1499)],
    ['backwards on the first reel, at the start of the film', one, 1200, -1, null, null],
  ] as const)('%s', (_name, reel, frame, speed, until, next) => {
    expect(runEnd(axis, on(reel, frame), speed, null)).toEqual({ until, next, endsStretch: false })
  })

  test('a stretch ends on its reel', () => {
    const stretch = { start: frames(150), end: frames(300) }
    expect(runEnd(axis, on(one, 1050), 1, stretch)).toEqual({ until: 1200, next: null, endsStretch: true })
  })

  test('a stretch over a reel change goes on, and ends on the next reel', () => {
    const stretch = { start: frames(550), end: frames(800) }
    expect(runEnd(axis, on(one, 1450), 1, stretch)).toMatchObject({ until: 1500, next: on(two, 2000) })
    expect(runEnd(axis, on(two, 2000), 1, stretch)).toMatchObject({ until: 2050, endsStretch: true })
  })

  test('a stretch that ends in the tail ends with the programme', () => {
    const stretch = { start: frames(550), end: frames(620) }
    expect(runEnd(axis, on(one, 1450), 1, stretch)).toEqual({ until: 1500, next: null, endsStretch: true })
  })

  test('a stretch beyond the last film ends with it', () => {
    const stretch = { start: frames(800), end: frames(9000) }
    expect(runEnd(axis, on(two, 2050), 1, stretch)).toEqual({ until: null, next: null, endsStretch: true })
  })
})

test('what is played around a place is as long as the rolls, and ends where the film does', () => {
  const rolls = { pre: 2, post: 3 }
  expect(rangeAround(axis, frames(500), rate, rolls)).toEqual({ start: 452, end: 572 })
  expect(rangeAround(axis, frames(10), rate, rolls).start).toBe(0)
  expect(rangeAround(axis, frames(1290), rate, rolls).end).toBe(axis.length)
})
