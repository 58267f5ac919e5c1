import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { ProductionDocument } from '../../model/document.ts'
import type { Finding } from '../../model/finding.ts'
import { soundDocument, withProduction, withRecord } from '../../sheet/soundDocument.ts'
import { exporters } from '../exporters.ts'
import type { OptionValues } from '../exportOptions.ts'
import type { PagesArtifact } from '../format.ts'
import { renderAtOnce } from '../renderArtifact.ts'
import { sourcesOf } from '../sources.ts'
import { fontFaces, fontFiles } from './pageStyle.ts'

const error: Finding = {
  rule: 'CS-040',
  severity: 'error',
  message: 'First has no writer.',
  cue: 'c1' as never,
}
const episode = withProduction(soundDocument(), { episodeTitle: 'Low Tide', episodeNumber: '205' })

function pagesOf(
  id: string,
  document: ProductionDocument = episode,
  findings: readonly Finding[] = [],
  options: OptionValues = {},
): PagesArtifact {
  const exporter = exporters.find((each) => each.id === id)
  const artifact =
    exporter && renderAtOnce(exporter, sourcesOf(document, { findings, today: '2026-03-20' }), options)
  if (artifact?.kind !== 'pages') throw new Error(`${id} is no page`)
  return artifact
}

const bodies = (html: string) => html.match(/<tbody/g)?.length ?? 0

test('the sheet is stamped READY, or DRAFT with its errors, and a draft says so on every page', () => {
  const ready = pagesOf('cue-sheet-pdf')
  expect(ready.html).toContain('<div class="stamp">READY</div>')
  expect(ready.footer).not.toContain('DRAFT')
  const draft = pagesOf('cue-sheet-pdf', episode, [error, { ...error, severity: 'warning' }])
  expect(draft.html).toContain('DRAFT <small>1 error</small>')
  expect(draft.footer).toContain('DRAFT')
})

test('the footer says title, episode, version, day and page', () => {
  const { footer } = pagesOf('cue-sheet-pdf')
  const words = footer.replace(/<style>.*<\/style>/, '').replace(/<[^>]*>/g, '')
  expect(words).toBe('Sound · 205 Low Tide · Original / Original · Prepared 2026-03-20page  of ')
  expect(footer).toMatch(/class="pageNumber".*class="totalPages"/)
})

test('the head of the table stands in a group that print repeats, and each cue in a body that print does not break', () => {
  const { html } = pagesOf('cue-sheet-pdf')
  expect(html.match(/<thead>/g)).toHaveLength(1)
  expect(html).toContain('thead{display:table-header-group}')
  expect(html).toContain('tbody{break-inside:avoid')
  expect(bodies(html)).toBe(2)
  expect(html).toContain('<td rowspan="2" class="title"><span dir="auto">First</span>')
})

test('a cue that may be longer than a page can be broken', () => {
  const writers = Array.from({ length: 40 }, () => ({
    party: 'anna' as never,
    role: 'C' as const,
    share: 250,
  }))
  const { html } = pagesOf('cue-sheet-pdf', withRecord(episode, 'works', 'w1', { writers }))
  expect(html.match(/<tbody class="long">/g)).toHaveLength(1)
})

test('music written for the production and music that others own are told apart', () => {
  const { html } = pagesOf('cue-sheet-pdf')
  const table = html.slice(0, html.indexOf('class="legend"'))
  expect(table).toContain('class="bar score"')
  expect(table).toContain('class="bar licensed"')
})

test('what review finds is printed when asked for, in the place of its cue', () => {
  expect(pagesOf('cue-sheet-pdf', episode, [error]).html).not.toContain('First has no writer.')
  const { html } = pagesOf('cue-sheet-pdf', episode, [error], { printedFindings: true })
  expect(html).toContain('<bdi>m01 First</bdi><span dir="ltr">First has no writer.</span>')
})

test('cues that have no line are counted', () => {
  const { c1 } = episode.cues
  const spans = c1?.spans.map((span) => ({ ...span, end: null })) ?? []
  const { html } = pagesOf('cue-sheet-pdf', withRecord(episode, 'cues', 'c1', { spans }))
  expect(html).toContain('1 active cue is not listed here')
})

test('the paper is what was chosen, landscape', () => {
  expect(pagesOf('cue-sheet-pdf').html).toContain('@page{size:A4 landscape')
  const letter = pagesOf('cue-sheet-pdf', episode, [], { paper: 'letter' })
  expect(letter).toMatchObject({ paper: 'letter' })
  expect(letter.html).toContain('@page{size:letter landscape')
})

test('the clearance report has open cues first, each status as a word behind a sign, and fees by currency', () => {
  const quoted = withRecord(episode, 'licences', 'sync2', {
    status: 'quoted',
    feeMinor: 150_000,
    currency: 'eur',
  })
  const { html } = pagesOf('clearance-pdf', quoted)
  expect(html).toContain('<div class="stamp draft">1 OPEN</div>')
  expect(html.indexOf('Second')).toBeLessThan(html.indexOf('First'))
  expect(html).toContain('<span class="sign">◑</span> quoted')
  expect(html).toMatch(
    /<td>EUR<\/td>.*quoted<\/td><td class="number">1<\/td><td class="number">1500.00<\/td>/,
  )
  expect(html).toContain('2 licences have no fee and are in no total.')
  const { sync2: _gone, ...licences } = episode.licences
  expect(pagesOf('clearance-pdf', { ...episode, licences }).html).toContain(
    '<span class="sign">✕</span> missing',
  )
})

test('pages name no address but the app’s own typeface, and each of its files is there', () => {
  for (const id of ['cue-sheet-pdf', 'clearance-pdf']) {
    const { html, footer } = pagesOf(id)
    expect((html + footer).replaceAll(/url\(fonts\/inter-[a-z-]+\.woff2\)/g, '')).not.toMatch(
      /url\(|src=|href=|https?:/,
    )
    expect(html).toContain("default-src 'none'; style-src 'unsafe-inline'; font-src 'self'")
  }
  const folder = new URL('../../../node_modules/@fontsource-variable/inter/', import.meta.url)
  const ranges = readFileSync(new URL('index.css', folder), 'utf8').match(/unicode-range: [^;]+/g) ?? []
  expect(fontFiles).toHaveLength(ranges.length)
  for (const file of fontFiles) expect(existsSync(new URL(`files/${file}`, folder))).toBe(true)
  for (const range of ranges) expect(fontFaces).toContain(range.replace('unicode-range: ', 'unicode-range:'))
})
