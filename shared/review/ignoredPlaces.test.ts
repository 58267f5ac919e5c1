import { describe, expect, test } from 'vitest'
import type { ProductionDocument } from '../model/document.ts'
import type { Ignored } from '../model/ignored.ts'
import { soundDocument, withProduction, withRecord } from '../sheet/soundDocument.ts'
import { readinessOfReview } from './readiness.ts'
import { Reviewer } from './reviewer.ts'

function ignoring(document: ProductionDocument, patch: Partial<Ignored>, id = 'i1'): ProductionDocument {
  const nothing = { rule: '', cue: null, other: null, licence: null, party: null, side: null, field: '' }
  return withRecord(document, 'ignored', id, { ...nothing, reason: 'Agreed', day: '2026-02-03', ...patch })
}

const missing = withRecord(soundDocument(), 'licences', 'master2', { status: 'replaced' })
const c2 = 'c2' as never

describe('an ignored finding', () => {
  test('is left out of what is reported, and stands with its reason in a list of its own', () => {
    const document = ignoring(missing, { rule: 'CS-070', cue: c2, side: 'master' })
    const { ofCue, ignored, own } = new Reviewer().review(document)
    expect([ofCue.size, own.length]).toEqual([0, 0])
    expect(ignored).toMatchObject([
      { finding: { rule: 'CS-070', cue: 'c2', side: 'master' }, ignored: { reason: 'Agreed' } },
    ])
    expect(readinessOfReview(new Reviewer().review(document)).isReady).toBe(true)
  })

  test('of another side, cue or field is another finding', () => {
    for (const patch of [
      { side: 'sync' },
      { side: null },
      { cue: null },
      { field: 'x' },
      { rule: 'CS-071' },
    ] as const) {
      const document = ignoring(missing, { rule: 'CS-070', cue: c2, side: 'master', ...patch })
      const { ofCue, ignored } = new Reviewer().review(document)
      expect(ofCue.get(c2)).toHaveLength(1)
      expect(ignored).toEqual([])
    }
  })

  test('of the production itself is ignored too', () => {
    const document = ignoring(withProduction(missing, { title: '' }), { rule: 'CS-090' })
    const { own, ignored, ofCue } = new Reviewer().review(document)
    expect(own).toEqual([])
    expect(ignored).toMatchObject([{ finding: { rule: 'CS-090' } }])
    expect(ofCue.size).toBe(1)
  })

  test('comes back when it is no longer ignored, and lists that say the same stay the same objects', () => {
    const reviewer = new Reviewer()
    const two = withRecord(missing, 'recordings', 'rec2', { artist: '' })
    const document = ignoring(two, { rule: 'CS-070', cue: c2, side: 'master' })
    const first = reviewer.review(document).ofCue.get(c2)
    expect(first).toMatchObject([{ rule: 'CS-060' }])
    const renamed = withRecord(document, 'cues', 'c1', { title: 'Other' })
    expect(reviewer.review(renamed).ofCue.get(c2)).toBe(first)
    expect(reviewer.review({ ...renamed, ignored: {} }).ofCue.get(c2)).toHaveLength(2)
  })
})
