import { lastSpan, spansOf } from '../../shared/edits/cueSpans.ts'
import type { Cue, Mark } from '../../shared/model/cue.ts'
import type { FrameRate } from '../../shared/time/frameRate.ts'
import { formatTimecode } from '../../shared/time/timecode.ts'

/** The outer edges of a cue. */
export function cueEdges(cue: Cue): { readonly start: Mark; readonly end: Mark | null } {
  const spans = spansOf(cue)
  return { start: spans[0].start, end: lastSpan(spans).end }
}

/** An edge as it is printed: timecode, the text that names no frame, or `open`. */
export function markText(mark: Mark | null, rate: FrameRate): string {
  if (mark === null) return 'open'
  return typeof mark === 'number' ? formatTimecode(mark, rate) : mark.unreadable
}
