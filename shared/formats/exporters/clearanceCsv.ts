import { clearanceLines } from '../../sheet/clearanceLines.ts'
import { clearanceColumns } from '../clearanceColumns.ts'
import { csvText } from '../csv.ts'
import { byteOrderMark } from '../exportOptions.ts'
import type { ExporterFrom } from '../format.ts'

/** What is licensed for each cue and what is missing, one row for each cue and licence. */
export const clearanceCsv: ExporterFrom<'cueSheet'> = {
  kind: 'text',
  id: 'clearance-csv',
  label: 'Clearance log (CSV)',
  group: 'clearance',
  extension: 'csv',
  layout: 'clearance',
  source: 'cueSheet',
  losses: [
    'the production’s header and totals',
    'cut and temp cues, and cues without a place in the programme',
    'writers, publishers and shares of the works',
    'the course of each licence beyond its days',
    'licences that cover no cue',
    'papers that are attached',
    'findings',
  ],
  options: [byteOrderMark],
  render: ({ sheet }, values) => ({
    kind: 'text',
    text: csvText(
      [
        clearanceColumns.map(([heading]) => heading),
        ...clearanceLines(sheet).map((line) => clearanceColumns.map(([, cell]) => cell(line))),
      ],
      values,
    ),
  }),
}
