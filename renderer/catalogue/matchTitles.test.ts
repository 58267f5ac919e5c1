import { expect, test } from 'vitest'
import { sampleDocument } from '../../shared/edits/fixtures/sampleDocument.ts'
import type { Cue } from '../../shared/model/cue.ts'
import type { CueId } from '../../shared/model/ids.ts'
import { matchTitles } from './matchTitles.ts'

const cues = Object.values(sampleDocument.cues) as readonly Cue[]
const line = (title: string) => ({ title, artist: '', composers: [] })
const lines = [line('A'), null, line('B'), line('C'), line('D')]

const pairs = (skipped: readonly string[] = [], left: readonly number[] = []) =>
  matchTitles(lines, cues, new Set(skipped as readonly CueId[]), new Set(left)).map(
    (matched) => `${matched.cue?.id ?? '–'} ${matched.isSkipped ? 'skipped' : (matched.line?.title ?? '–')}`,
  )

test('lines name cues in order; a dash keeps one; a line too many finds none', () => {
  expect(pairs()).toEqual(['c1 A', 'c2 –', 'c3 B', 'c4 C', '– D'])
})

test('a skipped cue and a line left out move the others up', () => {
  expect(pairs(['c1'])).toEqual(['c1 skipped', 'c2 A', 'c3 –', 'c4 B', '– C', '– D'])
  expect(pairs([], [0, 1])).toEqual(['– A', '– –', 'c1 B', 'c2 C', 'c3 D', 'c4 –'])
})
