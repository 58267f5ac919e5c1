/** Milliseconds that the window's thread is held at a time. */
const longestHold = 10

/** Runs a walk to its end and lets the window do other things in between; null when it was called off. */
export async function walkGently<Result>(
  walk: Generator<void, Result>,
  isWanted: () => boolean = () => true,
): Promise<Result | null> {
  let begun = performance.now()
  for (let step = walk.next(); ; step = walk.next()) {
    if (step.done) return step.value
    if (performance.now() - begun < longestHold) continue
    await new Promise((resolve) => setTimeout(resolve))
    if (!isWanted()) return null
    begun = performance.now()
  }
}
