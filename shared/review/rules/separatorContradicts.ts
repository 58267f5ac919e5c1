import type { Mark, Span } from '../../model/cue.ts'
import { nameOfUse } from '../../sheet/cueUse.ts'
import { contradictsDropFrame } from '../../sheet/labelSeparator.ts'
import { type FrameRate, rateName } from '../../time/frameRate.ts'
import { framesPerDay, parseTimecode } from '../../time/timecode.ts'
import { perUse } from '../perUse.ts'
import type { Rule } from '../rule.ts'

/** An imported label that was written for the other way of counting. */
export const separatorContradicts: Rule = {
  id: 'CS-013',
  severity: 'warning',
  fault: 'A timecode came in with the separator of the other way of counting.',
  reason:
    'Drop-frame is written with a semicolon before the frames; a list made for the other way of counting drifts by 3.6 s an hour.',
  remedy: 'Check the place against the picture and set in and out again, or accept them.',
  source: 'House rule',
  inspect: perUse((use, { programme: { rate } }) => {
    const labels = use.cue.spans.flatMap((span) => contradictingLabels(span, rate))
    if (labels.length === 0) return null
    const meant = rate.dropFrame ? 'non-drop' : 'drop-frame'
    return `${nameOfUse(use)} came in as ${labels.join(' – ')}, written as ${meant}, but this production runs at ${rateName(rate)}. Check it against the picture, then set its in and out again.`
  }),
}

function contradictingLabels({ start, end, labels }: Span, rate: FrameRate): readonly string[] {
  return [label(start, labels?.start, rate), label(end, labels?.end, rate)].filter((text) => text !== null)
}

/** The label as it came in, as long as the mark still stands where the label put it. */
function label(mark: Mark | null, imported: string | undefined, rate: FrameRate): string | null {
  if (mark === null) return null
  const text = typeof mark === 'object' ? mark.unreadable : imported
  if (text === undefined || !contradictsDropFrame(text, rate)) return null
  if (typeof mark === 'object') return text
  const parsed = parseTimecode(text, rate)
  return parsed.ok && (mark - parsed.value) % framesPerDay(rate) === 0 ? text : null
}
