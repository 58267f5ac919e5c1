import { describe, expect, test } from 'vitest'
import { setBudget } from '../edits/budgetEdits.ts'
import { apply, compare, invert } from '../edits/change.ts'
import { removeCues } from '../edits/cueStructureEdits.ts'
import type { Edit } from '../edits/edit.ts'
import { addLicence, updateLicence } from '../edits/licenceEdits.ts'
import { documentSchema, type ProductionDocument } from '../model/document.ts'
import type { CueId, LicenceId } from '../model/ids.ts'
import { reviewDocument } from '../review/review.ts'
import { soundDocument } from '../sheet/soundDocument.ts'

const sound = soundDocument()
const sync = 'sync2' as LicenceId

function changed(edit: Edit, document = sound): ProductionDocument {
  const result = edit.run(document)
  if (!result.ok) throw new Error(result.problem.message)
  return result.value
}

const rulesOf = (document: ProductionDocument) => new Set(reviewDocument(document).map(({ rule }) => rule))

describe('values that cannot be are kept and found', () => {
  const half = addLicence(
    'sync',
    ['c2' as CueId],
    { share: 100, feeMinor: 5, currency: 'USD' },
    () => 'x' as never,
  )
  test.each<[string, Edit, string]>([
    ['a fee below zero', updateLicence(sync, { feeMinor: -250_000, currency: 'EUR' }), 'CS-081'],
    ['an estimate below zero', updateLicence(sync, { estimateMinor: -1 }), 'CS-081'],
    ['a share of 101 %', updateLicence(sync, { share: 10_100 }), 'CS-049'],
    ['a share below zero', updateLicence(sync, { share: -1 }), 'CS-049'],
    [
      'approved before it was asked for',
      updateLicence(sync, { requested: '2026-02-02', approved: '2026-02-01' }),
      'CS-083',
    ],
    [
      'expired before it starts',
      updateLicence(sync, { starts: '2026-02-02', expires: '2026-02-01' }),
      'CS-083',
    ],
    ['a term shorter than is needed', updateLicence(sync, { term: '1 year' }), 'CS-076'],
    ['its cue deleted', removeCues(['c2' as CueId]), 'CS-084'],
  ])('%s', (_, edit, rule) => {
    const needed = { ...sound, production: { ...sound.production, neededTerm: 'Perpetuity' } }
    const document = changed(edit, needed)
    expect(rulesOf(needed)).not.toContain(rule)
    expect(rulesOf(document)).toContain(rule)
    expect(documentSchema.safeParse(document).success).toBe(true)
    expect(Object.keys(document.licences)).toContain(sync)
    expect(apply(document, invert(compare(needed, document)))).toEqual(needed)
  })

  test('two currencies on one side', () => {
    const priced = changed(updateLicence(sync, { share: 9900, feeMinor: 5, currency: 'EUR' }))
    expect(rulesOf(priced)).not.toContain('CS-082')
    expect(rulesOf(changed(half, priced))).toContain('CS-082')
  })
})

describe('values that no document can hold are refused in words', () => {
  test.each<[string, Edit, string]>([
    ['a day that is none', updateLicence(sync, { expires: 'soon' }), 'expires'],
    ['half a cent', updateLicence(sync, { feeMinor: 0.5 }), 'feeMinor'],
    ['a budget below zero', setBudget('EUR', -1), 'budget'],
    ['a budget in no currency', setBudget('euro', 100), 'one currency'],
    ['a cue that is gone', updateLicence(sync, { cues: ['gone' as CueId] }), 'no longer'],
  ])('%s', (_, edit, words) => {
    const result = edit.run(sound)
    expect(result.ok ? '' : `${result.problem.message} ${result.problem.expected}`).toContain(words)
    expect(result.ok || result.problem.remedy).toMatch(/\.$/)
  })
})
