import type { Finding } from '../../model/finding.ts'
import { usCodeNames } from '../../sheet/readableNames.ts'
import type { SheetRow } from '../../sheet/sheetRow.ts'
import type { DeliveredSheet } from '../sources.ts'
import { type Html, html, nothing } from './html.ts'

const roleNames: Readonly<Record<SheetRow['writers'][number]['role'], string>> = {
  C: 'composer',
  A: 'author',
  CA: 'composer and author',
  AR: 'arranger',
  AD: 'adapter',
  SA: 'sub-author',
  SR: 'sub-arranger',
  TR: 'translator',
  E: 'publisher',
  SE: 'sub-publisher',
  AM: 'administrator',
}

/** What the codes of a sheet mean, and how its times were rounded. */
export function sheetLegend(): Html {
  const entry = ([code, name]: readonly [string, string]) =>
    html`<div><dt>${code}</dt><dd>${name}</dd></div>\n`
  return html`<section class="legend">
<div><h2>Usage</h2>
<dl class="notes">${Object.entries(usCodeNames).map(entry)}</dl></div>
<div><h2>Roles</h2>
<dl class="notes two">${Object.entries(roleNames).map(entry)}</dl></div>
<div><h2>Reading this sheet</h2>
<dl class="notes">
<div><dt class="bar score"><i></i></dt><dd>Music written for the production</dd></div>
<div><dt class="bar licensed"><i></i></dt><dd>Music that others own: licensed, library, public domain</dd></div>
<div><dt>PD</dt><dd>public domain</dd></div>
<div><dt>NS</dt><dd>no society</dd></div>
</dl>
<p>Durations are real time, rounded to the whole second (half a second up, at least one); the out is the in and the duration. Shares are percent of the writers’ and of the publishers’ side, each of which totals 100 %.</p></div>
</section>
`
}

const severityWords = { error: 'Error', warning: 'Warning', info: 'Note' } as const

/** Everything that review finds, in its order. */
export function findingsList({ findings, sheet }: DeliveredSheet): Html {
  if (findings.length === 0) return html`<h2>Review</h2>\n<p>Review finds nothing.</p>\n`
  const rows = new Map(sheet.rows.map((row) => [row.cue, row]))
  const item = ({ severity, rule, cue, message }: Finding) => {
    const row = cue === undefined ? null : rows.get(cue)
    const place =
      cue === undefined ? 'Production' : row ? `${row.number} ${row.title}`.trim() : 'A cue without a row'
    return html`<li><b>${severityWords[severity]}</b><span>${rule}</span><bdi>${place}</bdi><span dir="ltr">${message}</span></li>\n`
  }
  return html`<h2>Review</h2>
<ul class="findings">${findings.map(item)}</ul>
`
}

/** Active cues that have no line, since they have no place yet; nothing where every cue has one. */
export function leftOutNote({ sheet: { leftOut } }: DeliveredSheet): Html {
  if (leftOut.length === 0) return nothing
  const count = leftOut.length === 1 ? '1 active cue is' : `${leftOut.length} active cues are`
  return html`<p class="warning">${count} not listed here: without a readable in and out there is nothing to print.</p>\n`
}
