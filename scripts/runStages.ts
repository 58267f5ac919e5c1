import { addCounts, noTests, type TestCounts } from './testCounts.ts'
import type { Stage } from './testStages.ts'

/** Runs stages up to the first that fails. A failure without a failed test counts as one, so that the sum shows it. */
export async function runStages(stages: readonly Stage[], say: (line: string) => void): Promise<TestCounts> {
  let sum = noTests
  for (const stage of stages) {
    const started = Date.now()
    say(`\n== ${stage.name}`)
    const { counts, failure } = await stage.run()
    sum = addCounts(sum, counts)
    if (failure !== undefined) {
      say(`\nStage ${stage.name} failed: ${failure}. Later stages were not run.`)
      return counts.failed === 0 ? addCounts(sum, { ...noTests, failed: 1 }) : sum
    }
    say(`== ${stage.name} passed in ${((Date.now() - started) / 1000).toFixed(1)} s`)
  }
  return sum
}
