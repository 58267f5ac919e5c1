import { mix } from '../ease.ts'
import { type Random, random } from '../random.ts'
import { fillLayer, type Layer, layer } from './layer.ts'
import { type Colour, dimmed } from './surface.ts'

/** How a row of buildings is to look; lengths in pixels. */
export interface SkylineStyle {
  readonly seed: number
  readonly width: number
  readonly height: number
  readonly buildingWidth: readonly [number, number]
  readonly buildingHeight: readonly [number, number]
  readonly wall: Colour
  readonly foot: Colour
  readonly windows: readonly Colour[]
  /** Width and height of a window and the gaps to the next; no windows if `litShare` is 0. */
  readonly window: readonly [number, number, number, number]
  readonly litShare: number
}

/** A row of buildings standing on the bottom edge of a layer. */
export function skyline(style: SkylineStyle): Layer {
  const made = layer(style.width, style.height)
  const chance = random(style.seed)
  let left = -Math.floor(chance() * 20)
  while (left < style.width) {
    const width = Math.round(mix(style.buildingWidth[0], style.buildingWidth[1], chance()))
    const tall = chance() ** 1.6
    const height = Math.round(mix(style.buildingHeight[0], style.buildingHeight[1], tall))
    drawBuilding(made, style, left, width, height, chance)
    left += width + (chance() < 0.25 ? Math.floor(chance() * 6) : 0)
  }
  return made
}

function drawBuilding(
  made: Layer,
  style: SkylineStyle,
  left: number,
  width: number,
  height: number,
  chance: Random,
): void {
  const top = style.height - height
  wallDown(made, style, left, left + width, top)
  drawRoof(made, style, left, width, top, chance)
  drawWindows(made, style, left, width, top, chance)
}

/** Walls get the colour of the foot towards the ground, as if standing in mist. */
function wallDown(made: Layer, style: SkylineStyle, left: number, right: number, top: number): void {
  for (let y = top; y < style.height; y++) {
    const depth = y / style.height
    const paint: Colour = [
      mix(style.wall[0], style.foot[0], depth * depth),
      mix(style.wall[1], style.foot[1], depth * depth),
      mix(style.wall[2], style.foot[2], depth * depth),
    ]
    fillLayer(made, left, y, right, y + 1, paint)
  }
}

function drawRoof(
  made: Layer,
  style: SkylineStyle,
  left: number,
  width: number,
  top: number,
  chance: Random,
): void {
  const kind = chance()
  const unit = Math.max(1, Math.round(width / 12))
  if (kind < 0.3) {
    const inset = Math.round(width * mix(0.15, 0.3, chance()))
    const rise = Math.round(unit * mix(3, 8, chance()))
    fillLayer(made, left + inset, top - rise, left + width - inset, top, style.wall)
    if (chance() < 0.5) {
      const mast = left + (width >> 1)
      fillLayer(made, mast, top - rise - unit * 9, mast + Math.max(1, unit >> 1), top - rise, style.wall)
    }
  } else if (kind < 0.5) {
    const tank = left + Math.round(width * mix(0.15, 0.6, chance()))
    fillLayer(made, tank, top - unit * 4, tank + unit * 4, top - unit, style.wall)
    fillLayer(made, tank + (unit >> 1), top - unit, tank + Math.max(1, unit), top, style.wall)
    fillLayer(made, tank + unit * 3, top - unit, tank + unit * 3 + Math.max(1, unit >> 1), top, style.wall)
  } else if (kind < 0.65) {
    fillLayer(made, left, top - unit, left + unit, top, style.wall)
    fillLayer(made, left + width - unit, top - unit, left + width, top, style.wall)
  }
}

function drawWindows(
  made: Layer,
  style: SkylineStyle,
  left: number,
  width: number,
  top: number,
  chance: Random,
): void {
  const [wide, high, gapX, gapY] = style.window
  const share = style.litShare * mix(0.35, 1.5, chance())
  const columns = Math.floor((width - gapX) / (wide + gapX))
  const start = left + Math.round((width - columns * (wide + gapX) + gapX) / 2)
  for (let y = top + gapY + 2; y + high < style.height; y += high + gapY) {
    const floorShare = chance() < 0.12 ? share * 2.5 : share
    for (let column = 0; column < columns; column++) {
      const lit = chance() < floorShare
      const tone = style.windows[Math.floor(chance() * style.windows.length)]
      const gain = mix(0.35, 1, chance() ** 2)
      const x = start + column * (wide + gapX)
      if (lit && tone !== undefined) fillLayer(made, x, y, x + wide, y + high, dimmed(tone, gain))
    }
  }
}
