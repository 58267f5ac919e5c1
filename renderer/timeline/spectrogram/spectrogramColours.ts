import { loudestDecibels, quietestDecibels } from '../../media/spectrumMessages.ts'

/** Loudness between 0 and 1 with its colour, red, green and blue. */
type Stop = readonly [share: number, colour: readonly [number, number, number]]

/**
 * From the lane's ground to a colour that stands off it most. Lightness goes one way all along, and the hues are blue, grey
 * and yellow, so that every kind of sight sees the same order.
 */
const stops: Readonly<Record<'dark' | 'light', readonly Stop[]>> = {
  dark: [
    [0, [19, 20, 23]],
    [0.15, [14, 36, 78]],
    [0.4, [65, 77, 107]],
    [0.6, [124, 123, 120]],
    [0.8, [188, 174, 108]],
    [1, [255, 233, 69]],
  ],
  light: [
    [0, [238, 240, 242]],
    [0.15, [214, 222, 228]],
    [0.4, [159, 178, 196]],
    [0.6, [103, 135, 174]],
    [0.8, [44, 88, 148]],
    [1, [10, 28, 76]],
  ],
}
/** Decibels at and below which the ground shows, and at and above which the last colour. */
const shown = { quietest: -84, loudest: -8 } as const

/** Red, green and blue of each of the 256 levels of a tile, one after the other. */
export function levelColours(theme: 'dark' | 'light'): Uint8ClampedArray {
  const colours = new Uint8ClampedArray(256 * 3)
  for (let level = 0; level < 256; level += 1) {
    const decibels = quietestDecibels + (level / 255) * (loudestDecibels - quietestDecibels)
    colours.set(
      colourAt(stops[theme], (decibels - shown.quietest) / (shown.loudest - shown.quietest)),
      3 * level,
    )
  }
  return colours
}

function colourAt(all: readonly Stop[], share: number): readonly number[] {
  const inside = Math.min(1, Math.max(0, share))
  const next = all.findIndex(([at]) => at >= inside)
  const [to, toColour] = all[next] as Stop
  const [from, fromColour] = all[Math.max(0, next - 1)] as Stop
  const part = to === from ? 0 : (inside - from) / (to - from)
  return fromColour.map((value, index) => value + ((toColour[index] ?? value) - value) * part)
}
