import { percentText } from '../../sheet/percentText.ts'
import type { SheetParty, SheetRow } from '../../sheet/sheetRow.ts'
import { asked, type OptionValues, programmeTimeZero } from '../exportOptions.ts'
import { clockText, printedTime, shownDuration } from '../sheetTimes.ts'
import { type Html, html, nothing } from './html.ts'

/** Heading, width in millimetres (0 for what is left), class. */
const columns: readonly (readonly [heading: string, width: number, kind: string])[] = [
  ['', 2.4, 'bar'],
  ['Seq', 9, 'number'],
  ['Cue #', 18, ''],
  ['Title', 0, ''],
  ['Usage', 13, ''],
  ['In', 17, ''],
  ['Out', 17, ''],
  ['Duration', 18, ''],
  ['Role', 11, ''],
  ['Writer / Publisher', 74, ''],
  ['PRO', 20, ''],
  ['Share', 17, 'number'],
]

/** Lines and characters from which on a cue may be longer than a page, and is let break. */
const mostParties = 24
const mostCharacters = 2500

/** All cues as one table whose head comes again on every page, a body a cue, so that none is split. */
export function sheetTable(rows: readonly SheetRow[], values: OptionValues): Html {
  return html`<table>
<colgroup>${columns.map(([, width]) => (width > 0 ? html`<col style="width:${width}mm">` : html`<col>`))}</colgroup>
<thead><tr>${columns.map(([heading, , kind]) => html`<th scope="col" class="${kind}">${heading}</th>`)}</tr></thead>
${rows.map((row) => cueBody(row, values))}</table>
`
}

/** Whether a use is of music that somebody else owns, by which bars are told apart. */
export function isLicensed({ origin }: Pick<SheetRow, 'origin'>): boolean {
  return origin !== 'commissioned' && origin !== 'unknown'
}

function cueBody(row: SheetRow, values: OptionValues): Html {
  const parties: readonly (SheetParty | null)[] = [...row.writers, ...row.publishers]
  const lines = parties.length > 0 ? parties : [null]
  const texts = row.title.length + row.artist.length + row.number.length
  const isLong = lines.length > mostParties || texts > mostCharacters || lines.some(isLongName)
  return html`<tbody${isLong ? html` class="long"` : nothing}>${lines.map(
    (party, index) =>
      html`<tr>${index === 0 ? cueCells(row, lines.length, values) : nothing}${partyCells(party, values)}</tr>\n`,
  )}</tbody>
`
}

function isLongName(party: SheetParty | null): boolean {
  return party !== null && party.name.length + party.society.length > mostCharacters
}

function cueCells(row: SheetRow, lines: number, values: OptionValues): Html {
  const { start, end } = printedTime(row.time, programmeTimeZero, values)
  const cell = (kind: string, content: Html) =>
    html`<td${lines > 1 ? html` rowspan="${lines}"` : nothing} class="${kind}">${content}</td>`
  return html`${cell(`bar ${isLicensed(row) ? 'licensed' : 'score'}`, html`<i></i>`)}${cell(
    'number',
    html`${row.seq}`,
  )}${cell('', html`<bdi>${row.number}</bdi>`)}${cell(
    'title',
    html`<span dir="auto">${row.title || 'Untitled'}</span>${
      row.artist ? html`<span class="small" dir="auto">${row.artist}</span>` : nothing
    }`,
  )}${cell('', html`${asked(row.usUsage.code ?? '', values)}`)}${cell('time', html`${clockText(start)}`)}${cell(
    'time',
    html`${clockText(end)}`,
  )}${cell('time', html`${shownDuration(row.time, values)}`)}`
}

function partyCells(party: SheetParty | null, values: OptionValues): Html {
  if (!party)
    return html`<td class="party"></td><td class="party missing">${asked('', values) || 'No writer named'}</td><td class="party"></td><td class="party"></td>`
  return html`<td class="party">${party.role}</td><td class="party" dir="auto">${asked(
    party.name,
    values,
  )}</td><td class="party"><bdi>${asked(party.society, values)}</bdi></td><td class="party number">${percentText(
    party.share,
  )}</td>`
}
