import { nameOfUse, type PlacedUse } from '../../sheet/cueUse.ts'
import { nominalRate } from '../../time/frameRate.ts'
import type { Noticed, Rule } from '../rule.ts'
import { usesByMusic } from '../usesByMusic.ts'

/** A work that goes on within a second of its own end. */
export const cueSplit: Rule = {
  id: 'CS-008',
  severity: 'warning',
  fault: 'The same work and recording start again less than one second after they end.',
  reason: 'One continuous use of one recording is one cue; in two lines its seconds are rounded twice.',
  remedy: 'Join the two cues.',
  source: 'Q-Cuts offers to merge alternate mixes of one master',
  inspect: ({ placed, programme }) => {
    const window = nominalRate(programme.rate) - 1
    return [...usesByMusic(placed).values()].flatMap((uses) => resumptions(uses, window))
  },
}

/** Pairs each use with the last one to end at or before its start, if that is no more than `window` frames ago. */
function resumptions(byStart: readonly PlacedUse[], window: number): readonly Noticed[] {
  const byEnd = byStart.toSorted((a, b) => endOf(a) - endOf(b))
  const found: Noticed[] = []
  let ended = 0
  for (const use of byStart) {
    const { start } = use.time.first.inProgramme
    while (ended < byEnd.length && endOf(byEnd[ended]) <= start) ended++
    const previous = byEnd[ended - 1]
    if (!previous || start - endOf(previous) > window) continue
    found.push({
      cue: use.cue.id,
      other: previous.cue.id,
      message: `${nameOfUse(use)} starts again where it has just ended. Same cue split? Join the two.`,
    })
  }
  return found
}

function endOf(use: PlacedUse | undefined): number {
  return use?.time.last.inProgramme.end ?? Number.POSITIVE_INFINITY
}
