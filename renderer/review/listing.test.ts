import { describe, expect, test } from 'vitest'
import type { CueId } from '../../shared/model/ids.ts'
import { Reviewer } from '../../shared/review/reviewer.ts'
import { soundDocument, withProduction, withRecord } from '../../shared/sheet/soundDocument.ts'
import { type Arrangement, arrange, firstArrangement, ownPlace } from './listing.ts'

/** The production without a company, its first cue without vocals, its second without a master licence. */
function faulty() {
  const { master2: _, ...licences } = soundDocument().licences
  const document = withProduction({ ...soundDocument(), licences }, { productionCompany: '' })
  return withRecord(document, 'cues', 'c1', { vocals: 'unknown' })
}

function listed(fields: Partial<Arrangement> = {}) {
  const review = new Reviewer().review(faulty())
  const places = [...review.order]
  const placeOf = (cue: CueId) => places.indexOf(cue)
  const listing = arrange(review, placeOf, { ...firstArrangement, ...fields })
  const rules = Array.from(listing.places, (place, row) => {
    const list = place === ownPlace ? review.own : review.ofCue.get(places[place] ?? ('' as CueId))
    return list?.[listing.ats[row] ?? -1]?.rule
  })
  return { ...listing, rules }
}

describe('the list of findings', () => {
  test('has errors first, the production’s own before the cues’', () => {
    const { groups, rules } = listed()
    expect(groups[0]).toEqual({ key: 'error', count: 3 })
    expect(rules.slice(0, 3)).toEqual(['CS-091', 'CS-030', 'CS-070'])
  })

  test('is grouped by cue in sheet order, the production first', () => {
    expect(listed({ grouping: 'cue' }).groups.map(({ key }) => key)).toEqual(['', 'c1', 'c2'])
  })

  test('is grouped by rule, the gravest first', () => {
    const { groups, rules } = listed({ grouping: 'rule' })
    expect(groups.slice(0, 3).map(({ key }) => key)).toEqual(['CS-030', 'CS-070', 'CS-091'])
    expect(rules).toHaveLength(groups.reduce((sum, { count }) => sum + count, 0))
  })

  test('holds one side, or what belongs to none', () => {
    expect(listed({ part: 'master' }).rules).toEqual(['CS-070'])
    expect(listed({ part: 'sheet' }).rules).not.toContain('CS-070')
  })

  test('holds one severity, and still counts the others', () => {
    const { rules, counts } = listed({ severity: 'error' })
    expect(rules).toHaveLength(3)
    expect(counts).toEqual(listed().counts)
  })

  test('holds what one society would refuse the sheet for', () => {
    expect(listed({ society: 'ASCAP' }).rules).toEqual(expect.arrayContaining(['CS-091', 'CS-030']))
    expect(listed({ society: 'ASCAP' }).rules).not.toContain('CS-070')
    expect(listed({ society: 'S4C' }).rules).toEqual([])
  })
})
