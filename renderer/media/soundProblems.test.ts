import { expect, it } from 'vitest'
import { foldSilence, missingColumns } from '../../shared/peaks/peakColumns.ts'
import { cannotDecode, soundDamaged } from './soundProblems.ts'

it('names a codec as people do, and one it does not know by its own name', () => {
  expect(cannotDecode('ac3').found).toBe('AC-3 (Dolby Digital)')
  expect(cannotDecode('twos').message).toBe('Sound in TWOS cannot be decoded here.')
})

it('says how much of the sound is missing, and why', () => {
  const columns = missingColumns(10_000)
  foldSilence(columns, { start: 2500, end: 6000 })
  expect(soundDamaged(columns, 'The file ends early.').found).toBe(
    '6.5 seconds missing in 2 places. The file ends early.',
  )
  foldSilence(columns, { start: 0, end: 2500 })
  expect(soundDamaged(columns, 'x').found).toBe('4.0 seconds missing in 1 place. x')
})
