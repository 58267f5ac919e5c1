/** Transforms complex numbers in place, by radix 2. */
export type Fft = (real: Float32Array, imaginary: Float32Array) => void

/** A discrete Fourier transform of `size` numbers, a power of two; its tables are made once. */
export function createFft(size: number): Fft {
  const reversed = reversedIndices(size)
  const cosines = Float64Array.from({ length: size / 2 }, (_, k) => Math.cos((2 * Math.PI * k) / size))
  const sines = Float64Array.from({ length: size / 2 }, (_, k) => Math.sin((2 * Math.PI * k) / size))
  return (real, imaginary) => {
    reorder(real, reversed)
    reorder(imaginary, reversed)
    for (let half = 1; half < size; half *= 2) {
      const stride = size / (2 * half)
      for (let start = 0; start < size; start += 2 * half) {
        for (let k = 0; k < half; k += 1) {
          const a = start + k
          const b = a + half
          const cosine = cosines[k * stride] as number
          const sine = sines[k * stride] as number
          const re = (real[b] as number) * cosine + (imaginary[b] as number) * sine
          const im = (imaginary[b] as number) * cosine - (real[b] as number) * sine
          real[b] = (real[a] as number) - re
          imaginary[b] = (imaginary[a] as number) - im
          real[a] = (real[a] as number) + re
          imaginary[a] = (imaginary[a] as number) + im
        }
      }
    }
  }
}

/** Each index with its bits the other way round. */
function reversedIndices(size: number): Uint32Array {
  const reversed = new Uint32Array(size)
  for (let index = 1; index < size; index += 1) {
    reversed[index] = ((reversed[index >> 1] as number) >> 1) | (index & 1 ? size >> 1 : 0)
  }
  return reversed
}

function reorder(values: Float32Array, reversed: Uint32Array): void {
  for (let index = 0; index < values.length; index += 1) {
    const other = reversed[index] as number
    if (other <= index) continue
    const value = values[index] as number
    values[index] = values[other] as number
    values[other] = value
  }
}
