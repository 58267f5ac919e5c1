import { durationText } from '../../sheet/duration.ts'
import { percentText } from '../../sheet/percentText.ts'
import type { SheetParty, SheetRow } from '../../sheet/sheetRow.ts'
import { csvText } from '../csv.ts'
import { asked, byteOrderMark, type OptionValues, unvisitedFields } from '../exportOptions.ts'
import type { ExporterFrom } from '../format.ts'

type Column = readonly [heading: string, cell: (row: SheetRow, values: OptionValues) => string]

/** Layout 11.1 of the cue-sheet reference. */
const columns: readonly Column[] = [
  ['Seq', ({ seq }) => String(seq)],
  ['Cue #', ({ number }) => number],
  ['Reel/Act', ({ segment }) => segment],
  ['Title', ({ title }) => title],
  ['Type', ({ type }) => type],
  ['Origin', ({ origin }) => origin],
  ['Theme Role', ({ themeRole }) => themeRole],
  ['Diegesis', ({ diegesis }) => diegesis],
  ['Source Visibility', ({ sourceVisibility }) => sourceVisibility],
  ['Vocals', ({ vocals }) => vocals],
  ['Usage (US)', ({ usUsage }, values) => asked(usUsage.code ?? '', values)],
  ['Usage (UK)', ({ ukUsage }, values) => asked(ukUsage.code ?? '', values)],
  ['TC In', ({ time }) => time.timecodeIn],
  ['TC Out', ({ time }) => time.timecodeOut],
  ['Duration', ({ time }) => durationText(time.seconds)],
  ['Duration (frames)', ({ time }) => String(time.length)],
  ['Duration (s)', ({ time }) => time.exactSeconds],
  ['Artist', ({ artist }) => artist],
  ['Writers', ({ writers }, values) => asked(partiesText(writers), values)],
  ['Publishers', ({ publishers }) => partiesText(publishers)],
  ['Label', ({ label }) => label],
  ['Album', ({ album }) => album],
  ['Catalogue #', ({ catalogueNo }) => catalogueNo],
  ['Track #', ({ trackNo }) => trackNo],
  ['ISRC', ({ isrc }) => isrc],
  ['ISWC', ({ iswc }) => iswc],
  ['Library', ({ library }) => library],
  ['Sync Status', ({ sync }) => sync.text],
  ['Master Status', ({ master }) => master.text],
  ['Scene', ({ scene }) => scene],
  ['Description', ({ description }) => description],
  ['Notes', ({ notes }) => notes],
]

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
        columns.map(([heading]) => heading),
        ...rows.map((row) => columns.map(([, cell]) => cell(row, values))),
      ],
      values,
    ),
  }),
}

/** `First Last (ROLE) SOCIETY share% [IPI n]`, joined by `; `. */
function partiesText(parties: readonly SheetParty[]): string {
  return parties
    .map(({ name, role, society, share, ipi }) =>
      [name, `(${role})`, society, percentText(share), ipi && `[IPI ${ipi}]`].filter(Boolean).join(' '),
    )
    .join('; ')
}
