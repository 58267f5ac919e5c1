/**
 * Long work that stops in between, so that whoever has it done can do other things before it goes on. It yields nothing and
 * returns what was worked out.
 */
export type WorkInSteps<Value> = Generator<void, Value>

/** Records that are checked or written between two breaths. */
export const recordsInOneGo = 100

/** Does the work in one go. */
export function inOneGo<Value>(work: WorkInSteps<Value>): Value {
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
  }
}
