import { resonator, softLowPass } from './filters.ts'
import { hertz, type Note } from './note.ts'
import { bow, samples, saw } from './oscillator.ts'
import { addMono, type Stereo, sampleAt } from './stereo.ts'

export interface WindStyle {
  readonly gain: number
  readonly pan?: number
}

/** A clarinet: mostly odd partials, brighter when louder, with a late vibrato. */
export function playClarinet(target: Stereo, notes: readonly Note[], style: WindStyle): void {
  for (const note of notes) {
    const sounding = note.length * 0.94
    let phase = 0
    const sound = samples(sounding + 0.09, (time) => {
      const waver = 0.13 * Math.min(1, Math.max(0, time - 0.2) / 0.4) * Math.sin(2 * Math.PI * 5.3 * time)
      const scoop = -0.4 * Math.exp(-time * 30)
      phase += (2 * Math.PI * hertz(note.pitch + waver + scoop)) / 48_000
      const breath = bow(time, sounding, 0.035, 0.09)
      const tone = Math.sin(phase) + 0.36 * breath * Math.sin(3 * phase) + 0.2 * breath * Math.sin(5 * phase)
      return (tone + 0.08 * Math.sin(2 * phase) + 0.09 * breath * Math.sin(7 * phase)) * breath
    })
    addMono(target, sound, sampleAt(note.at), note.loud * style.gain * 0.35, style.pan ?? 0)
  }
}

/** Two brass players in unison whose tone opens with the breath. */
export function playBrass(target: Stereo, notes: readonly Note[], style: WindStyle): void {
  for (const note of notes) {
    for (const player of [0, 1]) {
      const wave = saw(player * 0.4)
      const open = resonator(800, 0.8)
      const sounding = note.length * 0.9
      const sound = samples(sounding + 0.08, (time, index) => {
        const breath = bow(time, sounding, 0.03, 0.08)
        if (index % 32 === 0)
          open.tune(500 + 2900 * breath * note.loud * (0.6 + 0.4 * Math.exp(-time * 5)), 0.9)
        open.feed(wave(hertz(note.pitch + (player - 0.5) * 0.1 - 0.3 * Math.exp(-time * 40))))
        return open.low * breath
      })
      addMono(
        target,
        sound,
        sampleAt(note.at),
        note.loud * style.gain * 0.22,
        (style.pan ?? 0) + (player - 0.5) * 0.3,
      )
    }
  }
}

/** A horn far back: round, slow to speak. */
export function playHorn(target: Stereo, notes: readonly Note[], style: WindStyle): void {
  for (const note of notes) {
    const wave = saw(0.2)
    const round = softLowPass(520)
    const rounder = softLowPass(1100)
    const sound = samples(note.length + 0.35, (time) => {
      const waver = 0.05 * Math.min(1, time) * Math.sin(2 * Math.PI * 4.6 * time)
      return rounder(round(wave(hertz(note.pitch + waver)))) * bow(time, note.length, 0.12, 0.35)
    })
    addMono(target, sound, sampleAt(note.at), note.loud * style.gain * 0.8, style.pan ?? 0)
  }
}
