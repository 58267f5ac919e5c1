import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { inflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import readWorkbook from 'read-excel-file/node'
import { describe, expect, test } from 'vitest'
import { rapidcueXlsx } from '../shared/formats/exporters/rapidcueXlsx.ts'
import { hostileDocument, hostileTexts } from '../shared/formats/fixtures/hostileDocument.ts'
import { readCsv } from '../shared/formats/fixtures/readCsv.ts'
import {
  exampleDocument,
  exampleStems,
  exampleText,
  madeArtifact,
} from '../shared/formats/fixtures/workedExamples.ts'
import { plainText } from '../shared/formats/plainText.ts'
import { linesInTemplate } from '../shared/formats/rapidcueBook.ts'
import { sourcesOf } from '../shared/formats/sources.ts'
import { dayCell } from '../shared/formats/workbook.ts'
import type { ProductionDocument } from '../shared/model/document.ts'
import { soundDocument } from '../shared/sheet/soundDocument.ts'

const headingRow = 19
const [series = ''] = exampleStems

async function bytesOf(document: ProductionDocument): Promise<Uint8Array> {
  const artifact = await madeArtifact('rapidcue-xlsx', document, {}, [
    { rule: 'CS-040', severity: 'error', message: 'No writer.' },
  ])
  if (artifact.kind !== 'bytes') throw new Error('the workbook is no bytes')
  return artifact.bytes
}

/** The sheets as a reader that is not ours sees them. */
async function read(document: ProductionDocument) {
  const sheets = await readWorkbook(Buffer.from(await bytesOf(document)))
  return new Map(sheets.map(({ sheet, data }) => [sheet, data]))
}

describe('the RapidCue workbook, read by read-excel-file', () => {
  test('has the cells of the template in their places, as numbers, days and text', async () => {
    const sheet = (await read(exampleDocument(series))).get('Cue Sheet') ?? []
    const cell = (name: string) => sheet[Number(name.slice(1)) - 1]?.[name.charCodeAt(0) - 65]
    expect(cell('D4')).toBe('Original')
    expect(cell('D5')).toEqual(new Date('2026-03-20T00:00:00Z'))
    expect(cell('D8')).toEqual(new Date('2026-04-14T00:00:00Z'))
    expect([cell('D9'), cell('D10'), cell('D11')]).toEqual([
      'Series',
      'Original',
      'Meridian Television Network',
    ])
    expect([cell('D13'), cell('F13'), cell('D14'), cell('F14')]).toEqual([43, 40, 16, 28])
    expect([cell('N4'), cell('N6'), cell('N7'), cell('N8')]).toEqual([
      'Harborline',
      'The Long Tide',
      'Low Water',
      '205',
    ])
    expect([cell('N9'), cell('N11')]).toEqual(['HL-0205', 'Lanternfish Pictures, Inc.'])
    expect([cell('N12'), cell('N13'), cell('N14')]).toEqual([
      '400 Pier Street, Bay City, CA 90000',
      'Robin Achterberg',
      'robin@lanternfish.example',
    ])
    expect([cell('A20'), cell('F20'), cell('P20'), cell('R20'), cell('R22')]).toEqual([
      1,
      12,
      '99999000142',
      1,
      0.5,
    ])
  })

  test.each(exampleStems)('has the lines of %s as the CSV of that layout has them', async (stem) => {
    const lines = ((await read(exampleDocument(stem))).get('Cue Sheet') ?? []).slice(headingRow)
    const expected = readCsv(exampleText(stem, 'rapidcue.csv')).slice(headingRow + 1)
    const asWritten = (value: unknown, column: number) => {
      if (value === null || value === undefined) return ''
      if (column === 17) return `${(Number(value) * 100).toFixed(2)}%`
      return column > 2 && column < 11 ? String(value).padStart(2, '0') : String(value)
    }
    expect(lines.map((line) => line.map(asWritten))).toEqual(expected)
  })

  test('has all five sheets, whatever stands in them', async () => {
    const sheets = await read(exampleDocument(series))
    expect([...sheets.keys()]).toEqual(['Cue Sheet', 'Cues', 'Clearance', 'Issues', 'Info'])
    expect(sheets.get('Cues')).toHaveLength(17)
    expect(sheets.get('Clearance')).toHaveLength(readCsv(exampleText(series, 'clearance.csv')).length)
    expect(sheets.get('Issues')?.[1]).toEqual(['Error', 'CS-040', null, null, null, 'No writer.'])
    expect(sheets.get('Info')?.[0]).toEqual(['Status', 'DRAFT (1 error)'])
  })

  test('keeps its headings in view and puts filters on them', async () => {
    const file = Buffer.from(await bytesOf(exampleDocument(series)))
    for (const [place, row, last] of [
      [1, headingRow, 'R67'],
      [2, 1, 'AF17'],
    ] as const) {
      const xml = partOf(file, `xl/worksheets/sheet${place}.xml`)
      expect(xml).toMatch(new RegExp(`<pane ySplit="${row}" topLeftCell="A${row + 1}" state="frozen"`))
      expect(xml).toContain(`<autoFilter ref="A${row}:${last}"/>`)
    }
  })

  test('goes on in another sheet where the template has no more lines, and no cue is on two', async () => {
    const sheets = await read(manyCues(700))
    const lines = (name: string) => (sheets.get(name) ?? []).slice(headingRow)
    expect(lines('Cue Sheet')).toHaveLength(linesInTemplate)
    expect(lines('Cue Sheet (2)')).toHaveLength(1400 - linesInTemplate)
    expect(lines('Cue Sheet (2)')[0]?.[0]).toBe(linesInTemplate / 2 + 1)
  })

  test('keeps every text that a spreadsheet would run, escape or refuse as plain text', {
    timeout: 30_000,
  }, async () => {
    const anyText = fc.oneof(fc.constantFrom(...hostileTexts), fc.string({ unit: 'binary', maxLength: 200 }))
    const check = async (text: string) => {
      const sheets = await read(hostileDocument(text))
      expect(sheets.size).toBe(5)
      const title = sheets.get('Cue Sheet')?.[headingRow]?.[1] ?? ''
      // The reader trims texts.
      expect(title).toBe(plainText(text).replace(/\r\n?/g, '\n').trim())
    }
    for (const text of hostileTexts) await check(text)
    await fc.assert(fc.asyncProperty(anyText, check), { numRuns: 20 })
  })
})

test('the same sheet gives the same bytes', async () => {
  const document = exampleDocument(series)
  expect(Buffer.from(await bytesOf(document)).equals(await bytesOf(document))).toBe(true)
})

test('tells how far it is and stops when asked to', async () => {
  if (rapidcueXlsx.kind !== 'bytes') throw new Error('the workbook is made at once')
  const { cueSheet } = sourcesOf(exampleDocument(series), { findings: [], today: '2026-03-20' })
  const rendering = rapidcueXlsx.render(cueSheet, {})
  const told = [await rendering.next(), await rendering.next()].map(({ value }) => value)
  expect(told[0]).toBe(0)
  expect(told[1]).toBeGreaterThan(0)
  await rendering.return({ kind: 'bytes', bytes: new Uint8Array() })
  expect((await rendering.next()).done).toBe(true)
})

test('days are numbers that spreadsheets calculate with, and what is no day stays text', () => {
  expect(dayCell('2026-03-20')).toMatchObject({ value: 46_101 })
  expect(dayCell('')).toBeNull()
  expect(dayCell('spring')).toBe('spring')
})

const office = ['soffice', 'libreoffice'].find((name) => spawnSync(name, ['--version']).status === 0)

describe.skipIf(office === undefined)('the RapidCue workbook, shown by LibreOffice', () => {
  test('shows the cells of three layouts as their CSV files have them, and filters', {
    timeout: 60_000,
  }, async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'needledrop-office-'))
    try {
      for (const stem of exampleStems)
        writeFileSync(path.join(folder, `${stem}.xlsx`), await bytesOf(exampleDocument(stem)))
      const names = exampleStems.map((stem) => path.join(folder, `${stem}.xlsx`))
      const profile = `-env:UserInstallation=file://${folder}/profile`
      const words = [profile, '--headless', '--convert-to', 'fods', '--outdir', folder, ...names]
      expect(spawnSync(office ?? '', words, { timeout: 50_000 }).status).toBe(0)
      for (const stem of exampleStems) {
        const text = readFileSync(path.join(folder, `${stem}.fods`), 'utf8')
        expect(text).not.toContain('table:formula')
        expect(text.match(/table:display-filter-buttons="true"/g)).toHaveLength(4)
        const shown = shownSheets(text)
        const csv = (layout: string) => readCsv(exampleText(stem, `${layout}.csv`))
        expect(shown.get('Cue Sheet')?.slice(headingRow)).toEqual(
          trimmed(csv('rapidcue').slice(headingRow + 1)),
        )
        expect(shown.get('Cues')).toEqual(trimmed(csv('full')))
        expect(shown.get('Clearance')).toEqual(trimmed(csv('clearance').map(asClearanceShows)))
      }
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})

/** A part of a workbook, which is a ZIP file, from the local header that stands before it. */
function partOf(file: Buffer, name: string): string {
  const at = file.indexOf(name) - 30
  const start = at + 30 + file.readUInt16LE(at + 26) + file.readUInt16LE(at + 28)
  return inflateRawSync(file.subarray(start, start + file.readUInt32LE(at + 18))).toString('utf8')
}

/** Shares with two decimals, fees with groups of digits. */
function asClearanceShows(row: readonly string[]): readonly string[] {
  return row.map((cell, column) => {
    if (column === 9 && cell.endsWith('%')) return `${Number(cell.slice(0, -1)).toFixed(2)}%`
    if (column !== 16 && column !== 18) return cell
    return cell.replace(/\B(?=(\d{3})+\.)/g, ',')
  })
}

/** Rows as an office shows them: empty cells and rows at the end are none. */
function trimmed(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const shown = rows.map((row) => row.slice(0, row.findLastIndex((cell) => cell !== '') + 1))
  return shown.slice(0, shown.findLastIndex((row) => row.length > 0) + 1)
}

/** The text that each cell shows, sheet by sheet, read from a flat OpenDocument file. */
function shownSheets(text: string): ReadonlyMap<string, readonly (readonly string[])[]> {
  const plain = (xml: string) =>
    xml.replace(/<[^>]*>/g, '').replace(/&(amp|lt|gt|quot|apos);/g, (sign) => entities[sign] ?? sign)
  const cells = (row: string) =>
    [...row.matchAll(/<table:table-cell([^>]*?)(?:\/>|>(.*?)<\/table:table-cell>)/gs)].flatMap(
      ([, facts = '', inner = '']) => {
        const times = Number(/number-columns-repeated="(\d+)"/.exec(facts)?.[1] ?? 1)
        const lines = [...inner.matchAll(/<text:p[^>]*?(?:\/>|>(.*?)<\/text:p>)/gs)].map(([, line = '']) =>
          plain(line),
        )
        return Array<string>(Math.min(times, 60)).fill(lines.join('\n'))
      },
    )
  const rows = (sheet: string) =>
    [...sheet.matchAll(/<table:table-row([^>]*)>(.*?)<\/table:table-row>/gs)].flatMap(
      ([, facts = '', row = '']) => {
        const times = Number(/number-rows-repeated="(\d+)"/.exec(facts)?.[1] ?? 1)
        return times > 1000 ? [] : Array<string[]>(times).fill(cells(row))
      },
    )
  return new Map(
    [...text.matchAll(/<table:table table:name="([^"]*)"[^>]*>(.*?)<\/table:table>/gs)].map(
      ([, name = '', sheet = '']) => [name, trimmed(rows(sheet))],
    ),
  )
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
}

function manyCues(count: number): ProductionDocument {
  const sound = soundDocument()
  const { c1 } = sound.cues
  if (!c1) throw new Error('the sound production has no c1')
  const cues = Array.from({ length: count }, (_, index) => ({ ...c1, id: `c${index}` as typeof c1.id }))
  return { ...sound, cues: Object.fromEntries(cues.map((cue) => [cue.id, cue])), licences: {} }
}
