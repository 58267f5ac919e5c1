import type { Licence } from '../../model/licence.ts'
import { type ClearanceLine, clearanceLines } from '../../sheet/clearanceLines.ts'
import { durationText } from '../../sheet/duration.ts'
import { amountText } from '../../sheet/feeText.ts'
import { percentText } from '../../sheet/percentText.ts'
import { wholeFee } from '../../sheet/wholeFee.ts'
import { csvText } from '../csv.ts'
import { byteOrderMark } from '../exportOptions.ts'
import type { ExporterFrom } from '../format.ts'

type Column = readonly [heading: string, cell: (line: ClearanceLine) => string]

/** Layout 11.5 of the cue-sheet reference. */
const columns: readonly Column[] = [
  ['Seq', ({ row }) => String(row.seq)],
  ['Cue #', ({ row }) => row.number],
  ['Title', ({ row }) => row.title],
  ['Artist', ({ row }) => row.artist],
  ['Usage (US)', ({ row }) => row.usUsage.code ?? ''],
  ['Duration', ({ row }) => durationText(row.time.seconds)],
  ['TC In', ({ row }) => row.time.timecodeIn],
  ['Licence', ({ kind }) => kind],
  ['Rights Holder', of(({ licensor }) => licensor)],
  ['Share', of(({ share }) => percentText(share))],
  ['Contact', of(({ contact }) => contact)],
  ['Status', ({ status }) => status],
  ['Requested', of(({ requested }) => requested)],
  ['Quoted', of(({ quoted }) => quoted)],
  ['Approved', of(({ approved }) => approved)],
  ['Executed', of(({ executed }) => executed)],
  ['Fee', of(({ feeMinor, currency }) => (feeMinor === null ? '' : amountText(feeMinor, currency)))],
  ['Currency', of(({ currency }) => currency)],
  ['Fee at 100%', of(feeAtWhole)],
  ['MFN', of(({ mfn }) => (mfn ? 'yes' : 'no'))],
  ['Territory', of(({ territory }) => territory)],
  ['Term', of(({ term }) => term)],
  ['Media', of(({ media }) => media)],
  ['Options', of(({ options }) => options)],
  ['Expires', of(({ expires }) => expires)],
  ['Licence #', of(({ number }) => number)],
  ['Notes', of(({ notes }) => notes)],
]

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
    'cut and temp cues',
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
        columns.map(([heading]) => heading),
        ...clearanceLines(sheet).map((line) => columns.map(([, cell]) => cell(line))),
      ],
      values,
    ),
  }),
}

/** A cell that a row without a licence leaves empty. */
function of(cell: (licence: Licence) => string): Column[1] {
  return ({ licence }) => (licence ? cell(licence) : '')
}

function feeAtWhole(licence: Licence): string {
  const fee = wholeFee(licence)
  return fee === null ? '' : amountText(fee, licence.currency)
}
