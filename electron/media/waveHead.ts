/** What the head of a WAV stream says, and how many bytes it takes. */
export type WaveHead = { readonly sampleRate: number; readonly channels: number; readonly length: number }

/** The head of a WAV stream from its first bytes; null until there are enough of them, or if they are something else. */
export function readWaveHead(bytes: Uint8Array): WaveHead | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const name = (at: number) => String.fromCharCode(...bytes.subarray(at, at + 4))
  if (bytes.length < 12 || name(0) !== 'RIFF' || name(8) !== 'WAVE') return null
  let format: { readonly sampleRate: number; readonly channels: number } | null = null
  for (let at = 12; at + 8 <= bytes.length; ) {
    const length = view.getUint32(at + 4, true)
    if (name(at) === 'data') return format && { ...format, length: at + 8 }
    if (name(at) === 'fmt ' && at + 24 <= bytes.length) {
      format = { channels: view.getUint16(at + 10, true), sampleRate: view.getUint32(at + 12, true) }
    }
    at += 8 + length + (length % 2)
  }
  return null
}
