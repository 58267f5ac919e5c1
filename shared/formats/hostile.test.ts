import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ProductionDocument } from '../model/document.ts'
import { exporters } from './exporters.ts'
import { hostileDocument, hostileTexts } from './fixtures/hostileDocument.ts'
import { readCsv } from './fixtures/readCsv.ts'
import type { Artifact, Exporter } from './format.ts'
import { plainText } from './plainText.ts'
import { renderAtOnce } from './renderArtifact.ts'
import { sourcesOf } from './sources.ts'

const plain = { byteOrderMark: false, printedFindings: true }
const sheets = exporters.filter(({ group }) => group === 'cueSheet' || group === 'clearance')
const tables = sheets.filter(({ kind }) => kind === 'text')
const pages = sheets.filter(({ kind }) => kind === 'pages')
const unwanted = /(?![\t\n\r])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/u
const anyText = fc.oneof(
  fc.constantFrom(...hostileTexts),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.stringMatching(/^[\t\r\n"',;=+@<>&' -]{0,12}$/),
)

function rendered(exporter: Exporter, document: ProductionDocument, text: string): Artifact | null {
  const findings = [{ rule: 'CS-040', severity: 'error', message: text }] as const
  return renderAtOnce(exporter, sourcesOf(document, { findings, today: '2026-03-20' }), plain)
}

function checkTable(exporter: Exporter, text: string): void {
  const artifact = rendered(exporter, hostileDocument(text), text)
  const written = artifact?.kind === 'text' ? artifact.text : ''
  expect(unwanted.test(written)).toBe(false)
  const rows = readCsv(written)
  expect(new Set(rows.map((row) => row.length)).size).toBe(1)
  const cells = rows.flat()
  for (const cell of cells) if (/^[=+\-@\t\r]/.test(cell)) expect(cell).toMatch(/^[+-]?\d+([.,]\d+)?%?$/)
  const title = plainText(text)
  expect(cells.some((cell) => cell === title || cell === `'${title}`)).toBe(true)
}

/** Everything between tags as a reader sees it. Throws where tags are not what a page of ours has, or do not nest. */
function textOfPage(html: string): string {
  const open: string[] = []
  const bare = html.replace(/<!doctype html>/, '').replace(/<style>[^<]*<\/style>/g, '')
  const texts = bare.split(/(<[^>]*>)/).map((piece) => {
    if (!piece.startsWith('<')) {
      if (/[<>]/.test(piece)) throw new Error(`a stray sign in ${piece.slice(0, 80)}`)
      return piece
    }
    const [, end, name = ''] = /^<(\/?)([a-z][a-z0-9]*)((?: [a-z-]+="[^"<>]*")*)>$/.exec(piece) ?? []
    if (!allowedTags.has(name)) throw new Error(`a tag that is not ours: ${piece.slice(0, 80)}`)
    if (end) {
      if (open.pop() !== name) throw new Error(`${piece} closes nothing`)
    } else if (!['meta', 'col'].includes(name)) open.push(name)
    return ''
  })
  if (open.length > 0) throw new Error(`never closed: ${open.join(' ')}`)
  return texts.join('').replace(/&(amp|lt|gt|quot|#39);/g, (sign) => entities[sign] ?? sign)
}

const allowedTags = new Set(
  'html head body meta title header div p h1 h2 dl dt dd table colgroup col thead tbody tr th td span bdi small i b section ul li'.split(
    ' ',
  ),
)
const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
}

function checkPage(exporter: Exporter, text: string): void {
  const artifact = rendered(exporter, hostileDocument(text), text)
  if (artifact?.kind !== 'pages') throw new Error(`${exporter.id} is no page`)
  expect(unwanted.test(artifact.html + artifact.footer)).toBe(false)
  const shown = textOfPage(artifact.html)
  if (text.trim()) expect(shown).toContain(plainText(text))
  textOfPage(artifact.footer)
}

describe.each(tables)('$id', (exporter) => {
  test('stays a table and harmless with each hostile text in every field', () => {
    for (const text of hostileTexts) checkTable(exporter, text)
  })

  test('stays a table and harmless with any text in every field', () => {
    fc.assert(
      fc.property(anyText, (text) => checkTable(exporter, text)),
      { numRuns: 100 },
    )
  })
})

describe.each(pages)('$id', (exporter) => {
  test('stays a page that runs nothing with each hostile text in every field', () => {
    for (const text of hostileTexts) checkPage(exporter, text)
  })

  test('stays a page that runs nothing with any text in every field', () => {
    fc.assert(
      fc.property(anyText, (text) => checkPage(exporter, text)),
      { numRuns: 100 },
    )
  })
})
