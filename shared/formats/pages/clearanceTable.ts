import type { Licence } from '../../model/licence.ts'
import type { ClearanceLine } from '../../sheet/clearanceLines.ts'
import type { ClearanceReport, ReportedCue, StatusTotal } from '../../sheet/clearanceReport.ts'
import { durationText } from '../../sheet/duration.ts'
import { amountText } from '../../sheet/feeText.ts'
import { percentText } from '../../sheet/percentText.ts'
import { statusNames } from '../../sheet/readableNames.ts'
import { type Html, html, nothing } from './html.ts'

/** A sign for each status, so that none is told by colour. */
const statusSigns: Readonly<Record<ClearanceLine['status'], string>> = {
  missing: '✕',
  toRequest: '○',
  requested: '◔',
  quoted: '◑',
  negotiating: '◑',
  approved: '◕',
  drafted: '◕',
  executed: '●',
  paid: '●',
  denied: '✕',
  expired: '✕',
  replaced: '–',
}

const kindNames: Readonly<Record<Licence['kind'], string>> = {
  sync: 'sync',
  master: 'master',
  composerAgreement: 'composer agreement',
  songAgreement: 'song agreement',
  arrangerAgreement: 'arranger agreement',
  library: 'library',
  clip: 'clip',
  performerRelease: 'performer release',
  publicDomainProof: 'public-domain proof',
  other: 'other',
}

/** Heading, width in percent of the page, class. */
const columns: readonly (readonly [heading: string, width: number, kind: string])[] = [
  ['Seq', 3.3, 'number'],
  ['Cue #', 6.2, ''],
  ['Title', 12.4, ''],
  ['Use', 4.4, ''],
  ['Length', 5, ''],
  ['Licence', 7.4, ''],
  ['Rights holder', 12.4, ''],
  ['Share', 5.4, 'number'],
  ['Status', 9.2, ''],
  ['Since', 7, ''],
  ['Fee', 10.4, 'number'],
  ['MFN', 4.4, ''],
  ['Territory, term, media', 12.5, ''],
]

/** Lines of a cue from which on it may be longer than a page, and is let break. */
const mostLines = 20

/** The cues of one group of the report, a body a cue. */
export function clearanceTable(cues: readonly ReportedCue[]): Html {
  return html`<table>
<colgroup>${columns.map(([, width]) => html`<col style="width:${width}%">`)}</colgroup>
<thead><tr>${columns.map(([heading, , kind]) => html`<th scope="col" class="${kind}">${heading}</th>`)}</tr></thead>
${cues.map(cueBody)}</table>
`
}

/** A status in words behind its sign. */
export function statusText(status: ClearanceLine['status']): Html {
  return html`<span class="sign">${statusSigns[status]}</span> ${statusNames[status]}`
}

/** What the licences come to, by currency and status. */
export function moneyTable({ totals, unpriced }: ClearanceReport): Html {
  if (totals.length === 0 && unpriced === 0) return nothing
  const row = ({ currency, status, licences, minor }: StatusTotal) =>
    html`<tr><td>${currency || 'no currency'}</td><td>${statusText(status)}</td><td class="number">${licences}</td><td class="number">${amountText(minor, currency)}</td></tr>\n`
  return html`<section class="money">
<h2>Fees by currency and status</h2>
<table>
<thead><tr><th scope="col">Currency</th><th scope="col">Status</th><th scope="col" class="number">Licences</th><th scope="col" class="number">Fees</th></tr></thead>
<tbody class="long">${totals.map(row)}</tbody>
</table>
${unpriced > 0 ? html`<p>${unpriced === 1 ? '1 licence has no fee and is' : `${unpriced} licences have no fee and are`} in no total.</p>` : nothing}
<p>A licence that covers several cues counts once. Currencies are not converted.</p>
</section>
`
}

function cueBody({ row, lines }: ReportedCue): Html {
  const shown: readonly (ClearanceLine | null)[] = lines.length > 0 ? lines : [null]
  const texts = row.title.length + row.artist.length + row.number.length
  const isLong = shown.length > mostLines || texts > 1500 || shown.some(hasLongText)
  const span = shown.length > 1 ? html` rowspan="${shown.length}"` : nothing
  const first = html`<td${span} class="number">${row.seq}</td><td${span}><bdi>${row.number}</bdi></td><td${span} class="title"><span dir="auto">${
    row.title || 'Untitled'
  }</span>${
    row.artist ? html`<span class="small" dir="auto">${row.artist}</span>` : nothing
  }</td><td${span}>${row.usUsage.code ?? ''}</td><td${span} class="time">${durationText(row.time.seconds)}</td>`
  return html`<tbody${isLong ? html` class="long"` : nothing}>${shown.map(
    (line, index) => html`<tr>${index === 0 ? first : nothing}${lineCells(line)}</tr>\n`,
  )}</tbody>
`
}

function hasLongText(line: ClearanceLine | null): boolean {
  if (!line?.licence) return false
  const { licensor, territory, term, media } = line.licence
  return licensor.length + territory.length + term.length + media.length > 1500
}

function lineCells(line: ClearanceLine | null): Html {
  if (!line) return html`<td class="party" colspan="8">No licence is needed and none is recorded.</td>`
  const { licence, kind, status } = line
  if (!licence)
    return html`<td class="party">${kindNames[kind]}</td><td class="party missing" colspan="2">No licence</td><td class="party missing">${statusText(status)}</td><td class="party"></td><td class="party"></td><td class="party"></td><td class="party"></td>`
  const { licensor, share, feeMinor, currency, mfn, territory, term, media } = licence
  const fee = feeMinor === null ? '' : [currency, amountText(feeMinor, currency)].filter(Boolean).join(' ')
  const scope = [territory, term, media].filter((text) => text.trim())
  return html`<td class="party">${kindNames[kind]}</td><td class="party" dir="auto">${licensor}</td><td class="party number">${percentText(
    share,
  )}</td><td class="party">${statusText(status)}</td><td class="party">${latestDay(
    licence,
  )}</td><td class="party number">${fee}</td><td class="party">${mfn ? 'MFN' : ''}</td><td class="party">${scope.map(
    (part, index) => html`${index > 0 ? ' · ' : ''}<bdi>${part}</bdi>`,
  )}</td>`
}

function latestDay({ requested, quoted, approved, executed, paid }: Licence): string {
  return paid || executed || approved || quoted || requested
}
