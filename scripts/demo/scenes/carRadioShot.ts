import { mix, ramp } from '../ease.ts'
import { lettering, placeCentred } from '../picture/lettering.ts'
import { arcPoints, drawStroke, fillPolygon } from '../picture/strokes.ts'
import { box, type Colour, colour, dimmed, disc, glow, gradient, type Surface } from '../picture/surface.ts'
import { smoothNoise } from '../random.ts'
import type { Painter } from './painter.ts'

const GLASS = colour('#5fd9cf')
const CHROME = colour('#b9c4cf')
const LEFT = 250
const RIGHT = 710
const TOP = 132
const BOTTOM = 238
const STATIONS = ['54', '60', '70', '80', '100', '120', '160'] as const

/** The dial of a car radio; its needle looks for a station until frame `found`. */
export function carRadioShot(found: number): Painter {
  return (target, frame) => {
    const seconds = frame / 24
    const search = ramp(0, found, frame)
    const needle =
      mix(0.16, 0.655, search) + (frame < found ? 0.008 * (smoothNoise(seconds * 9, 4) - 0.5) : 0)
    const tuned = ramp(found - 1, found + 5, frame)
    const light = 0.7 + 0.14 * tuned + tuned * 0.12 * Math.exp((-(((frame - found) % 12) + 12) % 12) / 4)
    drawPanel(target)
    drawScale(target, light, needle)
    for (const side of [-1, 1]) drawKnob(target, 480 + side * 318, 186, side < 0 ? 0.9 : search * 4.2)
    drawPassingLights(target, seconds)
  }
}

function drawPanel(target: Surface): void {
  gradient(target, [
    [0, colour('#05070b')],
    [0.28, colour('#141a22')],
    [0.3, colour('#3a4652')],
    [0.33, colour('#10151c')],
    [0.72, colour('#090c12')],
    [1, colour('#020304')],
  ])
  box(target, 60, 300, 900, 302, CHROME, 0.25)
  for (let slot = 0; slot < 5; slot++) {
    const x = 300 + slot * 76
    box(target, x, 262, x + 56, 284, colour('#1c242d'))
    box(target, x, 262, x + 56, 263.5, CHROME, 0.45)
    box(target, x, 283, x + 56, 285, [0, 0, 0], 0.6)
  }
}

function rounded(left: number, top: number, right: number, bottom: number, radius: number): number[] {
  return [
    ...arcPoints(left + radius, top + radius, radius, radius, 180, 270, 8),
    ...arcPoints(right - radius, top + radius, radius, radius, 270, 360, 8),
    ...arcPoints(right - radius, bottom - radius, radius, radius, 0, 90, 8),
    ...arcPoints(left + radius, bottom - radius, radius, radius, 90, 180, 8),
  ]
}

function drawScale(target: Surface, light: number, needle: number): void {
  fillPolygon(target, rounded(LEFT - 9, TOP - 9, RIGHT + 9, BOTTOM + 9, 16), CHROME, 0.55)
  fillPolygon(target, rounded(LEFT - 6, TOP - 6, RIGHT + 6, BOTTOM + 6, 13), colour('#07090c'))
  fillPolygon(target, rounded(LEFT, TOP, RIGHT, BOTTOM, 9), dimmed(GLASS, 0.055 * light))
  glow(target, 480, BOTTOM - 6, 250, GLASS, 0.22 * light, 0.2)
  glow(target, 480, 186, 300, GLASS, 0.055 * light, 0.45)
  const ink = dimmed(colour('#dffff8'), light)
  for (let tick = 0; tick <= 48; tick++) {
    const x = mix(LEFT + 26, RIGHT - 26, tick / 48)
    const tall = tick % 8 === 0 ? 20 : tick % 4 === 0 ? 14 : 8
    drawStroke(target, [x, 200 - tall, x, 200], tick % 8 === 0 ? 1.8 : 1.2, ink, 0.8)
    const station = tick % 8 === 0 ? STATIONS[tick / 8] : undefined
    if (station !== undefined) {
      placeCentred(target, lettering(station, { size: 15, weight: 1.8, spacing: 22 }), x, 150, ink, 0.95)
    }
  }
  drawStroke(target, [LEFT + 26, 204, RIGHT - 26, 204], 1.2, ink, 0.5)
  placeCentred(target, lettering('Meridian', { size: 9, weight: 1.3, spacing: 120 }), 480, 217, ink, 0.7)
  const x = mix(LEFT + 26, RIGHT - 26, needle)
  glow(target, x, 186, 15, colour('#ff5436'), 0.42 * light, 3)
  drawStroke(target, [x, TOP + 5, x, BOTTOM - 8], 2.6, colour('#ff6a45'), 1)
}

function drawKnob(target: Surface, x: number, y: number, turn: number): void {
  disc(target, x, y + 5, 62, [0, 0, 0], 0.6, 14)
  disc(target, x, y, 56, dimmed(CHROME, 0.42))
  disc(target, x, y, 53, colour('#11161c'))
  for (let notch = 0; notch < 30; notch++) {
    const angle = turn + (notch * Math.PI) / 15
    const shine = 0.12 + 0.5 * Math.max(0, -Math.sin(angle + 0.5))
    const ends = [46, 53].map(
      (radius) => [x + radius * Math.cos(angle), y + radius * Math.sin(angle)] as const,
    )
    const [from, to] = ends
    if (from && to) drawStroke(target, [...from, ...to], 2, CHROME, shine)
  }
  disc(target, x, y, 40, colour('#1d252e'))
  glow(target, x - 12, y - 14, 26, CHROME, 0.07)
  const tip: Colour = colour('#ff9a6a')
  drawStroke(
    target,
    [x + 22 * Math.cos(turn), y + 22 * Math.sin(turn), x + 35 * Math.cos(turn), y + 35 * Math.sin(turn)],
    3,
    tip,
  )
}

/** The lamps of the street slide over the chrome. */
function drawPassingLights(target: Surface, seconds: number): void {
  for (let lamp = 0; lamp < 2; lamp++) {
    const phase = (seconds / 2.1 + lamp * 0.5) % 1
    const x = mix(-300, 1260, phase)
    glow(target, x, 122, 150, colour('#ffb168'), 0.1, 0.4)
    glow(target, x, 118, 46, colour('#ffcf94'), 0.13, 0.16)
  }
}
