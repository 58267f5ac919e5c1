import { isMissing } from '../../shared/peaks/peakColumns.ts'
import { columnAtFrame, columnsFor, type Peaks } from '../../shared/peaks/peaks.ts'
import { rangeLength } from '../../shared/time/frameRange.ts'
import type { FrameRate } from '../../shared/time/frameRate.ts'
import type { Axis } from './axis.ts'
import type { OverviewPeaks } from './waveform.ts'

/** The sound of the whole axis in `count` columns; what is not analysed yet is drawn as nothing. */
export function overviewPeaks(
  axis: Axis,
  rate: FrameRate,
  peaksOf: (path: string) => Peaks | undefined,
  count: number,
): OverviewPeaks {
  const max = new Float32Array(count)
  const min = new Float32Array(count)
  const framesPerColumn = Math.max(1, axis.length) / count
  const columnsPerPixel = columnAtFrame(1, rate, 0) * framesPerColumn
  for (const { reel, extent, offset } of axis.reels) {
    const peaks = reel.media && peaksOf(reel.media.path)
    if (!peaks || !reel.media) continue
    const firstColumn = Math.ceil(offset / framesPerColumn)
    const lastColumn = Math.min(count, Math.ceil((offset + rangeLength(extent)) / framesPerColumn))
    const fileFrame = firstColumn * framesPerColumn - offset + extent.start - reel.media.startFrame
    const shown = columnsFor(peaks, {
      firstPixel: 0,
      pixelCount: Math.max(0, lastColumn - firstColumn),
      columnsPerPixel,
      originColumn: columnAtFrame(fileFrame, rate, 0),
    })
    for (let column = firstColumn; column < lastColumn; column += 1) {
      if (isMissing(shown, column - firstColumn)) continue
      max[column] = (shown.max[column - firstColumn] ?? 0) / 127
      min[column] = (shown.min[column - firstColumn] ?? 0) / 127
    }
  }
  return { max, min }
}
