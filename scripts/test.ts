import { runStages } from './runStages.ts'
import { relaySignals } from './signals.ts'
import { countLine } from './testCounts.ts'
import {
  buildStage,
  checkStage,
  e2eAloneStage,
  e2eStage,
  e2eTogetherStage,
  type Stage,
  staleBuildStage,
  typecheckStage,
  unitStage,
} from './testStages.ts'

/** `npm test`, `npm test -- unit [words for vitest]`, `npm test -- e2e [words for Playwright]`. */
function chooseStages(words: readonly string[]): readonly Stage[] | undefined {
  const [part, ...rest] = words
  if (part === undefined)
    return [typecheckStage, checkStage, unitStage([]), buildStage, e2eAloneStage, e2eTogetherStage]
  if (part === 'unit') return [unitStage(rest)]
  if (part === 'e2e' && rest.length === 0) return [staleBuildStage, e2eAloneStage, e2eTogetherStage]
  if (part === 'e2e') return [staleBuildStage, e2eStage(rest)]
  return undefined
}

relaySignals()
const words = process.argv.slice(2)
const stages = chooseStages(words)
if (stages === undefined) {
  console.error(`npm test: expected no word, "unit" or "e2e" first, found "${words[0]}"`)
  process.exitCode = 2
} else {
  const counts = await runStages(stages, (line) => console.log(line))
  console.log(`\n${countLine(counts)}`)
  process.exitCode = counts.failed === 0 ? 0 : 1
}
