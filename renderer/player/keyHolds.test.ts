import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { holdTime, KeyHolds } from './keyHolds.ts'

describe('KeyHolds', () => {
  let holds: KeyHolds
  let told: string[]
  const acts = (key: string) => ({
    tapped: () => void told.push(`${key} tapped`),
    held: () => void told.push(`${key} held`),
    released: () => void told.push(`${key} released`),
    dropped: () => void told.push(`${key} dropped`),
  })
  const press = (key: string) => holds.press(key, acts(key))
  beforeEach(() => {
    vi.useFakeTimers()
    holds = new KeyHolds()
    told = []
  })
  afterEach(() => void vi.useRealTimers())

  test('a key that is let go in time was tapped', () => {
    press('3')
    vi.advanceTimersByTime(holdTime - 1)
    holds.release('3')
    vi.advanceTimersByTime(holdTime)
    expect(told).toEqual(['3 tapped'])
    expect(holds.isHolding.value).toBe(false)
  })

  test('a key that stays down is held until it is let go, whatever its repeats', () => {
    press('3')
    for (let repeat = 0; repeat < 20; repeat++) {
      vi.advanceTimersByTime(holdTime / 10)
      press('3')
    }
    expect(holds.isHolding.value).toBe(true)
    holds.release('3')
    holds.release('3')
    expect(told).toEqual(['3 held', '3 released'])
    expect(holds.isHolding.value).toBe(false)
  })

  test('two keys are held beside each other', () => {
    press('1')
    press('3')
    vi.advanceTimersByTime(holdTime)
    holds.release('1')
    expect(holds.isHolding.value).toBe(true)
    holds.release('3')
    expect(told).toEqual(['1 held', '3 held', '1 released', '3 released'])
  })

  test('dropping ends what is held, once, and leaves alone what was only just pressed', () => {
    press('1')
    vi.advanceTimersByTime(holdTime)
    press('3')
    holds.drop()
    holds.drop()
    holds.release('1')
    holds.release('3')
    expect(told).toEqual(['1 held', '1 dropped', '3 tapped'])
  })
})
