import { describe, expect, it } from 'vitest'
import { addBlock, addEstimate, createPeaks, estimateColumns, type Peaks } from '../../shared/peaks/peaks.ts'
import { frames } from '../../shared/time/frames.ts'
import { type PeaksCanvas, paintPeaks, peaksWindow } from './peaksPainter.ts'
import { clamped, fitted, pannedBy } from './viewport.ts'

type Rect = readonly [x: number, y: number, width: number, height: number]
type Line = readonly [x1: number, y1: number, x2: number, y2: number]

/** Records what is painted; the drawing itself is Chromium's. */
class Recorder implements PeaksCanvas {
  fillStyle = ''
  strokeStyle = ''
  lineWidth = 0
  readonly rects: Rect[] = []
  readonly colours: string[] = []
  readonly lines: Line[] = []
  private pen: readonly [number, number] = [0, 0]
  fillRect(...rect: Rect): void {
    this.rects.push(rect)
    this.colours.push(this.fillStyle)
  }
  beginPath(): void {}
  stroke(): void {}
  moveTo(x: number, y: number): void {
    this.pen = [x, y]
  }
  lineTo(x: number, y: number): void {
    this.lines.push([...this.pen, x, y])
    this.pen = [x, y]
  }
}

const style = { wave: 'white', estimate: 'silver', missing: 'grey', gain: 1 }
const millisecond = { pixelCount: 20, columnsPerPixel: 1, originColumn: 0 }

/** 20 columns: 0–4 loud upwards only, 5–9 silent, 10–14 not analysed, 15–19 loud both ways. */
function somePeaks(): Peaks {
  const peaks = createPeaks(0.02)
  const put = (column: number, samples: readonly number[]): void => {
    addBlock(peaks, { firstSample: column * 8, sampleRate: 8000, channels: [Float32Array.from(samples)] })
  }
  put(
    0,
    Array.from({ length: 40 }, (_, index) => index % 2),
  )
  put(5, Array<number>(40).fill(0))
  put(
    15,
    Array.from({ length: 40 }, (_, index) => (index % 2 ? 0.5 : -0.5)),
  )
  return peaks
}

function painted(firstPixel: number, height = 100, gain = 1): Recorder {
  const canvas = new Recorder()
  paintPeaks(canvas, height, somePeaks(), { ...millisecond, firstPixel }, { ...style, gain })
  return canvas
}

describe('painting peaks', () => {
  it('draws one rectangle per analysed pixel, upward sound above the middle only', () => {
    const { rects } = painted(0)
    expect(rects).toHaveLength(15)
    expect(rects[0]).toEqual([0, 0, 1, 50])
    expect(rects.at(-1)).toEqual([19, 25, 1, 50])
  })

  it('draws silence as a line one pixel high', () => {
    expect(painted(0).rects[5]).toEqual([5, 50, 1, 1])
  })

  it('hatches what is missing and draws no wave there', () => {
    const { rects, lines } = painted(0)
    expect(rects.map(([x]) => x).filter((x) => x >= 10 && x < 15)).toEqual([])
    expect(lines.length).toBeGreaterThan(3)
    for (const [x1, y1, x2, y2] of lines) {
      for (const x of [x1, x2]) expect(x >= 10 && x <= 15).toBe(true)
      for (const y of [y1, y2]) expect(y >= 25 && y <= 75).toBe(true)
      expect(x2 - x1).toBe(y1 - y2)
      expect((x1 + y1) % 8).toBe(0)
    }
  })

  it('draws what is only estimated fainter, until it is measured', () => {
    const peaks = somePeaks()
    addEstimate(peaks, 0, estimateColumns, 64, 0)
    const canvas = new Recorder()
    paintPeaks(canvas, 100, peaks, { ...millisecond, firstPixel: 0 }, style)
    expect(canvas.lines).toEqual([])
    expect(canvas.colours).toEqual(
      Array.from({ length: 20 }, (_, x) => (x >= 10 && x < 15 ? 'silver' : 'white')),
    )
    expect(canvas.rects[12]).toEqual([12, 25, 1, 25])
  })

  it('draws nothing before and after the sound', () => {
    const { rects, lines } = painted(-10)
    expect(Math.min(...rects.map(([x]) => x))).toBe(10)
    expect(lines).toEqual([])
    expect(painted(20).rects).toEqual([])
    expect(painted(20).lines).toEqual([])
  })

  it('moves wave and hatching together while panning', () => {
    const still = painted(0)
    const panned = painted(3)
    expect(panned.rects).toEqual(still.rects.filter(([x]) => x >= 3).map(([x, ...rest]) => [x - 3, ...rest]))
    expect(panned.lines).toEqual(still.lines.map(([x1, y1, x2, y2]) => [x1 - 3, y1, x2 - 3, y2]))
  })

  it('keeps inside the canvas however much it is magnified', () => {
    for (const [, y, , height] of painted(0, 100, 50).rects) {
      expect(y).toBeGreaterThanOrEqual(0)
      expect(y + height).toBeLessThanOrEqual(100)
    }
  })
})

describe('the window of peaks', () => {
  const rate = { num: 25, den: 1, dropFrame: false }
  const film = { start: frames(90_000), end: frames(180_000) }
  const view = clamped({ ...fitted(film, 1000), first: 100_000.3, pixelsPerFrame: 8 })
  const place = { rate, startFrame: frames(89_800), pictureStart: 0.08 }

  it('counts whole device pixels from the file’s first frame, which begins when the picture does', () => {
    expect(peaksWindow(view, place, 2)).toEqual({
      firstPixel: Math.round(10_200.3 * 16),
      pixelCount: 2000,
      columnsPerPixel: 2.5,
      originColumn: 80,
    })
  })

  it('never regroups columns while panning', () => {
    const moved = peaksWindow(pannedBy(view, 7.3), place, 2)
    expect({ ...moved, firstPixel: 0 }).toEqual({ ...peaksWindow(view, place, 2), firstPixel: 0 })
    expect(Number.isInteger(moved.firstPixel)).toBe(true)
  })
})
