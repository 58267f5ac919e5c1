import { SAMPLE_RATE } from '../plan.ts'

/** Which of the tones, in hertz, is strongest in the middle of a channel; null where none stands out of silence. */
export function loudestTone(channel: Float32Array, tones: readonly number[]): number | null {
  const length = Math.min(channel.length, SAMPLE_RATE)
  const from = Math.floor((channel.length - length) / 2)
  let best: { readonly hertz: number; readonly strength: number } | null = null
  for (const hertz of tones) {
    let [along, across] = [0, 0]
    for (let i = 0; i < length; i++) {
      const angle = (2 * Math.PI * hertz * i) / SAMPLE_RATE
      const value = channel[from + i] ?? 0
      along += value * Math.cos(angle)
      across += value * Math.sin(angle)
    }
    const strength = (2 * Math.hypot(along, across)) / length
    if (strength > (best?.strength ?? 0.005)) best = { hertz, strength }
  }
  return best?.hertz ?? null
}
