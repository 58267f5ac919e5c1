import { spawn } from 'node:child_process'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import type { Result } from '../../shared/result.ts'
import { scratchFolder } from './fixtures/scratchFolder.ts'
import { scriptedDocument } from './fixtures/scriptedEdits.ts'
import { openProduction } from './openProduction.ts'
import { listRecoverable, recoverProduction } from './unsavedProductions.ts'

const child = fileURLToPath(new URL('./fixtures/journalingChild.ts', import.meta.url))
const kills = 8

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.problem.message} ${result.problem.found}`)
  return result.value
}

/** Lets the child work until it has said a number of lines, kills it there, and gives all that it said. */
async function killedAfter(lines: number, args: readonly string[]): Promise<readonly string[]> {
  const worker = spawn(process.execPath, ['--import', 'tsx', child, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const said: string[] = []
  const ended = new Promise((resolve) => worker.once('close', resolve))
  for await (const line of createInterface({ input: worker.stdout })) {
    said.push(line)
    if (said.length === lines) worker.kill('SIGKILL')
  }
  await ended
  return said
}

const lastStored = (said: readonly string[]) =>
  Math.max(0, ...said.map((line) => Number(/^(?:stored|open) (\d+)$/.exec(line)?.[1] ?? 0)))

async function openAfterwards(file: string, journals: string) {
  const [unsaved] = await listRecoverable(journals)
  const isNew = unsaved?.path === null
  const opened = value(
    isNew ? await recoverProduction(unsaved.journal) : await openProduction(file, journals),
  )
  await opened.journal?.close()
  return opened
}

test.each([
  [1, '3'],
  [2, '1'],
])(
  'a program killed at any moment has every change it had acknowledged (run %i)',
  { timeout: 120_000 },
  async (seed, saveEvery) => {
    const folder = await scratchFolder()
    const journals = path.join(folder, 'journals')
    const file = path.join(folder, 'tide.needledrop')
    let safe = 0
    for (let kill = 0; kill < kills; kill++) {
      const lines = 1 + ((kill * 17 + seed * 5) % 23)
      const said = await killedAfter(lines, [file, journals, String(seed), saveEvery])
      expect(said.filter((line) => line.startsWith('refused') || /^saved [1-9]/.test(line))).toEqual([])
      expect(said[0]).toMatch(/^open /)
      const stored = Math.max(safe, lastStored(said))
      const opened = await openAfterwards(file, journals)
      expect(opened.warnings).toEqual([])
      expect(opened.lastSequence).toBeGreaterThanOrEqual(stored)
      expect(opened.lastSequence).toBeLessThanOrEqual(stored + 1)
      expect(opened.document).toEqual(scriptedDocument(seed, opened.lastSequence))
      safe = opened.lastSequence
    }
    expect(safe).toBeGreaterThan(kills * 5)
  },
)
