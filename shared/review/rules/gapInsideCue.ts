import { nameOfUse } from '../../sheet/cueUse.ts'
import { perPlacedUse } from '../perUse.ts'
import type { Rule } from '../rule.ts'

/** A cue whose parts do not follow on from each other. */
export const gapInsideCue: Rule = {
  id: 'CS-011',
  severity: 'warning',
  fault: 'The parts of one cue do not touch in the programme.',
  reason:
    'A cue has several parts only where it plays through a reel change, so its parts touch in the programme.',
  remedy: 'Bring the parts to the reel change, or make them cues of their own.',
  source: 'House rule',
  inspect: perPlacedUse((use) => {
    const touches = use.time.spans.every(
      ({ inProgramme }, index, spans) =>
        index === 0 || inProgramme.start === spans[index - 1]?.inProgramme.end,
    )
    return touches
      ? null
      : `There is a gap inside ${nameOfUse(use)}. Bring its parts to the reel change, or make them cues of their own.`
  }),
}
