import type { Span } from '../../model/cue.ts'
import { nameOfUse } from '../../sheet/cueUse.ts'
import { formatTimecode } from '../../time/timecode.ts'
import { perUse } from '../perUse.ts'
import type { Rule } from '../rule.ts'

/** An out that is not after its in. */
export const endNotAfterStart: Rule = {
  id: 'CS-002',
  severity: 'error',
  fault: 'The out is at or before the in.',
  reason:
    'The out is the first frame without music, so it lies after the in; a cue without length is left out.',
  remedy: 'Move one of them; the out is the first frame without music.',
  source: 'S4C, Music cue sheets: the out comes after the in',
  inspect: perUse((use, { programme }) => {
    const span = use.cue.spans.find(isBackwards)
    if (!span || typeof span.end !== 'number' || typeof span.start !== 'number') return null
    const [tcIn, tcOut] = [span.start, span.end].map((frame) => formatTimecode(frame, programme.rate))
    return `Out must be after in: ${nameOfUse(use)} has in ${tcIn} and out ${tcOut}. Move one of them.`
  }),
}

function isBackwards({ start, end }: Span): boolean {
  return typeof start === 'number' && typeof end === 'number' && end <= start
}
