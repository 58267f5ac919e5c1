import type { Licence } from '../model/licence.ts'
import type { ClearanceLine } from '../sheet/clearanceLines.ts'
import { durationText } from '../sheet/duration.ts'
import { amountText } from '../sheet/feeText.ts'
import { percentText } from '../sheet/percentText.ts'
import { wholeFee } from '../sheet/wholeFee.ts'

/** A column of the clearance log. */
export type ClearanceColumn = readonly [heading: string, cell: (line: ClearanceLine) => string]

/** The columns of layout 11.5 of the cue-sheet reference. */
export const clearanceColumns: readonly ClearanceColumn[] = [
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

/** A cell that a row without a licence leaves empty. */
function of(cell: (licence: Licence) => string): ClearanceColumn[1] {
  return ({ licence }) => (licence ? cell(licence) : '')
}

function feeAtWhole(licence: Licence): string {
  const fee = wholeFee(licence)
  return fee === null ? '' : amountText(fee, licence.currency)
}
