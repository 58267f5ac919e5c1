import { clamp } from '../ease.ts'
import { addLight, type Colour, coverPixel, type Surface } from './surface.ts'

/** A straight stroke: x and y of both ends. */
export type Stroke = readonly [number, number, number, number]

/** How much of a pixel a round-ended stroke covers, by the distance of its centre. */
export function strokeCover(stroke: Stroke, width: number, x: number, y: number): number {
  const [fromX, fromY, toX, toY] = stroke
  const alongX = toX - fromX
  const alongY = toY - fromY
  const length = alongX * alongX + alongY * alongY
  const t = length > 0 ? clamp(0, 1, ((x - fromX) * alongX + (y - fromY) * alongY) / length) : 0
  const away = Math.hypot(x - fromX - t * alongX, y - fromY - t * alongY)
  return clamp(0, 1, width / 2 - away + 0.5) * Math.min(1, width)
}

/** Draws a stroke over the picture or, with `adding`, as light. */
export function drawStroke(
  target: Surface,
  stroke: Stroke,
  width: number,
  paint: Colour,
  cover = 1,
  adding = false,
): void {
  const [fromX, fromY, toX, toY] = stroke
  const reach = width / 2 + 1
  const left = Math.max(0, Math.floor(Math.min(fromX, toX) - reach))
  const right = Math.min(target.width, Math.ceil(Math.max(fromX, toX) + reach))
  const top = Math.max(0, Math.floor(Math.min(fromY, toY) - reach))
  const bottom = Math.min(target.height, Math.ceil(Math.max(fromY, toY) + reach))
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      const part = strokeCover(stroke, width, x + 0.5, y + 0.5) * cover
      if (part <= 0) continue
      if (adding) addLight(target, x, y, paint, part)
      else coverPixel(target, x, y, paint, part)
    }
  }
}

/** Fills a polygon given as x, y pairs; four scan lines to a pixel row, exact along them. */
export function fillPolygon(target: Surface, points: readonly number[], paint: Colour, cover = 1): void {
  const ys = points.filter((_, index) => index % 2 === 1)
  const top = Math.max(0, Math.floor(Math.min(...ys)))
  const bottom = Math.min(target.height, Math.ceil(Math.max(...ys)))
  const row = new Float32Array(target.width)
  for (let y = top; y < bottom; y++) {
    row.fill(0)
    for (let line = 0; line < 4; line++) addScanLine(row, crossings(points, y + (line + 0.5) / 4))
    for (let x = 0; x < target.width; x++) {
      const part = row[x] as number
      if (part > 0) coverPixel(target, x, y, paint, Math.min(1, part / 4) * cover)
    }
  }
}

function crossings(points: readonly number[], y: number): number[] {
  const found: number[] = []
  const count = points.length / 2
  for (let i = 0; i < count; i++) {
    const next = (i + 1) % count
    const fromX = points[i * 2] as number
    const fromY = points[i * 2 + 1] as number
    const toX = points[next * 2] as number
    const toY = points[next * 2 + 1] as number
    if (fromY <= y !== toY <= y) found.push(fromX + ((y - fromY) / (toY - fromY)) * (toX - fromX))
  }
  return found.sort((a, b) => a - b)
}

function addScanLine(row: Float32Array, xs: readonly number[]): void {
  for (let i = 0; i + 1 < xs.length; i += 2) {
    const from = clamp(0, row.length, xs[i] as number)
    const to = clamp(0, row.length, xs[i + 1] as number)
    for (let x = Math.floor(from); x < to; x++) {
      row[x] = (row[x] as number) + Math.min(to, x + 1) - Math.max(from, x)
    }
  }
}

/** The points of an arc of an ellipse as x, y pairs; angles in degrees, clockwise from the right. */
export function arcPoints(
  centreX: number,
  centreY: number,
  radiusX: number,
  radiusY: number,
  from: number,
  to: number,
  steps = 24,
): number[] {
  const points: number[] = []
  for (let i = 0; i <= steps; i++) {
    const angle = ((from + ((to - from) * i) / steps) * Math.PI) / 180
    points.push(centreX + radiusX * Math.cos(angle), centreY + radiusY * Math.sin(angle))
  }
  return points
}
