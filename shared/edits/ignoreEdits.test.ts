import { describe, expect, test } from 'vitest'
import { recordsOf } from '../model/document.ts'
import type { FindingPlace } from '../model/finding.ts'
import type { IgnoredId } from '../model/ids.ts'
import { done, refused } from './fixtures/run.ts'
import { countingIds, drop, sampleDocument, syncLicence } from './fixtures/sampleDocument.ts'
import { ignoreFindings, stopIgnoring } from './ignoreEdits.ts'

const place: FindingPlace = { rule: 'CS-071', cue: drop, side: 'sync' }

describe('ignoring a finding', () => {
  test('keeps the reason and the day beside what the finding is about', () => {
    const after = done(ignoreFindings([place], ' The label has agreed ', '2026-02-03', countingIds()))
    expect(recordsOf(after, 'ignored')).toEqual([
      {
        ...{ id: 'n1', rule: 'CS-071', cue: drop, other: null, licence: null, party: null },
        ...{ side: 'sync', field: '', reason: 'The label has agreed', day: '2026-02-03' },
      },
    ])
  })

  test('a second time changes the reason and makes no second record', () => {
    const once = done(ignoreFindings([place], 'First', '2026-02-03', countingIds()))
    const twice = done(ignoreFindings([place], 'Second', '2026-02-04', countingIds('x')), once)
    expect(recordsOf(twice, 'ignored')).toMatchObject([{ id: 'n1', reason: 'Second', day: '2026-02-04' }])
  })

  test('of findings that differ in one part makes a record for each', () => {
    const others: readonly FindingPlace[] = [
      place,
      { ...place, side: 'master' },
      { ...place, licence: syncLicence },
      { ...place, field: 'artist' },
      { rule: 'CS-071', side: 'sync' },
    ]
    const after = done(ignoreFindings(others, 'Known', '2026-02-03', countingIds()))
    expect(recordsOf(after, 'ignored')).toHaveLength(others.length)
    expect(ignoreFindings(others, 'Known', '', countingIds()).label).toBe('Ignore 5 findings')
  })

  test('is refused without a reason', () => {
    expect(refused(ignoreFindings([place], '  ', '2026-02-03', countingIds())).message).toContain('reason')
  })

  test('is taken back', () => {
    const once = done(ignoreFindings([place], 'First', '2026-02-03', countingIds()))
    expect(done(stopIgnoring(['n1' as IgnoredId]), once)).toEqual(sampleDocument)
    expect(done(stopIgnoring(['x' as IgnoredId]), once)).toBe(once)
  })
})
