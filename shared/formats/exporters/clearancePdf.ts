import { clearanceReport } from '../../sheet/clearanceReport.ts'
import { paper } from '../exportOptions.ts'
import type { ExporterFrom } from '../format.ts'
import { clearanceTable, moneyTable } from '../pages/clearanceTable.ts'
import { type Html, html, nothing } from '../pages/html.ts'
import { leftOutNote } from '../pages/legend.ts'
import { printedPages } from '../pages/page.ts'
import { sheetNames, sheetTop } from '../pages/sheetTop.ts'

const kind = 'Music clearance report'

/** Where each cue's licences stand, open ones first (cue-sheet reference, section 12). */
export const clearancePdf: ExporterFrom<'cueSheet'> = {
  kind: 'pages',
  id: 'clearance-pdf',
  label: 'Clearance report to print (PDF)',
  group: 'clearance',
  extension: 'pdf',
  layout: 'clearance',
  source: 'cueSheet',
  losses: [
    'contacts, options, licence numbers and notes',
    'all days but the latest of each licence',
    'writers, publishers and shares of the works',
    'cut and temp cues',
    'papers that are attached',
    'everything, for programs: a PDF is read by people',
  ],
  options: [paper],
  render: (delivered, values) => {
    const report = clearanceReport(delivered.sheet)
    const figures: readonly (readonly [string, number])[] = [
      ['Open', report.open.length],
      ['Signed', report.settled.length],
    ]
    const stamp =
      report.open.length === 0
        ? html`<div class="stamp">ALL SIGNED</div>`
        : html`<div class="stamp draft">${report.open.length} OPEN</div>`
    const totals = html`<dl class="totals">${figures.map(
      ([label, count]) => html`<div><dt>${label}</dt><dd>${count}</dd></div>`,
    )}</dl>`
    const group = (title: string, cues: typeof report.open): Html =>
      cues.length > 0 ? html`<h2>${title}</h2>\n${clearanceTable(cues)}` : nothing
    const body = html`${sheetTop(kind, delivered, html`${stamp}${totals}`)}${leftOutNote(delivered)}${group(
      'Open: not signed yet for the whole of each side',
      report.open,
    )}${group('Signed, or no licence needed', report.settled)}${moneyTable(report)}`
    return printedPages({ ...sheetNames(kind, delivered), body }, values)
  },
}
