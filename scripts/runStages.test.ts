import { expect, test } from 'vitest'
import { runStages } from './runStages.ts'
import { noTests, type TestCounts } from './testCounts.ts'
import type { Stage } from './testStages.ts'

function stage(name: string, counts: TestCounts, failure?: string): Stage {
  return { name, run: async () => ({ counts, failure }) }
}

async function run(stages: readonly Stage[]): Promise<{ counts: TestCounts; lines: string }> {
  const lines: string[] = []
  const counts = await runStages(stages, (line) => lines.push(line))
  return { counts, lines: lines.join('\n') }
}

const threePassed = { passed: 3, failed: 0, skipped: 1 }

test('the counts of all stages add up', async () => {
  const { counts } = await run([
    stage('check', noTests),
    stage('unit', threePassed),
    stage('e2e', threePassed),
  ])
  expect(counts).toEqual({ passed: 6, failed: 0, skipped: 2 })
})

test('the first failing stage is named and ends the run, and what was counted so far stays', async () => {
  const broken = { passed: 1, failed: 2, skipped: 0 }
  const { counts, lines } = await run([
    stage('unit', threePassed),
    stage('more', broken, '2 failed'),
    stage('e2e', threePassed),
  ])
  expect(counts).toEqual({ passed: 4, failed: 2, skipped: 1 })
  expect(lines).toContain('Stage more failed: 2 failed.')
  expect(lines).not.toContain('== e2e')
})

test('a failure without a failed test counts as one', async () => {
  const { counts } = await run([stage('unit', threePassed), stage('build', noTests, 'exit code 1')])
  expect(counts).toEqual({ passed: 3, failed: 1, skipped: 1 })
})
