import { describe, expect, test } from 'vitest'
import type { RecoveryFacts } from '../../shared/ipc/recoveryFacts.ts'
import { effectText, leftText, namesText, recoveredText } from './recoveryWords.ts'

const facts: RecoveryFacts = {
  count: 12,
  last: ['Nudge cue'],
  cues: { added: ['1m01', '1m02'], changed: ['1m03'], removed: [] },
  others: 1,
  savedAt: '2026-11-22T10:00:00Z',
  changedAt: '2026-11-24T16:20:00Z',
}

describe('what came back, in words', () => {
  test('tells how many changes since when', () => {
    expect(recoveredText(facts)).toMatch(
      /^Recovered 12 changes made since the file was saved on .*22.*, the last on .*24.* \(Nudge cue\)\.$/,
    )
    expect(recoveredText({ ...facts, count: 1, savedAt: facts.changedAt })).toMatch(
      /^Recovered 1 change .*, the last at .*20/,
    )
    expect(recoveredText({ ...facts, savedAt: null })).toContain('that no file holds')
  })

  test('tells what became of the cues', () => {
    expect(effectText(facts)).toBe('2 cues added, 1 changed, 1 other record changed')
    const none = { added: [], changed: [], removed: [] }
    expect(effectText({ ...facts, cues: { ...none, removed: ['1m09'] }, others: 0 })).toBe('1 cue removed')
    expect(effectText({ ...facts, cues: none, others: 3 })).toBe('3 other records changed')
    expect(effectText({ ...facts, cues: none, others: 0 })).toBe('nothing differs from the file')
  })

  test('names no more than one reads', () => {
    expect(namesText(['a', 'b'])).toBe('a, b')
    expect(namesText([...'abcdefgh'])).toBe('a, b, c, d, e, f and 2 more')
  })

  test('tells what stays as it is', () => {
    const cue = { table: 'cues', id: 'c', before: null, after: null } as const
    expect(leftText([])).toBe('')
    expect(leftText([cue])).toBe('1 cue changed since stays as it is.')
    expect(leftText([cue, { ...cue, table: 'works' }])).toBe('2 records changed since stay as they are.')
  })
})
