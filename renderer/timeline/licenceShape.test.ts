import { expect, it } from 'vitest'
import { licenceStatuses } from '../../shared/model/licence.ts'
import { statusSigns } from '../ui/words.ts'
import { licenceShape, weakerSide } from './licenceShape.ts'

it('gives states of one sign one shape, and states of different signs different ones', () => {
  const states = ['missing', 'n/a', ...licenceStatuses] as const
  for (const one of states)
    for (const other of states)
      expect(licenceShape(one) === licenceShape(other)).toBe(statusSigns[one] === statusSigns[other])
})

it('shows of two sides the one that holds the cue up', () => {
  expect(weakerSide('paid', 'missing')).toBe('missing')
  expect(weakerSide('denied', 'missing')).toBe('denied')
  expect(weakerSide('quoted', 'toRequest')).toBe('toRequest')
  expect(weakerSide('executed', 'n/a')).toBe('executed')
  expect(weakerSide('n/a', 'n/a')).toBe('n/a')
})
