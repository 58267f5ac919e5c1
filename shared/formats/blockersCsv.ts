import type { Blocker } from '../licensing/blockers.ts'
import { durationText } from '../sheet/duration.ts'
import { amountText } from '../sheet/feeText.ts'
import { statusNames } from '../sheet/readableNames.ts'
import { csvText } from './csv.ts'
import type { OptionValues } from './exportOptions.ts'

const headings = [
  'Order',
  'Cue #',
  'Title',
  'Side',
  'Status',
  'Reason',
  'What to do',
  'If solved late',
  'Duration',
  'Asked or Expected',
] as const

/** What blocks delivery as CSV, in its order: one row for each side of a cue. */
export function blockersCsv(blockers: readonly Blocker[], values: OptionValues): string {
  const rows = blockers.flatMap(({ number, title, sides, late, seconds, amounts }, index) =>
    sides.map(({ side, state, reason, remedy }) => [
      ...[String(index + 1), number, title, side, statusNames[state], reason, remedy, late],
      seconds > 0 ? durationText(seconds) : '',
      amounts.map(({ currency, minor }) => `${currency} ${amountText(minor, currency)}`.trim()).join(' + '),
    ]),
  )
  return csvText([[...headings], ...rows], values)
}
