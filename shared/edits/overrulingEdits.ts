import type { Circumstance, Cue, Overruling } from '../model/cue.ts'
import { circumstances } from '../model/cue.ts'
import type { CueId } from '../model/ids.ts'
import { ok, type Problem, refuse } from '../result.ts'
import type { Edit } from './edit.ts'
import { countedLabel } from './editLabel.ts'
import { mapRecords } from './putRecord.ts'

/** Which paper of a cue a decision is about. */
export type PaperPlace = Pick<Overruling, 'paper' | 'side'>

/** Decides about a paper of cues against what follows from them, and keeps why. A decision that is there already is replaced. */
export function overrulePaper(cues: readonly CueId[], overruling: Overruling): Edit {
  return {
    label: countedLabel('Decide about papers of', 'cue', cues.length),
    run: (document) => {
      if (overruling.reason.trim() === '') return refuse(withoutReason())
      const decided = { ...overruling, reason: overruling.reason.trim() }
      return mapRecords(document, 'cues', cues, (cue) =>
        ok({ ...cue, overrulings: [...otherOverrulings(cue, overruling), decided] }),
      )
    },
  }
}

/** Takes back what was decided about a paper, so that what follows from the cues holds again. */
export function stopOverruling(cues: readonly CueId[], place: PaperPlace): Edit {
  return {
    label: countedLabel('Take back decision about', 'cue', cues.length),
    run: (document) =>
      mapRecords(document, 'cues', cues, (cue) => ok({ ...cue, overrulings: otherOverrulings(cue, place) })),
  }
}

/** Says whether something bears on the rights of cues that cannot be told from the rest. */
export function setCircumstance(cues: readonly CueId[], circumstance: Circumstance, holds: boolean): Edit {
  return {
    label: countedLabel('Change circumstances of', 'cue', cues.length),
    run: (document) =>
      mapRecords(document, 'cues', cues, (cue) => {
        const wanted = circumstances.filter((each) =>
          each === circumstance ? holds : cue.circumstances.includes(each),
        )
        return ok({ ...cue, circumstances: wanted })
      }),
  }
}

function otherOverrulings({ overrulings }: Cue, { paper, side }: PaperPlace): Overruling[] {
  return overrulings.filter((each) => each.paper !== paper || each.side !== side)
}

function withoutReason(): Problem {
  return {
    message: 'A paper is decided about only for a reason.',
    expected: 'a few words that say why it is needed, or why not',
    found: 'nothing',
    remedy: 'Type the reason; whoever insures or delivers the film will ask for it.',
  }
}
