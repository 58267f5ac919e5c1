import type { Check } from './check.ts'
import { runFfmpeg } from './ffmpeg.ts'
import { CUES, FRAME_COUNT, SAMPLES_PER_FRAME } from './plan.ts'
import type { FilmSound } from './sound/filmSound.ts'
import type { Stereo } from './synth/stereo.ts'

/** Frames compared on each side of an edge, and the frames next to it that are left out (AAC smears half of one). */
const WINDOW = 5
const MARGIN = 1

/** Decibels by which music must stand out on its own side of an edge. */
const LEAST_STEP = 10

/** Compares the decoded sound with what was rendered: length, offset, and the edges of each cue. */
export async function soundChecks(path: string, rendered: FilmSound): Promise<Check[]> {
  const decoded = await decodeSound(path)
  const length = FRAME_COUNT * SAMPLES_PER_FRAME
  const offset = bestOffset(decoded.left, rendered.mix.left)
  const music = minus(decoded, rendered.withoutMusic)
  const peak = decoded.left.reduce(
    (most, value, i) => Math.max(most, Math.abs(value), Math.abs(decoded.right[i] ?? 0)),
    0,
  )
  return [
    {
      name: 'sound length',
      passed: Math.abs(decoded.left.length - length) <= 1024,
      figures: `${decoded.left.length} samples, planned ${length}`,
    },
    { name: 'sound offset', passed: offset === 0, figures: `${offset} samples` },
    { name: 'sound peak', passed: peak < 1, figures: `${decibels(peak * peak)} dB` },
    ...CUES.flatMap((cue) => [
      edgeCheck(
        `${cue.number} in ${cue.in}`,
        music,
        decoded,
        cue.in,
        1,
        CUES.some((other) => other.out === cue.in),
      ),
      edgeCheck(
        `${cue.number} out ${cue.out}`,
        music,
        decoded,
        cue.out,
        -1,
        CUES.some((other) => other.in === cue.out),
      ),
    ]),
  ]
}

/** Music must be there on the inner side of an edge and gone on the outer one, unless a neighbour touches. */
function edgeCheck(
  name: string,
  music: Stereo,
  film: Stereo,
  edge: number,
  inner: 1 | -1,
  touches: boolean,
): Check {
  const inside = powerBeside(music, edge, inner)
  const outside = powerBeside(music, edge, -inner as 1 | -1)
  const heard = decibels(powerBeside(film, edge, inner)) - decibels(powerBeside(film, edge, -inner as 1 | -1))
  const step = decibels(inside) - decibels(outside)
  return {
    name,
    passed: touches || step >= LEAST_STEP,
    figures: touches
      ? `neighbours touch; film ${heard.toFixed(1)} dB`
      : `music alone ${step.toFixed(1)} dB, film ${heard.toFixed(1)} dB`,
  }
}

function powerBeside(sound: Stereo, edge: number, side: 1 | -1): number {
  const near = (edge + side * MARGIN) * SAMPLES_PER_FRAME
  const far = (edge + side * (MARGIN + WINDOW)) * SAMPLES_PER_FRAME
  let sum = 0
  for (let i = Math.min(near, far); i < Math.max(near, far); i++) {
    sum += (sound.left[i] ?? 0) ** 2 + (sound.right[i] ?? 0) ** 2
  }
  return sum / (2 * WINDOW * SAMPLES_PER_FRAME)
}

function decibels(power: number): number {
  return Math.round(100 * Math.log10(power + 1e-10)) / 10
}

async function decodeSound(path: string): Promise<Stereo> {
  const bytes = await runFfmpeg(['-i', path, '-map', '0:a', '-f', 'f32le', 'pipe:1'])
  const values = new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length))
  const half = values.length / 2
  const channel = (side: number) => Float32Array.from({ length: half }, (_, i) => values[i * 2 + side] ?? 0)
  return { left: channel(0), right: channel(1) }
}

function minus(a: Stereo, b: Stereo): Stereo {
  return {
    left: a.left.map((value, i) => value - (b.left[i] ?? 0)),
    right: a.right.map((value, i) => value - (b.right[i] ?? 0)),
  }
}

/** The shift in samples at which the decoded sound fits the rendered one best, over four seconds of the groove. */
function bestOffset(decoded: Float32Array, rendered: Float32Array): number {
  const from = 1500 * SAMPLES_PER_FRAME
  const to = from + 96 * SAMPLES_PER_FRAME
  let best = 0
  let most = Number.NEGATIVE_INFINITY
  for (let shift = -64; shift <= 64; shift++) {
    let sum = 0
    for (let i = from; i < to; i += 3) sum += (rendered[i] ?? 0) * (decoded[i + shift] ?? 0)
    if (sum > most) {
      most = sum
      best = shift
    }
  }
  return best
}
