import { expect, test } from 'vitest'
import { type Change, compare } from './change.ts'
import { changeLines, changeSummary } from './changeWords.ts'
import { retypeCues, updateCues } from './cueFieldEdits.ts'
import { nudgeCues } from './cueMoveEdits.ts'
import { removeCues } from './cueStructureEdits.ts'
import { type Edit, joinEdits } from './edit.ts'
import { crossing, drop, sampleDocument, score, typo } from './fixtures/sampleDocument.ts'
import { updateProduction } from './productionEdits.ts'

function changeOf(...edits: readonly Edit[]): Change {
  const result = joinEdits('Several', edits).run(sampleDocument)
  if (!result.ok) throw new Error(result.problem.message)
  return compare(sampleDocument, result.value)
}

const lines = (...edits: readonly Edit[]) => changeLines(changeOf(...edits), sampleDocument, 20).lines

test('a change is counted by what is done to what', () => {
  expect(changeSummary([])).toBe('Nothing would change')
  expect(changeSummary(changeOf(updateCues([score, drop], { scene: '12' })))).toBe('2 cues changed')
  const several = changeOf(removeCues([drop]), updateProduction({ title: 'Tide' }))
  expect(changeSummary(several)).toBe('production details changed, 1 cue removed, 1 licence changed')
})

test('a field is named with what it was and what it would be', () => {
  expect(lines(updateCues([score], { title: 'Tide' }))).toEqual([
    { kind: 'changed', what: 'Cue 1m01 “Tide”', fields: ['title: nothing → Tide'] },
  ])
  expect(lines(retypeCues([score], 'needleDrop'))[0]?.fields).toContain('type: score → needle drop')
})

test('a cue that moves says its in and out as timecode, over reels too', () => {
  expect(lines(nudgeCues([score], 'cue', 5))[0]?.fields).toEqual([
    'in: 01:01:00:00 → 01:01:00:05',
    'out: 01:02:00:00 → 01:02:00:05',
  ])
  expect(lines(nudgeCues([crossing], 'end', 1))[0]?.fields).toEqual(['out: 02:01:00:00 → 02:01:00:01'])
})

test('what is removed is named, cues first, a cue without a title by its work', () => {
  const [first, second] = lines(removeCues([drop]))
  expect(first).toEqual({ kind: 'removed', what: 'Cue 1m02 “Undertow”', fields: [] })
  expect(second?.what).toMatch(/^Licence/)
  expect(lines(removeCues([typo]))[0]?.what).toBe('Cue 2m04')
})

test('the cues of a licence are named by their numbers, also one that would come back', () => {
  const removed = removeCues([drop]).run(sampleDocument)
  if (!removed.ok) throw new Error(removed.problem.message)
  const back = changeLines(compare(removed.value, sampleDocument), removed.value, 20).lines
  expect(back[0]).toEqual({ kind: 'added', what: 'Cue 1m02 “Undertow”', fields: [] })
  expect(back[1]?.fields).toEqual(['cues of licence: nothing → 1m02'])
  expect(lines(removeCues([drop]))[1]?.fields).toEqual(['cues of licence: 1m02 → nothing'])
})

test('only the first records are named, and the others counted', () => {
  const { lines: named, more } = changeLines(
    changeOf(updateCues([score, drop, typo], { scene: '1' })),
    sampleDocument,
    2,
  )
  expect([named.length, more]).toEqual([2, 1])
})
