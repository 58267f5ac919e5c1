import { csvText, headerRows } from '../csv.ts'
import { byteOrderMark, programmeTimeZero, unvisitedFields } from '../exportOptions.ts'
import type { ExporterFrom } from '../format.ts'
import { cueColumns, rapidcueHeadings, rapidcueLines } from '../rapidcueRows.ts'
import { sheetHeader } from '../sheetHeader.ts'

const noCue = Array<string>(cueColumns).fill('')

/** Layout 11.2 of the cue-sheet reference: the rows of the ASCAP/BMI template, one party each. */
export const rapidcueCsv: ExporterFrom<'cueSheet'> = {
  kind: 'text',
  id: 'rapidcue-csv',
  label: 'ASCAP/BMI RapidCue (CSV)',
  group: 'cueSheet',
  extension: 'csv',
  layout: 'rapidcue',
  source: 'cueSheet',
  losses: [
    'frames: times are whole seconds',
    'cue numbers',
    'artists, labels, catalogue numbers, ISRC and ISWC',
    'UK usage codes',
    'whether a writer is composer or author',
    'licences',
    'descriptions, scenes and notes',
    'cut and temp cues',
    'findings',
  ],
  options: [byteOrderMark, unvisitedFields, programmeTimeZero],
  render: (delivered, values) => ({
    kind: 'text',
    text: csvText(
      [
        ...headerRows(sheetHeader(delivered), rapidcueHeadings.length),
        rapidcueHeadings,
        ...delivered.sheet.rows.flatMap((row) =>
          rapidcueLines(row, values).map(({ cue, party, share }) => [
            ...(cue ?? noCue),
            ...party,
            share === null ? '' : `${(share / 100).toFixed(2)}%`,
          ]),
        ),
      ],
      values,
    ),
  }),
}
