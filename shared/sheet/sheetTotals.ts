import type { Production } from '../model/production.ts'
import { coveredLength } from '../time/frameRange.ts'
import { wholeSeconds } from '../time/frames.ts'
import type { PlacedUse } from './cueUse.ts'
import { reportedSeconds } from './duration.ts'
import { type Programme, showLength } from './programme.ts'

/** The sums of a sheet, each in whole real seconds (cue-sheet reference, section 6). */
export type SheetTotals = {
  /** As the production states it, else as its picture has it. */
  readonly showSeconds: number
  /** The reported durations added up, as the societies' template does. */
  readonly musicSeconds: number
  /** Seconds with any music, overlaps counted once. */
  readonly coverageSeconds: number
}

/** Adds up a sheet's uses. */
export function sheetTotals(
  programme: Programme,
  uses: readonly PlacedUse[],
  production: Pick<Production, 'showDurationOverride'>,
): SheetTotals {
  const { rate } = programme
  const ranges = uses.flatMap(({ time }) => time.spans.map(({ inProgramme }) => inProgramme))
  return {
    showSeconds: production.showDurationOverride ?? wholeSeconds(showLength(programme), rate),
    musicSeconds: uses.reduce((sum, { time }) => sum + reportedSeconds(time.length, rate), 0),
    coverageSeconds: wholeSeconds(coveredLength(ranges), rate),
  }
}
