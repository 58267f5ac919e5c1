import { expect, test } from 'vitest'
import { damagedFile } from './fixtures/damagedFile.ts'
import { type Surroundings, surroundingsOf, tryFile } from './fixtures/fileTrial.ts'
import { soundFiles } from './fixtures/soundFiles.ts'

/** The short form of `npm run fuzz:files`, which tries a million. */
const count = 2500
const seed = 20_261_123

test('no damaged file makes the reader throw or changes in silence what was read', {
  timeout: 120_000,
}, () => {
  const sources = soundFiles()
  const surroundings = surroundingsOf(sources)
  const counts: Record<string, number> = {}
  for (let number = 0; number < count; number++) {
    const file = damagedFile(sources, seed, number)
    const { outcome, faults } = tryFile(file, surroundings.get(file.source) as Surroundings)
    expect(faults, `${file.source.name}, number ${number}: ${file.damage.join(', ')}`).toEqual([])
    counts[outcome] = (counts[outcome] ?? 0) + 1
  }
  for (const outcome of [
    'production opened',
    'production refused',
    'journal replayed',
    'journal replayed in part',
  ])
    expect(counts[outcome], outcome).toBeGreaterThan(15)
})
