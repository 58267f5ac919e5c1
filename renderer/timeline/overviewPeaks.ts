import { isMissing } from '../../shared/peaks/peakColumns.ts'
import { columnAtFrame, columnsFor, estimatesFor, type Peaks } from '../../shared/peaks/peaks.ts'
import { rangeLength } from '../../shared/time/frameRange.ts'
import type { FrameRate } from '../../shared/time/frameRate.ts'
import type { Axis } from './axis.ts'
import { knowledge, type OverviewPeaks } from './waveform.ts'

/** The sound of the whole axis in `count` columns, estimated where it is not analysed yet. */
export function overviewPeaks(
  axis: Axis,
  rate: FrameRate,
  peaksOf: (path: string) => Peaks | undefined,
  count: number,
): OverviewPeaks {
  const max = new Float32Array(count)
  const min = new Float32Array(count)
  const known = new Float32Array(count)
  const framesPerColumn = Math.max(1, axis.length) / count
  const columnsPerPixel = columnAtFrame(1, rate, 0) * framesPerColumn
  for (const { reel, extent, offset } of axis.reels) {
    const peaks = reel.media && peaksOf(reel.media.path)
    if (!peaks || !reel.media) continue
    const firstColumn = Math.ceil(offset / framesPerColumn)
    const lastColumn = Math.min(count, Math.ceil((offset + rangeLength(extent)) / framesPerColumn))
    const fileFrame = firstColumn * framesPerColumn - offset + extent.start - reel.media.startFrame
    const window = {
      firstPixel: 0,
      pixelCount: Math.max(0, lastColumn - firstColumn),
      columnsPerPixel,
      originColumn: columnAtFrame(fileFrame, rate, 0),
    }
    const measured = columnsFor(peaks, window)
    const estimated = estimatesFor(peaks, window)
    for (let column = firstColumn; column < lastColumn; column += 1) {
      const at = column - firstColumn
      const shown = isMissing(measured, at) ? estimated : measured
      if (isMissing(shown, at)) continue
      max[column] = (shown.max[at] ?? 0) / 127
      min[column] = (shown.min[at] ?? 0) / 127
      known[column] = shown === measured ? knowledge.measured : knowledge.estimated
    }
  }
  return { max, min, known }
}
