import { describe, expect, test } from 'vitest'
import { tryCrashes } from './fixtures/crashTrial.ts'
import type { DiskStep } from './fixtures/modelDisk.ts'

/** The short form of the power cuts of `npm run torture`, which goes through every byte. */
describe('when the power fails', () => {
  test('at any byte of any file, also while work is being recovered, nothing confirmed is lost', {
    timeout: 120_000,
  }, async () => {
    let recovering = 0
    for (const seed of [1, 2]) {
      const { faults, disks, whileRecovering } = await tryCrashes({ seed, changes: 8, every: 1297 })
      expect(faults).toEqual([])
      expect(disks).toBeGreaterThan(80)
      recovering += whileRecovering
    }
    expect(recovering).toBeGreaterThan(20)
  })

  test.each<[string, (step: DiskStep) => boolean]>([
    ['files that are not flushed', ({ kind }) => kind === 'flush'],
    ['folders that are not flushed', ({ kind }) => kind === 'flushFolder'],
  ])('%s are noticed by this trial', { timeout: 120_000 }, async (_, without) => {
    const { faults } = await tryCrashes({ seed: 1, changes: 8, every: 797, without })
    expect(faults.length).toBeGreaterThan(3)
  })
})
