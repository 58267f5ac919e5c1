import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { brokenReferences, documentSchema } from '../model/document.ts'
import { buildCueSheet } from '../sheet/cueSheet.ts'
import { exchange } from './importers/exchange.ts'

const examples = new URL('./fixtures/examples/', import.meta.url)

describe.each(['01-tv-2997df-harborline-205', '02-feature-24-the-salt-road', '03-doc-25-the-tin-coast-101'])(
  '%s',
  (stem) => {
    const draft = exchange.read(readFileSync(new URL(`${stem}.json`, examples), 'utf8'))
    if (!draft.ok) throw new Error(draft.problem.message)
    const { document, notes } = draft.value
    const expected = JSON.parse(readFileSync(new URL(`${stem}.expected.json`, examples), 'utf8'))
    const sheet = buildCueSheet(document)

    test('comes in whole and sound', () => {
      expect(notes).toEqual([])
      expect(documentSchema.safeParse(document).success).toBe(true)
      expect(brokenReferences(document)).toEqual([])
    })

    test('has the totals checked by hand', () => {
      expect(sheet.totals).toEqual({
        showSeconds: expected.showSeconds,
        musicSeconds: expected.totalMusicSeconds,
        coverageSeconds: expected.musicCoverageSeconds,
      })
      expect(sheet.rows).toHaveLength(expected.cueCount)
    })

    test('times, names and clears each cue as checked by hand', () => {
      const rows = sheet.rows.map((row) => ({
        id: row.cue,
        seq: row.seq,
        number: row.number,
        frames: row.time.length,
        inFrame: row.time.start,
        tcIn: row.time.timecodeIn,
        tcOut: row.time.timecodeOut,
        exactSeconds: row.time.exactSeconds,
        reportedSeconds: row.time.seconds,
        us: row.usUsage.code,
        uk: row.ukUsage.code,
        sync: row.sync.text,
        master: row.master.text,
      }))
      expect(rows).toEqual(expected.cues)
    })
  },
)

test('a printed in is rounded from the programme’s start, and the printed out follows from the duration', () => {
  const row = (stem: string, cue: string) => {
    const draft = exchange.read(readFileSync(new URL(`${stem}.json`, examples), 'utf8'))
    if (!draft.ok) throw new Error(draft.problem.message)
    return buildCueSheet(draft.value.document).rows.find((each) => each.cue === cue)?.time
  }
  expect(row('02-feature-24-the-salt-road', 'c01')).toMatchObject({ startSeconds: 0, seconds: 12 })
  expect(row('02-feature-24-the-salt-road', 'c02')).toMatchObject({
    startSeconds: 12,
    startMilliseconds: 11_500,
  })
  expect(row('01-tv-2997df-harborline-205', 'c04')).toMatchObject({ startSeconds: 479, seconds: 64 })
})
