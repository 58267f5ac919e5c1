import { describe, expect, it } from 'vitest'
import { sampleDocument } from '../../shared/edits/fixtures/sampleDocument.ts'
import { lengthOf } from '../../shared/entry/timeFields.ts'
import { recordsOf } from '../../shared/model/document.ts'
import { projectionOf } from '../review/findings.ts'
import { sortedCues, tableRows } from './tableRows.ts'

const cues = recordsOf(sampleDocument, 'cues')
const sources = projectionOf(sampleDocument)
const numbered = cues.slice(0, 3).map((cue, index) => ({ ...cue, number: ['2m10', '2m9', ''][index] ?? '' }))

describe('the rows of the cue table', () => {
  it('are sorted by numbers as numbers are, with what is empty last', () => {
    const sorted = (isDown: boolean) =>
      sortedCues(sampleDocument, numbered, [{ id: 'number', isDown }], sources).map(({ number }) => number)
    expect(sorted(false)).toEqual(['2m9', '2m10', ''])
    expect(sorted(true)).toEqual(['2m10', '2m9', ''])
  })

  it('stay in the order of the film where they are alike, and are sorted by one column within another', () => {
    const byState = sortedCues(sampleDocument, cues, [{ id: 'state', isDown: false }], sources)
    for (const state of ['active', 'cut', 'temp']) {
      expect(byState.filter((cue) => cue.state === state)).toEqual(cues.filter((cue) => cue.state === state))
    }
    const within = sortedCues(
      sampleDocument,
      cues,
      [
        { id: 'type', isDown: false },
        { id: 'length', isDown: true },
      ],
      sources,
    )
    for (const [index, cue] of within.entries()) {
      const next = within[index + 1]
      if (next?.type !== cue.type || lengthOf(next) === null || lengthOf(cue) === null) continue
      expect(lengthOf(cue)).toBeGreaterThanOrEqual(lengthOf(next) ?? 0)
    }
  })

  it('are grouped with counts and lengths, and fold', () => {
    const rows = tableRows(sampleDocument, cues, 'type', new Set())
    const heads = rows.flatMap((row) => (row.kind === 'group' ? row : []))
    expect(heads.reduce((sum, { count }) => sum + count, 0)).toBe(cues.length)
    expect(heads.reduce((sum, { length }) => sum + length, 0)).toBe(
      cues.reduce((sum, cue) => sum + (lengthOf(cue) ?? 0), 0),
    )
    const [head] = heads
    const folded = tableRows(sampleDocument, cues, 'type', new Set([head?.key ?? '']))
    expect(folded).toHaveLength(rows.length - (head?.count ?? 0))
  })
})
