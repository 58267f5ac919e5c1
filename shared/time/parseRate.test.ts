import { describe, expect, test } from 'vitest'
import { offeredRates, rateName } from './frameRate.ts'
import { parseRate } from './parseRate.ts'

function nameOf(text: string): string {
  const rate = parseRate(text)
  return rate.ok ? rateName(rate.value) : `refused: ${rate.problem.expected}`
}

describe('parseRate', () => {
  test('reads the name of every rate that the interface offers', () => {
    for (const rate of offeredRates) expect(parseRate(rateName(rate))).toEqual({ ok: true, value: rate })
  })

  test.each([
    ['24', '24'],
    ['25.0', '25'],
    ['25 fps', '25'],
    ['23.98', '23.976'],
    ['47.95', '47.952'],
    ['29.97df', '29.97 drop'],
    ['29.97 NDF', '29.97 non-drop'],
    ['59.94 drop-frame', '59.94 drop'],
    ['30000/1001df', '29.97 drop'],
    ['24000/1001', '23.976'],
    ['119.88 ndf', '119.88 non-drop'],
    ['100', '100'],
  ])('%s is %s', (text, name) => {
    expect(nameOf(text)).toBe(name)
  })

  test('asks whether labels drop where they can', () => {
    expect(nameOf('29.97')).toBe('refused: 29.97df or 29.97ndf')
    expect(nameOf('60000/1001')).toBe('refused: 59.94df or 59.94ndf')
  })

  test.each(['', 'PAL', '24.5', '23.9', '29.9df', '-25', '0', '1/0', '25df'])('refuses %j', (text) => {
    expect(nameOf(text)).toContain('refused')
  })
})
