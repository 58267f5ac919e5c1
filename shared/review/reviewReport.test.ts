import { expect, test } from 'vitest'
import { soundDocument, withRecord } from '../sheet/soundDocument.ts'
import { reviewReport } from './reviewReport.ts'

const document = withRecord(soundDocument(), 'licences', 'master2', { status: 'replaced' })

test('a report has the rows, the totals and the findings without their words', () => {
  const { cues, lint, ignored, ...totals } = reviewReport(document)
  expect(totals).toEqual({
    showSeconds: 1800,
    totalMusicSeconds: 120,
    musicCoverageSeconds: 120,
    cueCount: 2,
  })
  expect(cues.map(({ id, us, master }) => `${id} ${us} ${master}`)).toEqual(['c1 BI n/a', 'c2 BV missing'])
  expect(lint).toEqual([{ rule: 'CS-070', severity: 'error', cue: 'c2', side: 'master' }])
  expect(ignored).toBe(undefined)
})

test('what is ignored stands apart, with its reason', () => {
  const place = {
    rule: 'CS-070',
    cue: 'c2' as never,
    other: null,
    licence: null,
    party: null,
    side: 'master',
  } as const
  const letStand = withRecord(document, 'ignored', 'i1', {
    ...place,
    field: '',
    reason: 'Blanket',
    day: '2026-02-03',
  })
  const { lint, ignored } = reviewReport(letStand)
  expect(lint).toEqual([])
  expect(ignored).toEqual([
    { rule: 'CS-070', severity: 'error', cue: 'c2', side: 'master', reason: 'Blanket', day: '2026-02-03' },
  ])
})
