import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { ProductionDocument } from '../model/document.ts'
import { blankDocument } from '../model/newProduction.ts'
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

const layouts = exporters.filter(
  ({ kind, group }) => kind === 'text' && ['cueSheet', 'clearance'].includes(group),
)

describe('the list of exporters', () => {
  test('gives each an id and a file name of its own', () => {
    expect(new Set(exporters.map(({ id }) => id)).size).toBe(exporters.length)
    const names = exporters.map(({ group, layout, extension }) => `${group}-${layout}.${extension}`)
    expect(new Set(names).size).toBe(exporters.length)
  })

  test('names each option once in a format, and every choice has its initial value', () => {
    for (const { options } of exporters) {
      expect(new Set(options.map(({ id }) => id)).size).toBe(options.length)
      for (const option of options)
        if (option.kind === 'choice')
          expect(option.choices.map(({ value }) => value)).toContain(option.initial)
    }
  })

  test('has three worked examples to be measured by', () => {
    expect(stems).toHaveLength(3)
  })
})

describe.each(layouts)('$id', (exporter) => {
  const { layout, extension } = exporter
  const render = (from: ProductionDocument, options: OptionValues) => textOf(exporter, from, options)

  test.each(stems)('writes %s byte for byte', (stem) => {
    const expected = new URL(`${stem}.${layout}.${extension}`, examples)
    expect(existsSync(expected)).toBe(true)
    expect(render(document(stem), plain)).toBe(readFileSync(expected, 'utf8'))
    expect(Buffer.from(render(document(stem), plain), 'utf8').equals(readFileSync(expected))).toBe(true)
  })

  test('writes an empty sheet with its headings and no rows', () => {
    const empty = render(blankDocument({ num: 25, den: 1, dropFrame: false }), plain)
    const [stem = ''] = stems
    const headings = render(document(stem), plain)
      .split('\r\n')
      .find((line) => /^(Seq|Cue No\.|Production Title,Episode)/.test(line))
    expect(empty.endsWith(`${headings}\r\n`)).toBe(true)
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
