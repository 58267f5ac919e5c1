import { expect, test } from 'vitest'
import type { CueId, ReelId } from '../../shared/model/ids.ts'
import { blankCue } from '../../shared/model/newProduction.ts'
import { frames } from '../../shared/time/frames.ts'
import { overviewBars } from './overviewBars.ts'

function entry(index: number, start: number, end: number) {
  const span = { reel: 'r' as ReelId, start: frames(start), end: frames(end) }
  return { cue: blankCue(`c${index}` as CueId, [span]), start, end }
}

test('a bar stands where its cue is, and is never too narrow to be seen', () => {
  const bars = overviewBars([entry(0, 0, 100), entry(1, 500, 501)], 1000, 100, 0)
  expect(bars.map(({ x, width }) => [x, width])).toEqual([
    [0, 10],
    [50, 1.5],
  ])
})

test('ten thousand short cues make no more bars than there are pixels', () => {
  const many = Array.from({ length: 10_000 }, (_, index) => entry(index, index * 17, index * 17 + 12))
  expect(overviewBars(many, 170_000, 1400, 0).length).toBeLessThanOrEqual(1400)
})

test('a cue that is open reaches to the playhead, and one that cannot be read has no bar', () => {
  const open = { ...entry(0, 10, 11), end: Number.POSITIVE_INFINITY }
  const lost = { ...entry(1, 0, 1), start: Number.POSITIVE_INFINITY, end: Number.POSITIVE_INFINITY }
  expect(overviewBars([open, lost], 100, 100, 60)).toMatchObject([{ x: 10, width: 50 }])
})
