import { expect, test } from 'vitest'
import type { Licence } from '../model/licence.ts'
import { clearanceLines } from './clearanceLines.ts'
import { clearanceReport } from './clearanceReport.ts'
import { buildCueSheet } from './cueSheet.ts'
import { soundDocument, withRecord } from './soundDocument.ts'

const sound = soundDocument()

test('open issues come first, each cue with its licences and what it lacks', () => {
  const without = withRecord(sound, 'licences', 'master2', { status: 'replaced' })
  const { open, settled } = clearanceReport(buildCueSheet(without))
  expect(open.map(({ row }) => row.cue)).toEqual(['c2'])
  expect(settled.map(({ row }) => row.cue)).toEqual(['c1'])
  expect(open[0]?.lines.map(({ kind, status }) => [kind, status])).toEqual([
    ['master', 'replaced'],
    ['sync', 'executed'],
    ['master', 'missing'],
  ])
})

test('totals are by currency and status, a licence over several cues counted once', () => {
  const shared = { cues: ['c1', 'c2'] as Licence['cues'], feeMinor: Number.MAX_SAFE_INTEGER, currency: 'eur' }
  let document = withRecord(sound, 'licences', 'sync2', shared)
  document = withRecord(document, 'licences', 'master2', { feeMinor: 5, currency: 'EUR' })
  const { totals, unpriced } = clearanceReport(buildCueSheet(document))
  expect(totals).toEqual([
    { currency: 'EUR', status: 'executed', licences: 2, minor: BigInt(Number.MAX_SAFE_INTEGER) + 5n },
  ])
  expect(unpriced).toBe(1)
})

test('a denied licence stays in the log, and a side without any has a line of its own', () => {
  const denied = withRecord(sound, 'licences', 'sync2', { status: 'denied' })
  const bare = withRecord(denied, 'licences', 'master2', { cues: [] })
  expect(clearanceLines(buildCueSheet(bare)).map(({ row, kind, status }) => [row.cue, kind, status])).toEqual(
    [
      ['c1', 'composerAgreement', 'executed'],
      ['c2', 'sync', 'denied'],
      ['c2', 'master', 'missing'],
    ],
  )
})
