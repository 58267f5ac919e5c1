import { expect, test } from 'vitest'
import { soundDocument, withProduction, withRecord } from '../sheet/soundDocument.ts'
import { exporters } from './exporters.ts'
import { byteOrderMark, chosen, isOn, type OptionValues, paper } from './exportOptions.ts'
import { renderAtOnce } from './renderArtifact.ts'
import { sourcesOf } from './sources.ts'

const gaps = withRecord(
  withRecord(soundDocument(), 'parties', 'anna', { ipi: '', society: '' }),
  'cues',
  'c1',
  { vocals: 'unknown' },
)

function written(id: string, values: OptionValues, document = gaps): string {
  const exporter = exporters.find((each) => each.id === id)
  if (!exporter) throw new Error(`there is no ${id}`)
  const sources = sourcesOf(document, { findings: [], today: '2026-03-20' })
  const artifact = renderAtOnce(exporter, sources, { byteOrderMark: false, ...values })
  return artifact?.kind === 'text' ? artifact.text : ''
}

test('a value that an option does not know is its initial one', () => {
  expect(chosen(paper, { paper: 'a3' })).toBe('a4')
  expect(chosen(paper, { paper: 'letter' })).toBe('letter')
  expect(isOn(byteOrderMark, { byteOrderMark: 'yes' })).toBe(true)
  expect(isOn(byteOrderMark, { byteOrderMark: false })).toBe(false)
})

test('fields that nobody has filled in are empty, or say that they are to be confirmed', () => {
  expect(written('rapidcue-csv', {})).toContain(
    '\r\n1,First,,00,01,00,00,02,00,01,00,Composer,Anna,Writer,,,,100.00%',
  )
  expect(written('rapidcue-csv', { unvisitedFields: 'tbc' })).toContain(
    '\r\n1,First,TBC,00,01,00,00,02,00,01,00,Composer,Anna,Writer,,TBC,TBC,100.00%',
  )
  const noWriters = withRecord(gaps, 'works', 'w1', { writers: [], publishers: [] })
  expect(written('rapidcue-csv', { unvisitedFields: 'tbc' }, noWriters)).toContain(',Composer,,TBC,,,,\r\n')
  expect(written('prs-csv', { unvisitedFields: 'tbc' }, noWriters)).toContain('\r\n1,First,TBC,,,')
  expect(written('cisac-csv', { unvisitedFields: 'tbc' })).toContain(',Background,,TBC,Background,')
  expect(written('full-csv', { unvisitedFields: 'tbc' })).toContain(',unknown,TBC,B,')
})

test('in and out count from the programme or stand as the picture has them', () => {
  expect(written('rapidcue-csv', { timeZero: 'picture' })).toContain('\r\n1,First,,10,01,00,10,02,00,01,00,')
  expect(written('prs-csv', {})).toContain(',10:01:00,10:02:00,01:00\r\n')
  expect(written('prs-csv', { timeZero: 'programme' })).toContain(',00:01:00,00:02:00,01:00\r\n')
})

test('durations are whole seconds, or show what was rounded', () => {
  const odd = withRecord(gaps, 'cues', 'c1', {
    spans: gaps.cues.c1?.spans.map((span) => ({ ...span, end: 902_912 as never })) ?? [],
  })
  expect(written('prs-csv', {}, odd)).toContain(',10:01:00,10:01:56,00:56\r\n')
  expect(written('prs-csv', { rounding: 'thousandths' }, odd)).toContain(',00:56.480\r\n')
  expect(written('cisac-csv', { rounding: 'thousandths' }, odd)).toContain(',PT1M,PT56.48S,')
})

test('a sheet whose production names no date of preparation bears this day', () => {
  expect(written('rapidcue-csv', {})).toContain('Date Prepared,2026-03-20,')
  const dated = withProduction(gaps, { datePrepared: '2026-01-02' })
  expect(written('rapidcue-csv', {}, dated)).toContain('Date Prepared,2026-01-02,')
})
