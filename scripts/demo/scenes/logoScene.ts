import { ramp } from '../ease.ts'
import { lettering, placeCentred } from '../picture/lettering.ts'
import { arcPoints, drawStroke, type Stroke } from '../picture/strokes.ts'
import { type Colour, colour, dimmed, glow, gradient, type Surface } from '../picture/surface.ts'
import { smoothNoise } from '../random.ts'
import type { Painter } from './painter.ts'

const IGNITES = 24
const CENTRE_X = 480
const CENTRE_Y = 150

const FLAME = colour('#ffab4a')
const CORE = colour('#ffe9bd')
const METAL = colour('#d9c3a0')

/** The street lantern of the company's mark, around its centre. */
const LANTERN: readonly Stroke[] = [
  [-11, -76, 11, -76],
  [-11, -76, -44, -50],
  [11, -76, 44, -50],
  [-48, -50, 48, -50],
  [-40, -44, 40, -44],
  [-40, -44, -26, 46],
  [40, -44, 26, 46],
  [-14, -44, -9, 46],
  [14, -44, 9, 46],
  [-30, 46, 30, 46],
  [-22, 52, 22, 52],
  [-30, 46, -22, 52],
  [30, 46, 22, 52],
]

function ring(): Stroke[] {
  const points = arcPoints(0, -85, 8, 8, 0, 360)
  const strokes: Stroke[] = []
  for (let i = 0; i + 3 < points.length; i += 2) {
    strokes.push([
      points[i] as number,
      points[i + 1] as number,
      points[i + 2] as number,
      points[i + 3] as number,
    ])
  }
  return strokes
}

/** A lantern is lit in the dark and lets the name of the company be read. */
export function logoScene(): Painter {
  const strokes = [...LANTERN, ...ring()]
  const name = lettering('Wick & Tallow', { size: 26, weight: 1.9, spacing: 62 })
  const trade = lettering('Pictures', { size: 11, weight: 1.3, spacing: 130 })
  return (target, frame) => {
    const seconds = frame / 24
    const lit = ramp(IGNITES - 1, IGNITES + 26, frame)
    const flash = frame >= IGNITES ? Math.exp(-(frame - IGNITES) / 5) : 0
    const flicker =
      0.88 + 0.24 * (smoothNoise(seconds * 5, 3) - 0.5) + 0.1 * (smoothNoise(seconds * 11, 9) - 0.5)
    const flame = (lit + flash * 0.6) * flicker * ramp(166, 142, frame)
    gradient(target, [
      [0, dimmed(colour('#12100f'), 0.15 + 0.6 * flame)],
      [0.45, dimmed(colour('#33201a'), 0.08 + 0.75 * flame)],
      [1, dimmed(colour('#0c0a0c'), 0.15 + 0.5 * flame)],
    ])
    drawFlame(target, flame, smoothNoise(seconds * 3, 40) - 0.5)
    drawLantern(target, strokes, dimmed(METAL, 0.05 + 0.75 * flame))
    const words = ramp(44, 84, frame) * ramp(164, 140, frame)
    placeCentred(target, name, CENTRE_X, 276, colour('#f4e3c6'), words)
    placeCentred(target, trade, CENTRE_X, 322, colour('#c9ac84'), words * ramp(64, 100, frame))
  }
}

function drawFlame(target: Surface, flame: number, lean: number): void {
  const y = CENTRE_Y + 12
  glow(target, CENTRE_X, y, 300, FLAME, flame * 0.1)
  glow(target, CENTRE_X, y, 110, FLAME, flame * 0.34)
  glow(target, CENTRE_X + lean * 3, y + 4, 22, FLAME, flame * 1.1, 1.5)
  glow(target, CENTRE_X + lean * 4, y + 8, 9, CORE, flame * 2.2, 2.1)
}

function drawLantern(target: Surface, strokes: readonly Stroke[], paint: Colour): void {
  for (const [fromX, fromY, toX, toY] of strokes) {
    const stroke = [CENTRE_X + fromX, CENTRE_Y + fromY, CENTRE_X + toX, CENTRE_Y + toY] as const
    drawStroke(target, stroke, 2.2, paint)
  }
}
