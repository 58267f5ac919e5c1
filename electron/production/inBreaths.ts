import { setImmediate as others } from 'node:timers/promises'
import type { WorkInSteps } from '../../shared/files/workInSteps.ts'

/** Milliseconds after which others have their turn; a step that has begun goes on for some more. */
const longestHold = 6

/** Does long work and lets others have their turn in between: a change that is made meanwhile is journalled at once. */
export async function inBreaths<Value>(work: WorkInSteps<Value>): Promise<Value> {
  for (let begun = performance.now(); ; ) {
    const step = work.next()
    if (step.done) return step.value
    if (performance.now() - begun < longestHold) continue
    await others()
    begun = performance.now()
  }
}
