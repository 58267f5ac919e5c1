import type { Cue } from '../../model/cue.ts'
import { durationText } from '../../sheet/duration.ts'
import { originCodes } from '../../sheet/originCodes.ts'
import { percentText } from '../../sheet/percentText.ts'
import type { SheetParty, SheetRow } from '../../sheet/sheetRow.ts'
import { csvText, headerRows } from '../csv.ts'
import {
  asked,
  byteOrderMark,
  chosen,
  type OptionValues,
  pictureTimeZero,
  rounding,
  unvisitedFields,
} from '../exportOptions.ts'
import type { ExporterFrom } from '../format.ts'
import { partyRole } from '../partyRole.ts'
import { clockText, printedTime, shownDuration, wholeLabel } from '../sheetTimes.ts'
import type { DeliveredSheet } from '../sources.ts'

const headings: readonly string[] = [
  'Cue No.',
  'Cue Title',
  'Composer(s)',
  'Arranger(s)',
  'Publisher(s)',
  'Performer(s)',
  'Record Label',
  'Catalogue No.',
  'Track No.',
  'ISRC',
  'ISWC',
  'Music Origin',
  'Use',
  'Usage Description',
  'Timecode In',
  'Timecode Out',
  'Duration',
]

/** What the part in the programme's own music is called; otherwise the cue's own description stands. */
const roleWords: Readonly<Partial<Record<Cue['themeRole'], string>>> = {
  mainTitle: 'Opening titles',
  endTitle: 'Closing titles',
  logo: 'Ident/logo',
  bumper: 'Bumper',
  segment: 'Segment theme',
}

/** Layout 11.3 of the cue-sheet reference: one row a cue, as UK societies and broadcasters ask for it. */
export const prsCsv: ExporterFrom<'cueSheet'> = {
  kind: 'text',
  id: 'prs-csv',
  label: 'UK: PRS, Soundmouse, BBC (CSV)',
  group: 'cueSheet',
  extension: 'csv',
  layout: 'prs',
  source: 'cueSheet',
  losses: [
    'frames: timecodes are cut to the second',
    'cue numbers of the production',
    'societies and IPI numbers',
    'US usage codes',
    'the description of title music, bumpers and idents',
    'licences',
    'scenes and notes',
    'cut and temp cues',
    'findings',
  ],
  options: [byteOrderMark, unvisitedFields, pictureTimeZero, rounding],
  render: (delivered, values) => ({
    kind: 'text',
    text: csvText(
      [
        ...headerRows(header(delivered), headings.length),
        headings,
        ...delivered.sheet.rows.map((row) => cells(row, values)),
      ],
      values,
    ),
  }),
}

function header({
  sheet: { production, totals },
}: DeliveredSheet): readonly (readonly [label: string, value: string])[] {
  return [
    ['Programme Title', production.title],
    ['Episode Title', production.episodeTitle],
    ['Series Number', production.seasonNumber],
    ['Episode Number', production.episodeNumber],
    ['Production Number', production.productionNumber],
    ['Production Company', production.productionCompany],
    ['Broadcaster', production.network],
    ['Country of Origin', production.countryOfOrigin],
    ['Year of Production', production.yearOfProduction],
    ['Director', production.directors.join('; ')],
    ['First Transmission Date', production.airDate],
    ['Programme Duration', durationText(totals.showSeconds)],
    ['Total Music Duration', durationText(totals.musicSeconds)],
    ['Prepared By', production.preparedBy],
    ['Email', production.preparedByEmail],
  ]
}

function cells(row: SheetRow, values: OptionValues): readonly string[] {
  const arrangers = row.writers.filter((party) => partyRole(party) === 'Arranger')
  const composers = row.writers.filter((party) => partyRole(party) !== 'Arranger')
  return [
    String(row.seq),
    row.title,
    arrangers.length > 0 ? partiesText(composers) : asked(partiesText(composers), values),
    partiesText(arrangers),
    partiesText(row.publishers),
    row.artist,
    row.label,
    row.catalogueNo,
    row.trackNo,
    row.isrc,
    row.iswc,
    originCodes[row.origin].uk,
    asked(row.ukUsage.code ?? '', values),
    roleWords[row.themeRole] ?? row.description,
    ...inAndOut(row, values),
    shownDuration(row.time, values),
  ]
}

function inAndOut({ time }: SheetRow, values: OptionValues): readonly [string, string] {
  if (chosen(pictureTimeZero, values) === 'picture')
    return [wholeLabel(time.timecodeIn), wholeLabel(time.timecodeOut)]
  const { start, end } = printedTime(time, pictureTimeZero, values)
  return [clockText(start), clockText(end)]
}

/** `Last, First (ROLE) share%`, joined by ` / `. */
function partiesText(parties: readonly SheetParty[]): string {
  return parties
    .map(({ firstName, lastName, name, isFirm, role, share }) => {
      const sorted = isFirm ? name : [lastName, firstName].filter(Boolean).join(', ')
      return [sorted, `(${role})`, percentText(share)].filter(Boolean).join(' ')
    })
    .join(' / ')
}
