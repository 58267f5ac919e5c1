import { type ColumnRange, isMissing, type PeakColumns } from './peakColumns.ts'

/** Columns of sound that are compared at one point. */
export const driftStretch = 1000
/** Columns by which sound is looked for to either side. */
const reach = 400
/** Contrast below which a stretch has no shape to be recognised by: the spread of its loudness, of 254. */
const leastContrast = 4
/** Correlation from which two stretches are taken to be the same sound. */
const likeness = 0.8

/**
 * Stretches to compare, spread over the columns: in each of `count` equal parts the one whose loudness varies most among
 * eight. Parts without any shape have none.
 */
export function pointsToCompare(columns: PeakColumns, count: number): readonly ColumnRange[] {
  const part = columns.max.length / count
  const points: ColumnRange[] = []
  for (let index = 0; index < count; index += 1) {
    let best: ColumnRange | undefined
    let bestContrast = leastContrast
    for (let step = 0; step < 8; step += 1) {
      const start = Math.floor(index * part + (step * Math.max(0, part - driftStretch)) / 8)
      const end = start + driftStretch
      if (end > columns.max.length || hasMissing(columns, start, end)) continue
      const contrast = spread(loudness(columns, start, end))
      if (contrast <= bestContrast) continue
      best = { start, end }
      bestContrast = contrast
    }
    if (best) points.push(best)
  }
  return points
}

/**
 * By how many columns `columns` lie later than `fresh`, which was analysed apart and begins at column `first`; null where
 * the sound has no shape, or none that occurs nearby.
 */
export function driftOf(columns: PeakColumns, first: number, fresh: PeakColumns): number | null {
  const wanted = loudness(fresh, 0, fresh.max.length)
  if (hasMissing(fresh, 0, fresh.max.length) || spread(wanted) <= leastContrast) return null
  let best = likeness
  let drift: number | null = null
  for (let step = 0; step <= 2 * reach; step += 1) {
    // The nearest first, so that among equals the smallest drift wins.
    const lag = step % 2 === 0 ? step / 2 : -(step + 1) / 2
    const start = first + lag
    const end = start + wanted.length
    if (start < 0 || end > columns.max.length) continue
    const found = correlation(wanted, loudness(columns, start, end))
    if (found <= best + 1e-3) continue
    best = found
    drift = lag
  }
  return drift
}

function loudness(columns: PeakColumns, start: number, end: number): Float32Array {
  const result = new Float32Array(end - start)
  for (let column = start; column < end; column += 1) {
    result[column - start] = (columns.max[column] as number) - (columns.min[column] as number)
  }
  return result
}

function hasMissing(columns: PeakColumns, start: number, end: number): boolean {
  for (let column = start; column < end; column += 1) if (isMissing(columns, column)) return true
  return false
}

function spread(values: Float32Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return Math.sqrt(squares / Math.max(1, values.length))
}

/** Pearson's correlation, -1 to 1; 0 where one side does not vary. */
function correlation(a: Float32Array, b: Float32Array): number {
  const count = a.length
  let sumA = 0
  let sumB = 0
  let squareA = 0
  let squareB = 0
  let product = 0
  for (let index = 0; index < count; index += 1) {
    const x = a[index] as number
    const y = b[index] as number
    sumA += x
    sumB += y
    squareA += x * x
    squareB += y * y
    product += x * y
  }
  const variance = (squareA - sumA ** 2 / count) * (squareB - sumB ** 2 / count)
  return variance > 0 ? (product - (sumA * sumB) / count) / Math.sqrt(variance) : 0
}
