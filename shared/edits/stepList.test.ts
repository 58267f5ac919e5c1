import fc from 'fast-check'
import { expect, test } from 'vitest'
import { StepList } from './stepList.ts'

test('it is as a list that is copied whole each time', () => {
  const moves = fc.array(fc.oneof(fc.constant('push' as const), fc.nat(1200)), { maxLength: 60 })
  fc.assert(
    fc.property(fc.nat(1200), moves, (length, steps) => {
      let plain = Array.from({ length }, (_, index) => index)
      let list = StepList.of(plain)
      for (const step of steps) {
        const before = [...list]
        const next = step === 'push' ? list.push(plain.length) : list.first(step)
        expect([...list]).toEqual(before)
        plain = step === 'push' ? [...plain, plain.length] : plain.slice(0, step)
        list = next
      }
      expect([...list]).toEqual(plain)
      expect(list.length).toBe(plain.length)
      expect([list.at(0), list.at(-1), list.at(plain.length), list.at(300)]).toEqual([
        plain.at(0),
        plain.at(-1),
        undefined,
        plain[300],
      ])
    }),
    { numRuns: 200 },
  )
})

test('a stretch of it is replaced where it stands', () => {
  const list = StepList.of(Array.from({ length: 600 }, () => 1)).mapAround(300, () => 2)
  expect([list.at(255), list.at(256), list.at(511), list.at(512), list.length]).toEqual([1, 2, 2, 1, 600])
})
