import { expect, test } from 'vitest'
import { sampleDocument } from '../../shared/edits/fixtures/sampleDocument.ts'
import { recordsInFileOrder } from '../../shared/files/recordOrder.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import { compareCues } from './compareCues.ts'
import { calledVersion, changeWords, dayWords, sizeWords } from './versionWords.ts'

const [first, second] = recordsInFileOrder(sampleDocument, 'cues').flatMap(
  ({ id }) => sampleDocument.cues[id] ?? [],
)

function withCues(cues: object): ProductionDocument {
  return { ...sampleDocument, cues } as ProductionDocument
}

test('the same documents have nothing to compare', () => {
  const { lines, counts } = compareCues(sampleDocument, structuredClone(sampleDocument))
  expect(lines).toEqual([])
  expect(counts).toEqual({ header: false, tables: [] })
})

test('a cue that only one side has is one line, a changed one a line for each field, in the order of the film', () => {
  if (!first || !second) throw new Error('the sample has two cues')
  const version = withCues({ [first.id]: first, [second.id]: { ...second, title: 'Was', type: 'logo' } })
  const now = withCues({
    [second.id]: { ...second, title: 'Is', type: 'other' },
    new: { ...second, id: 'new', number: '9m9', title: 'New' },
  })
  expect(compareCues(version, now).lines).toMatchObject([
    { kind: 'version', field: 'The whole cue', now: '', goesOn: false },
    { kind: 'both', field: 'Title', version: 'Was', now: 'Is', goesOn: false },
    { kind: 'both', field: 'Type', version: 'Logo', now: 'Other', goesOn: true },
    { kind: 'now', cue: '9m9 New', field: 'The whole cue', version: '' },
  ])
})

test('a version is called by its time, and by its day where that is not today', () => {
  const now = new Date(2026, 10, 23, 16, 0)
  const at = (day: number) => new Date(2026, 10, day, 14, 32).toISOString()
  expect(calledVersion(at(23), now)).toMatch(/^the version of \d?\d:32( PM)?$/)
  expect(calledVersion(at(22), now)).toMatch(/^the version of yesterday, /)
  expect(calledVersion(at(3), now)).toMatch(/^the version of .*3.*, /)
  expect(dayWords(new Date(2025, 10, 23), now)).toContain('2025')
})

test('a line of the list says what changed, or why that cannot be said', () => {
  const version = { key: 'k', at: '', kind: 'saved', path: '', size: 1, isGood: true, before: 'b' } as const
  const counts = { header: false, tables: [{ table: 'cues', added: 1, changed: 0, removed: 0 }] } as const
  expect(changeWords(version, undefined)).toBeNull()
  expect(changeWords(version, { key: 'k', counts })).toBe('1 cue added')
  expect(changeWords(version, { key: 'k', counts: { header: false, tables: [] } })).toBe('Nothing changed')
  expect(changeWords(version, { key: 'k', counts: null })).toBe('What changed cannot be told')
  expect(changeWords({ ...version, before: null }, undefined)).toContain('first')
  expect(changeWords({ ...version, isGood: false }, { key: 'k', counts })).toContain('Damaged')
  expect([sizeWords(10), sizeWords(2600), sizeWords(268_435_456)]).toEqual(['1 kB', '3 kB', '256 MB'])
})
