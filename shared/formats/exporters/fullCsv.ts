import { csvText } from '../csv.ts'
import { byteOrderMark, unvisitedFields } from '../exportOptions.ts'
import type { ExporterFrom } from '../format.ts'
import { fullColumns } from '../fullColumns.ts'

/** Everything known about each cue, one row a cue, for spreadsheets and for keeping. */
export const fullCsv: ExporterFrom<'cueSheet'> = {
  kind: 'text',
  id: 'full-csv',
  label: 'Full cue sheet (CSV)',
  group: 'cueSheet',
  extension: 'csv',
  layout: 'full',
  source: 'cueSheet',
  losses: [
    'the production’s header and totals',
    'cut and temp cues',
    'the inner edges of a cue that plays through a reel change',
    'dramatic roles and identification',
    'licensors, fees, terms and dates',
    'findings',
  ],
  options: [byteOrderMark, unvisitedFields],
  render: ({ sheet: { rows } }, values) => ({
    kind: 'text',
    text: csvText(
      [
        fullColumns.map(([heading]) => heading),
        ...rows.map((row) => fullColumns.map(([, cell]) => cell(row, values))),
      ],
      values,
    ),
  }),
}
