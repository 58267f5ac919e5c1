import type { SheetParty, SheetRow } from '../sheet/sheetRow.ts'
import { asked, type OptionValues, programmeTimeZero } from './exportOptions.ts'
import { partyRole } from './partyRole.ts'
import { clockParts, printedTime, twoDigits } from './sheetTimes.ts'

/** The columns of the ASCAP/BMI template (cue-sheet reference, section 11.2). */
export const rapidcueHeadings: readonly string[] = [
  'Seq. #',
  'Cue Title',
  'Usage',
  'In HH',
  'In MM',
  'In SS',
  'Out HH',
  'Out MM',
  'Out SS',
  'Duration Min.',
  'Duration Sec.',
  'Role',
  'Composer/Arranger First Name',
  'Composer/Arranger Last Name',
  'Publisher Name',
  'IPI #',
  'PRO / Affiliation',
  'Shares',
]

/** Cells of the template's first eleven columns, which a cue's first line alone has. */
export const cueColumns = 11

/** One party on one line; a cue without any has a line too. The share is in basis points, null without a party. */
export type RapidcueLine = {
  /** The first eleven cells; null on the lines after a cue's first. */
  readonly cue: readonly string[] | null
  /** Role, first name, last name, publisher, IPI, society. */
  readonly party: readonly string[]
  readonly share: number | null
}

/** The lines of a cue. */
export function rapidcueLines(row: SheetRow, values: OptionValues): readonly RapidcueLine[] {
  const cue = cueCells(row, values)
  const parties = [...row.writers, ...row.publishers]
  const lines: Omit<RapidcueLine, 'cue'>[] = parties.map((party) => ({
    party: partyCells(party, values),
    share: party.share,
  }))
  const missing = asked('', values)
  if (row.writers.length === 0 && missing)
    lines.unshift({ party: ['Composer', '', missing, '', '', ''], share: null })
  if (lines.length === 0) return [{ cue, party: ['', '', '', '', '', ''], share: null }]
  return lines.map((line, index) => ({ ...line, cue: index === 0 ? cue : null }))
}

function cueCells({ seq, title, usUsage, time }: SheetRow, values: OptionValues): readonly string[] {
  const { start, end, seconds } = printedTime(time, programmeTimeZero, values)
  return [
    String(seq),
    title,
    asked(usUsage.code ?? '', values),
    ...clockParts(start),
    ...clockParts(end),
    twoDigits(Math.floor(seconds / 60)),
    twoDigits(seconds % 60),
  ]
}

function partyCells(party: SheetParty, values: OptionValues): readonly string[] {
  const role = partyRole(party)
  const isPublisher = role === 'Publisher'
  const isPublicDomain = party.society === 'PD'
  return [
    role,
    isPublisher || party.isFirm ? '' : party.firstName,
    isPublisher ? '' : party.isFirm ? party.name : party.lastName,
    isPublisher ? party.name : '',
    isPublicDomain ? party.ipi : asked(party.ipi, values),
    asked(party.society, values),
  ]
}
