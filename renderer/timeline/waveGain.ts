import { isMissing } from '../../shared/peaks/peakColumns.ts'
import { columnsFor, estimatesFor, type Peaks, type PixelWindow } from '../../shared/peaks/peaks.ts'

/** Decibels of one step. */
const step = 3
const least = -12
const most = 36
/** Excursion of full scale. */
const fullScale = 127

/** A gain of the wave's height, moved by steps of 3 dB and kept within −12 to +36 dB. */
export function steppedGain(decibels: number, steps: number): number {
  return Math.min(most, Math.max(least, (Math.round(decibels / step) + steps) * step))
}

/** How many times taller the wave is drawn. */
export function gainFactor(decibels: number): number {
  return 10 ** (decibels / 20)
}

/** The gain at which the loudest visible excursion (0 to 127) just reaches the top, in whole decibels; never below 0. */
export function gainToTop(loudest: number): number {
  if (loudest <= 0) return 0
  return Math.min(most, Math.max(0, Math.floor(20 * Math.log10(fullScale / loudest))))
}

/** The loudest excursion, 0 to 127, of a window; where nothing is measured, of what is estimated. */
export function loudestIn(peaks: Peaks, window: PixelWindow): number {
  const measured = columnsFor(peaks, window)
  const estimated = estimatesFor(peaks, window)
  let loudest = 0
  for (let pixel = 0; pixel < window.pixelCount; pixel += 1) {
    const shown = isMissing(measured, pixel) ? estimated : measured
    if (isMissing(shown, pixel)) continue
    loudest = Math.max(loudest, shown.max[pixel] ?? 0, -(shown.min[pixel] ?? 0))
  }
  return loudest
}

/** A gain in words: `+6 dB`, `−3 dB`. */
export function gainText(decibels: number): string {
  return `${decibels > 0 ? '+' : decibels < 0 ? '−' : ''}${Math.abs(decibels)} dB`
}
