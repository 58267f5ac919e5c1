import { describe, expect, test } from 'vitest'
import { tryCrashes } from './fixtures/crashTrial.ts'
import type { DiskStep } from './fixtures/modelDisk.ts'

/** The short form of the power cuts of `npm run torture`, which goes through every byte. */
describe('when the power fails', () => {
  test.each([1, 2])(
    'at any byte of any file, nothing confirmed is lost (session %i)',
    { timeout: 60_000 },
    async (seed) => {
      const { faults, disks, whileRecovering } = await tryCrashes({ seed, changes: 8, every: 397 })
      expect(faults).toEqual([])
      expect(disks).toBeGreaterThan(200)
      expect(whileRecovering).toBeGreaterThan(50)
    },
  )

  test.each<[string, (step: DiskStep) => boolean]>([
    ['files that are not flushed', ({ kind }) => kind === 'flush'],
    ['folders that are not flushed', ({ kind }) => kind === 'flushFolder'],
  ])('%s are noticed by this trial', { timeout: 60_000 }, async (_, without) => {
    const { faults } = await tryCrashes({ seed: 1, changes: 8, every: 397, without })
    expect(faults.length).toBeGreaterThan(3)
  })
})
