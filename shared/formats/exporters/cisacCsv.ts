import { originCodes } from '../../sheet/originCodes.ts'
import type { SheetParty, SheetRow } from '../../sheet/sheetRow.ts'
import { ddexUsage } from '../../sheet/societyUsage.ts'
import { csvText } from '../csv.ts'
import {
  asked,
  chosen,
  noByteOrderMark,
  type OptionValues,
  rounding,
  unvisitedFields,
} from '../exportOptions.ts'
import type { ExporterFrom } from '../format.ts'
import type { DeliveredSheet } from '../sources.ts'

const headings: readonly string[] = [
  'Production Title',
  'Episode Title',
  'Episode Number',
  'Production Type',
  'Country of Origin',
  'Year of Production',
  'Production Duration',
  'Cue Seq',
  'Cue Title',
  'Start Time',
  'Duration',
  'Cue Use Type',
  'Theme Type',
  'Vocal Type',
  'Visual Perception Type',
  'Cue Origin',
  'ISWC',
  'ISRC',
  'Performer',
  'Record Label',
  'Catalogue Number',
  'Track Number',
  'IP Role',
  'IP Name',
  'IP Name Number',
  'Society',
  'Share',
]

/** Layout 11.4 of the cue-sheet reference: one party a row, every row complete, terms of DDEX. */
export const cisacCsv: ExporterFrom<'cueSheet'> = {
  kind: 'text',
  id: 'cisac-csv',
  label: 'CISAC flat file, DDEX terms (CSV)',
  group: 'cueSheet',
  extension: 'csv',
  layout: 'cisac',
  source: 'cueSheet',
  losses: [
    'timecodes: times count from the start of the programme',
    'cue numbers',
    'prominence, and what the usage codes of the US and the UK tell apart',
    'licences',
    'descriptions, scenes and notes',
    'cut and temp cues',
    'findings',
  ],
  options: [noByteOrderMark, unvisitedFields, rounding],
  render: (delivered, values) => ({
    kind: 'text',
    text: csvText([headings, ...rows(delivered, values)], values),
  }),
}

function rows({ sheet }: DeliveredSheet, values: OptionValues): readonly (readonly string[])[] {
  const { production, totals } = sheet
  const common = [
    production.title,
    production.episodeTitle,
    production.episodeNumber,
    production.category,
    production.countryOfOrigin,
    production.yearOfProduction,
    isoDuration(totals.showSeconds * 1000),
  ]
  return sheet.rows.flatMap((row) => {
    const cue = cueCells(row, production, values)
    const parties = [...row.writers, ...row.publishers].map((party) => partyCells(party, values))
    return (parties.length > 0 ? parties : [['', '', '', '', '']]).map((party) => [
      ...common,
      ...cue,
      ...party,
    ])
  })
}

function cueCells(
  row: SheetRow,
  production: DeliveredSheet['sheet']['production'],
  values: OptionValues,
): readonly string[] {
  const usage = ddexUsage(row, production.visualRule, production.category)
  const { seconds, exactSeconds, startMilliseconds } = row.time
  const isExact = chosen(rounding, values) === 'thousandths'
  return [
    String(row.seq),
    row.title,
    isoDuration(startMilliseconds),
    isoDuration(isExact ? Math.round(Number(exactSeconds) * 1000) : seconds * 1000),
    usage.code ?? '',
    usage.theme ?? '',
    asked(usage.vocal ?? '', values),
    usage.perception,
    originCodes[row.origin].ddex,
    row.iswc,
    row.isrc,
    row.artist,
    row.label,
    row.catalogueNo,
    row.trackNo,
  ]
}

function partyCells(
  { role, name, ipi, society, share }: SheetParty,
  values: OptionValues,
): readonly string[] {
  return [
    role,
    asked(name, values),
    society === 'PD' ? ipi : asked(ipi, values),
    asked(society, values),
    (share / 100).toFixed(2),
  ]
}

/** An ISO 8601 duration without its empty parts: `PT43M40S`, `PT11.5S`, `PT0S`. */
function isoDuration(milliseconds: number): string {
  const hours = Math.floor(milliseconds / 3_600_000)
  const minutes = Math.floor(milliseconds / 60_000) % 60
  const seconds = (milliseconds % 60_000) / 1000
  const text = [hours && `${hours}H`, minutes && `${minutes}M`, seconds && `${seconds}S`].filter(Boolean)
  return `PT${text.join('') || '0S'}`
}
