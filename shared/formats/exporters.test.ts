import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { ProductionDocument } from '../model/document.ts'
import { blankDocument } from '../model/newProduction.ts'
import { soundDocument, withRecord } from '../sheet/soundDocument.ts'
import { exporters } from './exporters.ts'
import type { OptionValues } from './exportOptions.ts'
import type { Exporter } from './format.ts'
import { exchange } from './importers/exchange.ts'
import { renderAtOnce } from './renderArtifact.ts'
import { sourcesOf } from './sources.ts'

const examples = new URL('./fixtures/examples/', import.meta.url)
const stems = readdirSync(examples).flatMap((name) => /^(.+)\.expected\.json$/.exec(name)?.[1] ?? [])
const plain = { byteOrderMark: false }
const facts = { findings: [], today: '2026-03-20' }

function textOf(exporter: Exporter, from: ProductionDocument, options: OptionValues): string {
  const artifact = renderAtOnce(exporter, sourcesOf(from, facts), options)
  if (artifact?.kind !== 'text') throw new Error(`${exporter.id} is no text`)
  return artifact.text
}

function document(stem: string): ProductionDocument {
  const draft = exchange.read(readFileSync(new URL(`${stem}.json`, examples), 'utf8'))
  if (!draft.ok) throw new Error(draft.problem.message)
  return draft.value.document
}

const hostileTexts = [
  'He said "no", twice',
  'two\r\nlines',
  '\u202Eright to left \u05D0\u05D1\u05D2',
  '=HYPERLINK("http://example.invalid")',
  '+1',
  '@SUM(A1:A9)',
  "'apostrophe",
  ';,\t|',
  '\uD83C\uDFB5 e\u0301 \u0000',
  'x'.repeat(20_000),
]

function hostileDocument(text: string): ProductionDocument {
  let hostile = withRecord(soundDocument(), 'cues', 'c1', {
    number: text.slice(0, 50),
    title: text,
    scene: text,
    description: text,
    notes: text,
  })
  hostile = withRecord(hostile, 'works', 'w1', { iswc: text })
  hostile = withRecord(hostile, 'parties', 'anna', {
    firstName: text,
    lastName: text,
    society: text,
    ipi: text,
  })
  hostile = withRecord(hostile, 'parties', 'house', { name: text })
  const recording = {
    artist: text,
    label: text,
    album: text,
    catalogueNo: text,
    trackNo: text,
    library: text,
  }
  return withRecord(hostile, 'recordings', 'own1', { ...recording, isrc: text })
}

describe('the list of exporters', () => {
  test('gives each an id and a layout of its own', () => {
    for (const key of ['id', 'layout'] as const)
      expect(new Set(exporters.map((exporter) => exporter[key])).size).toBe(exporters.length)
  })

  test('has three worked examples to be measured by', () => {
    expect(stems).toHaveLength(3)
  })
})

describe.each(exporters)('$id', (exporter) => {
  const { layout, extension } = exporter
  const render = (from: ProductionDocument, options: OptionValues) => textOf(exporter, from, options)

  test.each(stems)('writes %s byte for byte', (stem) => {
    const expected = new URL(`${stem}.${layout}.${extension}`, examples)
    expect(existsSync(expected)).toBe(true)
    const text = render(document(stem), plain)
    expect(Buffer.from(text, 'utf8').equals(readFileSync(expected))).toBe(true)
  })

  test('writes an empty sheet as one row of headings', () => {
    const text = render(blankDocument({ num: 25, den: 1, dropFrame: false }), plain)
    expect(text).toMatch(/^Seq,[^\r\n]+\r\n$/)
  })

  test.each(hostileTexts)('survives %j in every field', (hostile) => {
    const text = render(hostileDocument(hostile), plain)
    const rows = fieldsPerRow(text)
    expect(rows).toHaveLength(3)
    expect(new Set(rows).size).toBe(1)
    const written = hostile.replaceAll('"', '""').slice(0, 20)
    const isFormula = /^[=@]/.test(hostile)
    expect(text).toContain(isFormula ? `'${written}` : written)
    if (isFormula) expect(text).not.toMatch(/(^|,|\r\n)"?[=@]/)
  })

  test('gives the same bytes for the same sheet', () => {
    const once = render(document(stems[0] ?? ''), plain)
    expect(render(document(stems[0] ?? ''), plain)).toEqual(once)
  })

  test('adds nothing but the byte-order mark when asked for it', () => {
    const sheet = document(stems[0] ?? '')
    expect(render(sheet, { byteOrderMark: true })).toBe(`\uFEFF${render(sheet, plain)}`)
  })
})

/** Commas and row ends outside quotes. */
function fieldsPerRow(text: string): number[] {
  const bare = text.replace(/"(?:[^"]|"")*"/g, '')
  return bare
    .split('\r\n')
    .slice(0, -1)
    .map((row) => row.split(',').length)
}
