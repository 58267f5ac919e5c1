import type { ProductionDocument } from '../model/document.ts'
import type { Finding } from '../model/finding.ts'
import type { CueId } from '../model/ids.ts'
import { buildCueSheet } from '../sheet/cueSheet.ts'
import type { SheetRow } from '../sheet/sheetRow.ts'
import { inReadingOrder } from './review.ts'
import { Reviewer } from './reviewer.ts'

/** A row of the sheet in figures and codes. */
export type ReportedCue = {
  readonly id: CueId
  readonly seq: number
  readonly number: string
  /** Frames of music. */
  readonly frames: number
  /** Programme frame of the first frame with music. */
  readonly inFrame: number
  readonly tcIn: string
  readonly tcOut: string
  readonly exactSeconds: string
  readonly reportedSeconds: number
  readonly us: string | null
  readonly uk: string | null
  readonly sync: string
  readonly master: string
}

/** A finding without its words, which are for people. */
export type ReportedFinding = Omit<Finding, 'message'>

/** What a program wants to know of a production: its rows, its totals and what review finds. */
export type ReviewReport = {
  readonly showSeconds: number
  readonly totalMusicSeconds: number
  readonly musicCoverageSeconds: number
  readonly cueCount: number
  readonly cues: readonly ReportedCue[]
  readonly lint: readonly ReportedFinding[]
  /** Findings that are ignored, with the reason; absent where none is. */
  readonly ignored?: readonly (ReportedFinding & { readonly reason: string; readonly day: string })[]
}

/** Reports a production as `needledrop review --json` prints it. */
export function reviewReport(document: ProductionDocument): ReviewReport {
  const { totals, rows } = buildCueSheet(document)
  const review = new Reviewer().review(document)
  const ignored = review.ignored.map(({ finding, ignored: { reason, day } }) => ({
    ...withoutMessage(finding),
    reason,
    day,
  }))
  return {
    showSeconds: totals.showSeconds,
    totalMusicSeconds: totals.musicSeconds,
    musicCoverageSeconds: totals.coverageSeconds,
    cueCount: rows.length,
    cues: rows.map(reportedCue),
    lint: inReadingOrder(review).map(withoutMessage),
    ...(ignored.length > 0 ? { ignored } : {}),
  }
}

function reportedCue({ cue, seq, number, time, usUsage, ukUsage, sync, master }: SheetRow): ReportedCue {
  return {
    id: cue,
    seq,
    number,
    frames: time.length,
    inFrame: time.start,
    tcIn: time.timecodeIn,
    tcOut: time.timecodeOut,
    exactSeconds: time.exactSeconds,
    reportedSeconds: time.seconds,
    us: usUsage.code,
    uk: ukUsage.code,
    sync: sync.text,
    master: master.text,
  }
}

function withoutMessage({ message: _, ...rest }: Finding): ReportedFinding {
  return rest
}
