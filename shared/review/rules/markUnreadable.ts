import type { Mark, Span } from '../../model/cue.ts'
import { nameOfUse } from '../../sheet/cueUse.ts'
import type { FrameRate } from '../../time/frameRate.ts'
import { parseTimecode } from '../../time/timecode.ts'
import { perUse } from '../perUse.ts'
import type { Rule } from '../rule.ts'

/** A mark that names no frame at the production's rate. */
export const markUnreadable: Rule = {
  id: 'CS-001',
  severity: 'error',
  fault: 'An in or out is no timecode of this frame rate, such as one that drop-frame leaves out.',
  reason:
    'A timecode that does not exist cannot be timed, so the cue is left out of the sheet and its totals.',
  remedy: 'Type the timecode again, or take the next one that exists.',
  source: 'House rule, after the known practice of drop-frame (SMPTE ST 12)',
  inspect: perUse((use, { programme }) => {
    const faults = use.cue.spans.flatMap((span) => unreadable(span, programme.rate))
    return faults.length > 0 ? `${faults.join(' ')} Until then ${nameOfUse(use)} is left out.` : null
  }),
}

function unreadable({ start, end }: Span, rate: FrameRate): readonly string[] {
  const sentence = (edge: string, mark: Mark | null) => {
    if (mark === null || typeof mark !== 'object') return []
    const parsed = parseTimecode(mark.unreadable, rate)
    const remedy = parsed.ok ? 'Enter it again.' : parsed.problem.remedy
    return [`The ${edge}, “${mark.unreadable}”, does not exist at this rate. ${remedy}`]
  }
  return [...sentence('in', start), ...sentence('out', end)]
}
