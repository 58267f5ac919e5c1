import { createFft } from './fft.ts'
import { hertzOfRow, loudestDecibels, quietestDecibels, tileColumns, tileRows } from './spectrumMessages.ts'

/** Two signals of one sound; what is heard is the power of both. */
export type TwoSignals = readonly [Float32Array, Float32Array]

/** Makes columns of a spectrogram out of samples. */
export type Spectrum = {
  /** Samples that a column looks at, around its middle. */
  readonly size: number
  /** Puts the loudness of each row around sample `middle` of the signals into a column of a tile's levels. */
  readonly column: (signals: TwoSignals, middle: number, levels: Uint8Array, column: number) => void
}

/** Samples, as seconds, that a column looks at: fine tiles tell times apart, the others tones. */
function sizeFor(sampleRate: number, depth: number): number {
  const seconds = depth <= 2 ? 2048 / 48_000 : 4096 / 48_000
  return 2 ** Math.max(5, Math.round(Math.log2(seconds * sampleRate)))
}

/** A spectrum of sound at a sample rate, for tiles of a depth. */
export function createSpectrum(sampleRate: number, depth: number): Spectrum {
  const size = sizeFor(sampleRate, depth)
  const transform = createFft(size)
  const window = Float32Array.from({ length: size }, (_, n) => 0.5 - 0.5 * Math.cos((2 * Math.PI * n) / size))
  // A sine of full scale comes out of a Hann window with a quarter of the size.
  const fullScale = (size / 4) ** 2
  const rows = Array.from({ length: tileRows }, (_, row) => binsOfRow(row, sampleRate, size))
  const real = new Float32Array(size)
  const imaginary = new Float32Array(size)
  const power = new Float64Array(size / 2)
  return {
    size,
    column: ([first, second], middle, levels, column) => {
      const start = middle - size / 2
      for (let n = 0; n < size; n += 1) {
        real[n] = (first[start + n] ?? 0) * (window[n] as number)
        imaginary[n] = (second[start + n] ?? 0) * (window[n] as number)
      }
      transform(real, imaginary)
      for (let bin = 0; bin < size / 2; bin += 1) power[bin] = powerOf(real, imaginary, bin, size)
      rows.forEach((bins, row) => {
        levels[row * tileColumns + column] = bins ? levelOf(bins(power) / fullScale) : 0
      })
    },
  }
}

/** One transform of two real signals holds both: the power of their sum of squares at a bin. */
function powerOf(real: Float32Array, imaginary: Float32Array, bin: number, size: number): number {
  const mirror = (size - bin) % size
  const here = (real[bin] as number) ** 2 + (imaginary[bin] as number) ** 2
  const there = (real[mirror] as number) ** 2 + (imaginary[mirror] as number) ** 2
  return (here + there) / 2
}

/** How the power of a row is read from the bins: the greatest of those in it, or between two where it is narrower; null above the sound's limit. */
function binsOfRow(row: number, sampleRate: number, size: number): ((power: Float64Array) => number) | null {
  const top = (hertzOfRow(row) * size) / sampleRate
  const bottom = (hertzOfRow(row + 1) * size) / sampleRate
  if (bottom >= size / 2) return null
  const first = Math.ceil(bottom)
  const last = Math.min(Math.floor(top), size / 2 - 1)
  if (last >= first) {
    return (power) => {
      let most = 0
      for (let bin = first; bin <= last; bin += 1) most = Math.max(most, power[bin] as number)
      return most
    }
  }
  const lower = Math.floor(bottom)
  const share = (bottom + top) / 2 - lower
  return (power) => (power[lower] ?? 0) * (1 - share) + (power[lower + 1] ?? 0) * share
}

function levelOf(power: number): number {
  const decibels = 10 * Math.log10(Math.max(power, 1e-12))
  const share = (decibels - quietestDecibels) / (loudestDecibels - quietestDecibels)
  return Math.round(255 * Math.min(1, Math.max(0, share)))
}
