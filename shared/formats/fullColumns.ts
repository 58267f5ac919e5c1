import { durationText } from '../sheet/duration.ts'
import { percentText } from '../sheet/percentText.ts'
import type { SheetParty, SheetRow } from '../sheet/sheetRow.ts'
import { asked, type OptionValues } from './exportOptions.ts'

/** A column of the full layout. */
export type FullColumn = readonly [heading: string, cell: (row: SheetRow, values: OptionValues) => string]

/** The columns of layout 11.1 of the cue-sheet reference. */
export const fullColumns: readonly FullColumn[] = [
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

/** `First Last (ROLE) SOCIETY share% [IPI n]`, joined by `; `. */
function partiesText(parties: readonly SheetParty[]): string {
  return parties
    .map(({ name, role, society, share, ipi }) =>
      [name, `(${role})`, society, percentText(share), ipi && `[IPI ${ipi}]`].filter(Boolean).join(' '),
    )
    .join('; ')
}
