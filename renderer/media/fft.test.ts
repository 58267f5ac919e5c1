import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createFft } from './fft.ts'

/** The transform by its definition. */
function slowly(real: Float32Array, imaginary: Float32Array): readonly (readonly [number, number])[] {
  const { length } = real
  return Array.from({ length }, (_, k) => {
    let re = 0
    let im = 0
    for (let n = 0; n < length; n += 1) {
      const angle = (-2 * Math.PI * k * n) / length
      re += (real[n] ?? 0) * Math.cos(angle) - (imaginary[n] ?? 0) * Math.sin(angle)
      im += (real[n] ?? 0) * Math.sin(angle) + (imaginary[n] ?? 0) * Math.cos(angle)
    }
    return [re, im] as const
  })
}

describe('the Fourier transform', () => {
  it('is what its definition says', () => {
    const number = fc.float({ min: -1, max: 1, noNaN: true })
    const size = fc.constantFrom(1, 2, 4, 8, 64, 128)
    const pair = size.chain((length) =>
      fc.tuple(
        fc.array(number, { minLength: length, maxLength: length }),
        fc.array(number, { minLength: length, maxLength: length }),
      ),
    )
    fc.assert(
      fc.property(pair, ([re, im]) => {
        const real = Float32Array.from(re)
        const imaginary = Float32Array.from(im)
        const expected = slowly(real, imaginary)
        createFft(re.length)(real, imaginary)
        expected.forEach(([wantedReal, wantedImaginary], k) => {
          expect(real[k]).toBeCloseTo(wantedReal, 3)
          expect(imaginary[k]).toBeCloseTo(wantedImaginary, 3)
        })
      }),
      { numRuns: 60, seed: 4 },
    )
  })

  it('puts a whole tone into its own bin', () => {
    const size = 4096
    const real = Float32Array.from({ length: size }, (_, n) => Math.cos((2 * Math.PI * 100 * n) / size))
    const imaginary = new Float32Array(size)
    createFft(size)(real, imaginary)
    expect(real[100]).toBeCloseTo(size / 2, 0)
    expect(Math.hypot(real[101] ?? 1, imaginary[101] ?? 1)).toBeLessThan(0.01)
  })
})
