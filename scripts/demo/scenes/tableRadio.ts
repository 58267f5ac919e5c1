import { arcPoints, drawStroke, fillPolygon } from '../picture/strokes.ts'
import { box, colour, dimmed, disc, glow, type Surface } from '../picture/surface.ts'

const WOOD = colour('#5a2f17')
const EDGE = colour('#d18a4a')
const DIAL = colour('#ffc468')
const CLOTH = colour('#2a170d')

/** A table radio of the forties standing at x (its middle) and foot y; `on` is the light of its dial. */
export function drawTableRadio(target: Surface, x: number, foot: number, on: number, drift: number): void {
  const half = 118
  const top = foot - 168
  box(target, x - half - 10, foot - 4, x + half + 10, foot + 3, [0.002, 0.001, 0.001], 0.8)
  fillPolygon(target, body(x, top - 2, foot, half + 2), EDGE, 0.55)
  fillPolygon(target, body(x, top, foot, half), WOOD)
  fillPolygon(target, body(x, top + 10, foot - 12, half - 10), dimmed(WOOD, 0.55))
  drawGrille(target, x - 56, top + 84, on)
  drawDial(target, x + 46, top + 92, on, drift)
  for (const knob of [x + 12, x + 80]) drawKnob(target, knob, foot - 30)
  glow(target, x + 46, foot + 8, 70, DIAL, 0.14 * on, 0.24)
}

function body(x: number, top: number, foot: number, half: number): number[] {
  return [
    ...arcPoints(x - half + 46, top + 46, 46, 46, 180, 270),
    ...arcPoints(x + half - 46, top + 46, 46, 46, 270, 360),
    x + half,
    foot,
    x - half,
    foot,
  ]
}

function drawGrille(target: Surface, x: number, y: number, on: number): void {
  fillPolygon(target, arcPoints(x, y, 49, 49, 0, 360), EDGE, 0.5)
  fillPolygon(target, arcPoints(x, y, 47, 47, 0, 360), CLOTH)
  glow(target, x, y + 6, 34, DIAL, 0.035 * on)
  for (let slat = -3; slat <= 3; slat++) {
    const reach = Math.sqrt(47 * 47 - (slat * 13) ** 2)
    drawStroke(target, [x + slat * 13, y - reach, x + slat * 13, y + reach], 4, dimmed(WOOD, 0.9))
    drawStroke(target, [x + slat * 13 - 1.6, y - reach, x + slat * 13 - 1.6, y + reach], 1, EDGE, 0.4)
  }
}

function drawDial(target: Surface, x: number, y: number, on: number, drift: number): void {
  const face = arcPoints(x, y, 46, 46, 180, 360)
  fillPolygon(target, face, dimmed(DIAL, 0.04 + 0.62 * on))
  glow(target, x, y - 18, 44, DIAL, 0.35 * on, 0.7)
  for (let tick = 0; tick <= 12; tick++) {
    const angle = Math.PI * (1.07 + (0.86 * tick) / 12)
    const inner = tick % 3 === 0 ? 30 : 35
    const ends = [inner, 41].map(
      (radius) => [x + radius * Math.cos(angle), y + radius * Math.sin(angle)] as const,
    )
    const [from, to] = ends
    if (from && to) drawStroke(target, [...from, ...to], tick % 3 === 0 ? 1.7 : 1.1, colour('#3b1d08'))
  }
  const needle = Math.PI * (1.62 + drift)
  drawStroke(target, [x, y, x + 38 * Math.cos(needle), y + 38 * Math.sin(needle)], 1.8, colour('#a81f12'))
  disc(target, x, y, 5, colour('#3b1d08'))
  box(target, x - 46, y, x + 46, y + 2, EDGE, 0.6)
}

function drawKnob(target: Surface, x: number, y: number): void {
  disc(target, x, y, 12, EDGE, 0.6)
  disc(target, x, y, 10.6, colour('#24120a'))
  drawStroke(target, [x, y - 9, x, y - 4], 1.6, EDGE)
}
