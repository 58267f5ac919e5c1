import { describe, expect, test } from 'vitest'
import { soundDocument, withProduction, withRecord } from '../sheet/soundDocument.ts'
import { readinessOf, readinessText } from './readiness.ts'
import { reviewDocument } from './review.ts'

function readiness(document = soundDocument()) {
  return readinessOf(document, reviewDocument(document))
}

describe('readiness', () => {
  test('is whole when no finding is an error', () => {
    const drafted = withRecord(soundDocument(), 'licences', 'sync2', { status: 'requested' })
    expect(readiness(drafted)).toMatchObject({
      isReady: true,
      percent: 100,
      blockers: [],
      counts: { error: 0, warning: 1, info: 0 },
    })
    expect(readinessText(readiness(drafted))).toBe('Nothing blocks delivery.')
  })

  test('counts each cue and the header once, however many errors concern it', () => {
    const faulty = withRecord(soundDocument(), 'cues', 'c1', { vocals: 'unknown', work: null })
    const { percent, readyItems, items, blockers } = readiness(faulty)
    expect(blockers.length).toBeGreaterThan(1)
    expect({ percent, readyItems, items }).toEqual({ percent: 66, readyItems: 2, items: 3 })
    expect(readiness(withProduction(faulty, { title: '', productionCompany: '' })).percent).toBe(33)
  })

  test('rounds down, so that it never says 100 while something blocks', () => {
    let document = withRecord(soundDocument(), 'cues', 'c1', { vocals: 'unknown' })
    for (let index = 0; index < 400; index++)
      document = withRecord(document, 'cues', `more${index}`, { ...soundDocument().cues.c2 })
    const findings = reviewDocument(document).filter(({ rule }) => rule === 'CS-030')
    expect(readinessOf(document, findings).percent).toBe(99)
  })

  test('cut cues count neither way', () => {
    expect(
      readiness(withRecord(soundDocument(), 'cues', 'c1', { state: 'cut', vocals: 'unknown' })),
    ).toMatchObject({
      percent: 100,
      items: 2,
    })
  })

  test('explains its percentage in a sentence', () => {
    expect(readinessText(readiness(withProduction(soundDocument(), { title: '' })))).toBe(
      '2 of 3 are ready, counting each active cue and the production itself; 1 error to resolve.',
    )
  })
})
