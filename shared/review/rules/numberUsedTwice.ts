import type { CueUse } from '../../sheet/cueUse.ts'
import { nameOfUse } from '../../sheet/cueUse.ts'
import type { Rule } from '../rule.ts'

/** Two cues with one number. */
export const numberUsedTwice: Rule = {
  id: 'CS-021',
  severity: 'warning',
  fault: 'Another cue has the same number.',
  reason: 'Mixers, editors and lawyers call a cue by its number, so it names one cue only.',
  remedy: 'Give it a number of its own; a letter behind the number is enough.',
  source: 'CueDB, naming conventions',
  inspect: ({ uses }) => {
    const firstWith = new Map<string, CueUse>()
    return uses.flatMap((use) => {
      const number = use.cue.number.trim()
      const first = firstWith.get(number)
      if (number && !first) firstWith.set(number, use)
      if (!first) return []
      const message = `${number} is also the number of ${nameOfUse(first)}. Give ${nameOfUse(use)} a number of its own.`
      return [{ cue: use.cue.id, other: first.cue.id, message }]
    })
  },
}
