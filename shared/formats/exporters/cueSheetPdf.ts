import { type Check, isOn, paper, programmeTimeZero, rounding, unvisitedFields } from '../exportOptions.ts'
import type { ExporterFrom } from '../format.ts'
import { html, nothing } from '../pages/html.ts'
import { findingsList, leftOutNote, sheetLegend } from '../pages/legend.ts'
import { printedPages } from '../pages/page.ts'
import { sheetTable } from '../pages/sheetTable.ts'
import { readyStamp, sheetNames, sheetTop, sheetTotals } from '../pages/sheetTop.ts'

/** What review finds, printed at the end. */
export const printedFindings: Check = {
  kind: 'check',
  id: 'printedFindings',
  label: 'Print what review finds',
  hint: 'Errors, warnings and notes, after the table.',
  initial: false,
}

const kind = 'Music cue sheet'

/** The cue sheet to read and to file (cue-sheet reference, section 12). */
export const cueSheetPdf: ExporterFrom<'cueSheet'> = {
  kind: 'pages',
  id: 'cue-sheet-pdf',
  label: 'Cue sheet to print (PDF)',
  group: 'cueSheet',
  extension: 'pdf',
  layout: 'print',
  source: 'cueSheet',
  losses: [
    'frames: times are whole seconds',
    'labels, catalogue numbers, ISRC, ISWC and IPI numbers',
    'UK usage codes',
    'licences',
    'descriptions, scenes and notes',
    'cut and temp cues',
    'everything, for programs: a PDF is read by people',
  ],
  options: [paper, unvisitedFields, programmeTimeZero, rounding, printedFindings],
  render: (delivered, values) => {
    const body = html`${sheetTop(kind, delivered, html`${readyStamp(delivered)}${sheetTotals(delivered)}`)}${leftOutNote(delivered)}${sheetTable(
      delivered.sheet.rows,
      values,
    )}${isOn(printedFindings, values) ? findingsList(delivered) : nothing}${sheetLegend()}`
    return printedPages({ ...sheetNames(kind, delivered), body }, values)
  },
}
