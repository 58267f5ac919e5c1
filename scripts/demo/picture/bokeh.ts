import { clamp } from '../ease.ts'
import { addLight, type Colour, type Surface } from './surface.ts'

/** A point of light far out of focus: an even disc with a slightly brighter rim. */
export function bokeh(
  target: Surface,
  centreX: number,
  centreY: number,
  radius: number,
  paint: Colour,
  gain: number,
): void {
  const reach = Math.ceil(radius + 2)
  for (let y = Math.floor(centreY - reach); y <= centreY + reach; y++) {
    for (let x = Math.floor(centreX - reach); x <= centreX + reach; x++) {
      const away = Math.hypot(x + 0.5 - centreX, y + 0.5 - centreY)
      const inside = clamp(0, 1, (radius - away) / 2.4 + 0.5)
      if (inside > 0) addLight(target, x, y, paint, gain * inside * (0.7 + 0.5 * (away / radius) ** 4))
    }
  }
}
