import { type CueNumberParts, cueNumberParts, runsBackwards } from '../../model/cueNumber.ts'
import type { ReelId } from '../../model/ids.ts'
import { isPlaced, nameOfUse } from '../../sheet/cueUse.ts'
import type { Rule } from '../rule.ts'

/** A number of another make, or one that stands against the order of the programme. */
export const numberOutOfOrder: Rule = {
  id: 'CS-022',
  severity: 'info',
  fault: 'The number does not follow the pattern, or is lower than that of the cue before it.',
  reason:
    'A number that follows the pattern tells where its cue lies; one that does not is looked for in vain.',
  remedy: 'Give it a number that fits its place, or ignore this: numbers are stable, also when cues move.',
  source: 'CueDB, naming conventions; Shie Rozow, Numbering cues',
  inspect: ({ uses, document }) => {
    const { restartsPerReel } = document.production.numbering
    const last = new Map<ReelId | null, { readonly parts: CueNumberParts; readonly number: string }>()
    return uses.flatMap((use) => {
      const number = use.cue.number.trim()
      if (!number) return []
      const parts = cueNumberParts(use.cue)
      if (!parts) {
        const message = `${number}, the number of ${nameOfUse(use)}, does not follow the pattern of 1m04. Give it one that does.`
        return [{ cue: use.cue.id, message }]
      }
      if (!isPlaced(use)) return []
      const reel = restartsPerReel ? use.time.first.reel.reel.id : null
      const before = last.get(reel)
      last.set(reel, { parts, number })
      if (!before || !runsBackwards(before.parts, parts)) return []
      const message = `${number}, the number of ${nameOfUse(use)}, is lower than ${before.number}, which comes before it. Give it one that fits, or let it stand.`
      return [{ cue: use.cue.id, message }]
    })
  },
}
