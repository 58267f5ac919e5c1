import { SAMPLE_RATE } from '../plan.ts'
import { type Stereo, silence } from './stereo.ts'

/** Mutually prime lengths in samples, for a room of size 1. */
const LINES = [1511, 1777, 2083, 2371, 2699, 3049, 3391, 3833] as const

/** A room: seconds until the sound has fallen by 60 dB, size (1 = hall), and how dull it is (0 to 1). */
export interface Room {
  readonly seconds: number
  readonly size: number
  readonly dull: number
}

interface Line {
  readonly held: Float32Array
  readonly keep: number
  place: number
  dulled: number
}

/** The sound of the room alone, as long as its input: eight delays fed back through each other. */
export function reverb(source: Stereo, room: Room): Stereo {
  const lines: Line[] = LINES.map((base) => {
    const length = Math.round(base * room.size)
    const keep = 10 ** ((-3 * length) / (room.seconds * SAMPLE_RATE))
    return { held: new Float32Array(length), keep, place: 0, dulled: 0 }
  })
  const made = silence(source.left.length)
  const outputs = new Float64Array(lines.length)
  for (let i = 0; i < made.left.length; i++) {
    readLines(lines, outputs, room.dull)
    made.left[i] = 0.35 * outputsOf(outputs, 0)
    made.right[i] = 0.35 * outputsOf(outputs, 1)
    crossFeed(outputs)
    writeLines(lines, outputs, source.left[i] as number, source.right[i] as number)
  }
  return made
}

function readLines(lines: readonly Line[], outputs: Float64Array, dull: number): void {
  lines.forEach((line, index) => {
    const raw = line.held[line.place] as number
    line.dulled += (1 - dull) * (raw - line.dulled)
    outputs[index] = line.dulled
  })
}

function outputsOf(outputs: Float64Array, side: number): number {
  let sum = 0
  for (let i = side; i < outputs.length; i += 2) sum += (outputs[i] as number) * (i % 4 < 2 ? 1 : -1)
  return sum
}

/** A Hadamard mix: every line feeds every other without gain. */
function crossFeed(values: Float64Array): void {
  for (let half = 1; half < values.length; half *= 2) {
    for (let i = 0; i < values.length; i++) {
      if ((i & half) !== 0) continue
      const a = values[i] as number
      const b = values[i + half] as number
      values[i] = a + b
      values[i + half] = a - b
    }
  }
  const scale = 1 / Math.sqrt(values.length)
  for (let i = 0; i < values.length; i++) values[i] = (values[i] as number) * scale
}

function writeLines(lines: readonly Line[], fed: Float64Array, left: number, right: number): void {
  lines.forEach((line, index) => {
    line.held[line.place] = (fed[index] as number) * line.keep + (index % 2 === 0 ? left : right)
    line.place = (line.place + 1) % line.held.length
  })
}
