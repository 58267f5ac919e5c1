/** A note: start and length in seconds, pitch in semitones (69 = A4 = 440 Hz), loudness 0 to 1. */
export interface Note {
  readonly at: number
  readonly length: number
  readonly pitch: number
  readonly loud: number
  /** The vowel of a sung note. */
  readonly vowel?: string
}

const STEPS: Readonly<Record<string, number>> = { C: 0, D: 2, E: 4, F: 5, G: 7, A: 9, B: 11 }

/** The pitch of a name such as F#4 or Bb3. */
export function pitchOf(name: string): number {
  const [, letter = '', sign = '', octave = ''] = /^([A-G])([#b]?)(-?\d)$/.exec(name) ?? []
  const step = STEPS[letter]
  if (step === undefined)
    throw new Error(`“${name}” is no note. Write a letter, # or b, and an octave, such as F#4.`)
  return 12 * (Number(octave) + 1) + step + (sign === '#' ? 1 : sign === 'b' ? -1 : 0)
}

export function hertz(pitch: number): number {
  return 440 * 2 ** ((pitch - 69) / 12)
}

/** Time in a piece of steady tempo: the seconds of a beat, and of a bar of `perBar` beats. */
export interface Tempo {
  readonly beat: number
  readonly perBar: number
}

/**
 * A line of music as text: notes with their length in beats, such as "A4:2 -:1 D5+F5:.5/u". A dash is a rest, plus
 * signs make a chord, a letter after a slash is the vowel to sing. `bar` is the bar of the first note, from 0.
 */
export function line(text: string, tempo: Tempo, bar: number, loud = 0.8): Note[] {
  const notes: Note[] = []
  let at = bar * tempo.perBar * tempo.beat
  for (const word of text.trim().split(/\s+/)) {
    if (word === '|') continue
    const [, names = '', beats = '', vowel] = /^([^:]+):([\d.]+)(?:\/(\w+))?$/.exec(word) ?? []
    const length = Number(beats) * tempo.beat
    if (names === '' || Number.isNaN(length))
      throw new Error(`“${word}” is no note with a length, such as A4:2.`)
    for (const name of names === '-' ? [] : names.split('+')) {
      const note = { at, length, pitch: pitchOf(name), loud }
      notes.push(vowel === undefined ? note : { ...note, vowel })
    }
    at += length
  }
  return notes
}
