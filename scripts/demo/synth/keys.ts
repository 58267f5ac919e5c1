import { hertz, type Note } from './note.ts'
import { samples } from './oscillator.ts'
import { addMono, type Stereo, sampleAt } from './stereo.ts'

/** How struck keys sound: seconds until silence, place, and level. */
export interface KeyStyle {
  readonly ring: number
  readonly gain: number
  readonly pan?: number
}

/** A celesta-like bell: two pairs of frequency modulation, the higher one dying first. */
export function playBells(target: Stereo, notes: readonly Note[], style: KeyStyle): void {
  for (const note of notes) {
    const base = 2 * Math.PI * hertz(note.pitch)
    const sound = samples(style.ring, (time) => {
      const body = Math.sin(base * time + 1.1 * Math.exp(-time * 6) * Math.sin(base * 3.5 * time))
      const strike = Math.sin(base * 4 * time) * Math.exp(-time * 14) * 0.3
      return (body * Math.exp((-time * 5) / style.ring) + strike) * fadeOut(time, style.ring)
    })
    addMono(target, sound, sampleAt(note.at), note.loud * style.gain * 0.4, style.pan ?? 0)
  }
}

/** An electric piano: a soft tine over a round body, with a slow swing between the sides. */
export function playElectricPiano(target: Stereo, notes: readonly Note[], style: KeyStyle): void {
  for (const note of notes) {
    const base = 2 * Math.PI * hertz(note.pitch)
    const seconds = Math.min(style.ring, note.length + 0.35)
    const fall = 2.2 + note.pitch / 60
    const sound = samples(seconds, (time) => {
      const bite = 0.9 * note.loud * Math.exp(-time * 4)
      const tine = 0.22 * Math.exp(-time * 9) * Math.sin(base * 7 * time)
      const body = Math.sin(base * time + bite * Math.sin(base * time) + tine)
      return body * Math.exp((-time * fall) / style.ring) * Math.min(1, time / 0.004) * fadeOut(time, seconds)
    })
    addMono(target, sound, sampleAt(note.at), note.loud * style.gain * 0.4, style.pan ?? 0)
  }
}

/** A felted piano: stretched partials that fall faster the higher they are. */
export function playPiano(target: Stereo, notes: readonly Note[], style: KeyStyle): void {
  for (const note of notes) {
    const frequency = hertz(note.pitch)
    const seconds = Math.min(style.ring, note.length + 0.5)
    const partials = Array.from({ length: Math.min(10, Math.floor(9000 / frequency)) }, (_, index) => {
      const order = index + 1
      const stretched = frequency * order * Math.sqrt(1 + 0.0004 * order * order)
      return {
        turn: 2 * Math.PI * stretched,
        level: (0.6 + 0.4 * note.loud) ** index / order,
        fall: 0.7 + 0.55 * order,
      }
    })
    const sound = samples(seconds, (time) => {
      let sum = 0
      for (const { turn, level, fall } of partials)
        sum += level * Math.exp((-time * fall * 3) / style.ring) * Math.sin(turn * time)
      return sum * Math.min(1, time / 0.003) * fadeOut(time, seconds)
    })
    addMono(target, sound, sampleAt(note.at), note.loud * style.gain * 0.4, style.pan ?? 0)
  }
}

/** Down to nothing over the last tenth of a second. */
function fadeOut(time: number, length: number): number {
  return Math.min(1, Math.max(0, (length - time) / 0.1))
}
