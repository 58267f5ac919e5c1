import { describe, expect, it } from 'vitest'
import { levelColours } from './spectrogramColours.ts'

/** Relative luminance of a colour, as WCAG has it. */
function luminance(colour: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = colour.map((value) => {
    const share = value / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** How red-blind and green-blind eyes see a colour (Viénot, Brettel and Mollon 1999, without gamma). */
const sights: Readonly<Record<string, (colour: readonly number[]) => readonly number[]>> = {
  normal: (colour) => colour,
  protan: ([r = 0, g = 0, b = 0]) => [0.11 * r + 0.89 * g, 0.11 * r + 0.89 * g, 0.004 * r - 0.004 * g + b],
  deutan: ([r = 0, g = 0, b = 0]) => [0.29 * r + 0.71 * g, 0.29 * r + 0.71 * g, -0.02 * r + 0.02 * g + b],
}

function steps(theme: 'dark' | 'light'): readonly (readonly number[])[] {
  const colours = levelColours(theme)
  return Array.from({ length: 256 }, (_, level) => [...colours.subarray(3 * level, 3 * level + 3)])
}

describe.each(['dark', 'light'] as const)('the colours of loudness in the %s theme', (theme) => {
  it.each(Object.entries(sights))('grow one way to %s sight', (_, see) => {
    const lightness = steps(theme).map((colour) => luminance(see(colour)))
    const sign = theme === 'dark' ? 1 : -1
    for (const [level, value] of lightness.entries()) {
      expect(sign * (value - (lightness[level - 1] ?? value))).toBeGreaterThanOrEqual(-0.0015)
    }
  })

  it('set loud apart from silent by more than a text would need', () => {
    const all = steps(theme)
      .map(luminance)
      .sort((a, b) => a - b)
    expect(((all.at(-1) ?? 0) + 0.05) / ((all[0] ?? 1) + 0.05)).toBeGreaterThan(10)
  })
})
