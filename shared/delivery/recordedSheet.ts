import type { CueSheet } from '../sheet/cueSheet.ts'
import { durationText } from '../sheet/duration.ts'
import { percentText } from '../sheet/percentText.ts'
import type { SheetParty, SheetRow } from '../sheet/sheetRow.ts'

/** The words of a sheet by the names of their fields; empty ones are left out. */
export type Words = Readonly<Record<string, string>>

/** A row as it was delivered. */
export type RecordedRow = { readonly cue: string; readonly words: Words }

/** A cue sheet in the words in which it was delivered, so that it can be compared whatever becomes of the model. */
export type RecordedSheet = { readonly header: Words; readonly rows: readonly RecordedRow[] }

const headerFields: readonly (readonly [name: string, said: (sheet: CueSheet) => string])[] = [
  ['Title', ({ production }) => production.title],
  ['Also known as', ({ production }) => production.titleAka.join('; ')],
  ['Episode', ({ production }) => production.episodeTitle],
  ['Episode also known as', ({ production }) => production.episodeTitleAka.join('; ')],
  ['Episode number', ({ production }) => production.episodeNumber],
  ['Season', ({ production }) => production.seasonNumber],
  ['Production number', ({ production }) => production.productionNumber],
  ['Version', ({ production }) => production.version],
  ['Category', ({ production }) => production.category],
  ['Company', ({ production }) => production.productionCompany],
  ['Network', ({ production }) => production.network],
  ['Air date', ({ production }) => production.airDate],
  ['Classification', ({ production }) => production.classification],
  ['Company address', ({ production }) => production.companyAddress],
  ['Country of origin', ({ production }) => production.countryOfOrigin],
  ['Year of production', ({ production }) => production.yearOfProduction],
  ['Directors', ({ production }) => production.directors.join('; ')],
  ['Cut', ({ production }) => [production.cutName, production.cutDate].filter(Boolean).join(', ')],
  ['Prepared by', ({ production }) => production.preparedBy],
  ['E-mail', ({ production }) => production.preparedByEmail],
  ['Show duration', ({ totals }) => durationText(totals.showSeconds)],
  ['Total music', ({ totals }) => durationText(totals.musicSeconds)],
]

const rowFields: readonly (readonly [name: string, said: (row: SheetRow) => string])[] = [
  ['Cue number', ({ number }) => number],
  ['Title', ({ title }) => title],
  ['In', ({ time }) => time.timecodeIn],
  ['Out', ({ time }) => time.timecodeOut],
  ['Duration', ({ time }) => `${durationText(time.seconds)} (${time.length} frames)`],
  ['Reel or act', ({ segment }) => segment],
  ['Type', ({ type }) => type],
  ['Origin', ({ origin }) => origin],
  ['Theme role', ({ themeRole }) => themeRole],
  ['Diegesis', ({ diegesis }) => diegesis],
  ['Source', ({ sourceVisibility }) => sourceVisibility],
  ['Vocals', ({ vocals }) => vocals],
  ['Usage (US)', ({ usUsage }) => usUsage.code ?? ''],
  ['Usage (UK)', ({ ukUsage }) => ukUsage.code ?? ''],
  ['Artist', ({ artist }) => artist],
  ['Writers', ({ writers }) => writers.map(partyText).join('; ')],
  ['Publishers', ({ publishers }) => publishers.map(partyText).join('; ')],
  ['Label', ({ label }) => label],
  ['Album', ({ album }) => album],
  ['Catalogue number', ({ catalogueNo }) => catalogueNo],
  ['Track number', ({ trackNo }) => trackNo],
  ['ISRC', ({ isrc }) => isrc],
  ['ISWC', ({ iswc }) => iswc],
  ['Library', ({ library }) => library],
  ['Sync licence', ({ sync }) => sync.text],
  ['Master licence', ({ master }) => master.text],
  ['Scene', ({ scene }) => scene],
  ['Description', ({ description }) => description],
  ['Notes', ({ notes }) => notes],
]

/** The names of what is said of a cue, in the order in which differences are told. */
export const recordedRowFields: readonly string[] = rowFields.map(([name]) => name)
/** The same of the header. */
export const recordedHeaderFields: readonly string[] = headerFields.map(([name]) => name)

/** A sheet in words. */
export function recordedSheet(sheet: CueSheet): RecordedSheet {
  return {
    header: wordsOf(headerFields, sheet),
    rows: sheet.rows.map((row) => ({ cue: row.cue, words: wordsOf(rowFields, row) })),
  }
}

function wordsOf<From>(
  fields: readonly (readonly [name: string, said: (from: From) => string])[],
  from: From,
): Words {
  return Object.fromEntries(
    fields.map(([name, said]) => [name, said(from)]).filter(([, text]) => text !== ''),
  )
}

function partyText({ name, role, society, share, ipi }: SheetParty): string {
  return [name, `(${role})`, society, percentText(share), ipi && `[IPI ${ipi}]`].filter(Boolean).join(' ')
}
