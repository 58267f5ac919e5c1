import { expect, test } from 'vitest'
import { blockers } from '../licensing/blockers.ts'
import { cueUses } from '../sheet/cueUse.ts'
import { buildProgramme } from '../sheet/programme.ts'
import { soundDocument, withRecord } from '../sheet/soundDocument.ts'
import { blockersCsv } from './blockersCsv.ts'

test('what blocks delivery is written in its order, a row for each side, safe to open in a spreadsheet', () => {
  let document = withRecord(soundDocument(), 'cues', 'c2', { title: '=1+1, “Second”' })
  document = withRecord(document, 'licences', 'sync2', {
    status: 'quoted',
    feeMinor: 900_000,
    currency: 'USD',
  })
  document = withRecord(document, 'licences', 'master2', { cues: [] })
  const programme = buildProgramme(document)
  const text = blockersCsv(blockers(cueUses(document, programme), programme), { byteOrderMark: false })
  const [head = '', ...rows] = text.split('\r\n')
  expect(head).toBe(
    'Order,Cue #,Title,Side,Status,Reason,What to do,If solved late,Duration,Asked or Expected',
  )
  expect(rows).toHaveLength(3)
  expect(rows[0]).toContain(
    `1,m02,"'=1+1, “Second”",sync,quoted,The sync licence is quoted with Licensor sync2.`,
  )
  expect(rows[0]).toContain(',01:00,USD 9000.00')
  expect(rows[1]).toContain('master,missing,"No master licence. Players Records released this recording')
  expect(rows[2]).toBe('')
})
