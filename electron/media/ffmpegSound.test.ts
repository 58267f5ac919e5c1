import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { ColumnsFolder } from './columnsFolder.ts'
import { Ffmpeg } from './ffmpeg.ts'
import { FfmpegSound } from './ffmpegSound.ts'
import { soundArguments } from './soundArguments.ts'

const kinds = path.join(import.meta.dirname, '../../e2e/fixtures/films/kinds')
const hasFfmpeg = spawnSync('ffmpeg', ['-version']).status === 0

/** The columns of a film, as the thread folds them: maxima and minima. */
function columnsOf(file: string): Int8Array {
  const run = spawnSync('ffmpeg', ['-loglevel', 'error', ...soundArguments(path.join(kinds, file), 0, 0)], {
    maxBuffer: 2 ** 28,
  })
  const pieces: Uint8Array[] = []
  const folder = new ColumnsFolder((columns) => pieces.push(columns))
  for (let at = 0; at < run.stdout.length; at += 7001) folder.add(run.stdout.subarray(at, at + 7001))
  folder.end()
  return new Int8Array(Buffer.concat(pieces))
}

/** The loudest column of a stretch, in seconds. */
function loudest(pairs: Int8Array, from: number, to: number): number {
  let best = from * 1000
  for (let column = best; column < to * 1000; column += 1) {
    if ((pairs[2 * column] ?? 0) > (pairs[2 * best] ?? 0)) best = column
  }
  return best / 1000
}

describe.skipIf(!hasFfmpeg)('sound through ffmpeg', () => {
  test('stands at its own time behind holes, which are silent', () => {
    const pairs = columnsOf('holes.mp4')
    for (const frame of [24, 61, 100, 187, 205, 290, 415, 431, 500, 552]) {
      const second = frame / 24
      const found = loudest(pairs, Math.floor(1000 * (second - 0.4)) / 1000, second + 0.4)
      expect(Math.abs(found - second), `frame ${frame}`).toBeLessThan(1 / 24)
    }
    for (const second of [6, 7, 14, 16]) {
      expect([...pairs.subarray(2000 * second, 2000 * second + 200)].every((value) => value === 0)).toBe(true)
    }
  })

  test('keeps the time of a film that begins late', () => {
    const first = (pairs: Int8Array) => pairs.findIndex((value) => Math.abs(value) > 4) / 2000
    expect(first(columnsOf('from-5s.mp4'))).toBeGreaterThan(4.9)
    expect(first(columnsOf('h264-aac.mp4'))).toBeLessThan(0.1)
  })

  test('is decoded from any second on, the same as from the beginning', async () => {
    const sound = new FfmpegSound(new Ffmpeg({ get: () => null, set: () => {} }))
    const read = async (from: number) => {
      const decoded = await sound.decoded(path.join(kinds, 'holes.mp4'), 0, from)
      if (!decoded) throw new Error('there is no ffmpeg')
      expect([decoded.sampleRate, decoded.channels]).toEqual([48_000, 1])
      return new Int16Array(await new Response(decoded.body).arrayBuffer())
    }
    const whole = await read(0)
    for (const from of [2.5, 6, 18]) {
      const part = await read(from)
      expect(Math.abs(part.length - (whole.length - from * 48_000))).toBeLessThan(2000)
      const at = peakAt(part)
      expect(Math.abs(peakAt(whole.subarray(from * 48_000)) - at), `from ${from}`).toBeLessThan(480)
    }
    expect(await sound.decoded(path.join(kinds, 'holes.mp4'), 7, 0)).toBeNull()
  })

  test('leaves no ffmpeg behind when its reader goes away', async () => {
    let ended: Promise<string | null> | undefined
    class Watched extends Ffmpeg {
      override async start(args: readonly string[]) {
        const run = await super.start(args)
        ended = run?.ended
        return run
      }
    }
    const sound = new FfmpegSound(new Watched({ get: () => null, set: () => {} }))
    const decoded = await sound.decoded(path.join(kinds, 'holes.mp4'), 0, 0)
    await decoded?.body.cancel()
    expect(await ended).toBe('ended with SIGKILL')
  })
})

/** The place of the first sample that is near the loudest. */
function peakAt(samples: Int16Array): number {
  const most = samples.reduce((so, sample) => Math.max(so, sample), 0)
  return samples.findIndex((sample) => sample > 0.8 * most)
}
