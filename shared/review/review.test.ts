import { describe, expect, test } from 'vitest'
import { blankDocument } from '../model/newProduction.ts'
import { rate25, soundDocument, withProduction, withRecord } from '../sheet/soundDocument.ts'
import { reviewDocument } from './review.ts'
import { rules } from './rules.ts'

describe('the list of rules', () => {
  test('gives every rule an id of its own, in order', () => {
    const ids = rules.map(({ id }) => id)
    expect(ids).toEqual([...new Set(ids)].toSorted())
    for (const id of ids) expect(id).toMatch(/^CS-\d{3}$/)
  })

  test('says of every rule when it fires, why it matters, what to do, and who asks for it', () => {
    for (const { reason, fault, remedy, source } of rules) {
      for (const sentence of [reason, fault, remedy]) expect(sentence).toMatch(/^[A-Z].+\.$/)
      expect(source).not.toBe('')
    }
  })
})

describe('a review', () => {
  test('finds nothing in a sound production', () => {
    expect(reviewDocument(soundDocument())).toEqual([])
  })

  test('of a new production asks for its title, company and picture only', () => {
    expect(reviewDocument(blankDocument(rate25)).map(({ rule }) => rule)).toEqual([
      'CS-090',
      'CS-091',
      'CS-093',
    ])
  })

  test('says of a cue that was only just marked what is missing', () => {
    const document = withRecord(soundDocument(), 'cues', 'c1', {
      title: '',
      work: null,
      recording: null,
      type: 'other',
      origin: 'unknown',
      diegesis: 'unknown',
      vocals: 'unknown',
    })
    const rulesOf = (cue: string) =>
      reviewDocument(document)
        .filter((found) => found.cue === cue)
        .map(({ rule }) => rule)
    expect(rulesOf('c1')).toEqual(['CS-020', 'CS-030', 'CS-040', 'CS-031'])
    expect(rulesOf('c2')).toEqual([])
  })

  test('passes over cut and temp cues', () => {
    const blank = { title: '', work: null, vocals: 'unknown', number: 'm02' } as const
    for (const state of ['cut', 'temp'] as const)
      expect(reviewDocument(withRecord(soundDocument(), 'cues', 'c1', { ...blank, state }))).toEqual([])
  })

  test('puts errors first, and within them the production’s own, then the cues in sheet order', () => {
    let document = withProduction(soundDocument(), { title: '' })
    document = withRecord(document, 'cues', 'c2', { vocals: 'unknown', diegesis: 'unknown' })
    document = withRecord(document, 'cues', 'c1', { vocals: 'unknown', diegesis: 'transDiegetic' })
    const read = reviewDocument(document).map(({ severity, cue }) => `${severity} ${cue ?? 'production'}`)
    expect(read).toEqual(['error production', 'error c1', 'error c2', 'warning c2', 'info c1'])
  })

  test('survives ids that every object answers to', () => {
    let document = soundDocument()
    document = withRecord(document, 'cues', 'c1', {
      work: 'constructor' as never,
      recording: 'toString' as never,
      spans: [{ reel: 'valueOf' as never, start: 0 as never, end: 5 as never }],
    })
    expect(reviewDocument(document).some(({ rule }) => rule === 'CS-040')).toBe(true)
  })
})
