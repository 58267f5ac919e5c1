import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { CuttingRoom, expect, test } from './cuttingRoom.ts'
import { demoTruth, filmPath } from './films.ts'

/*
 * The waveform through the real app: what it kept of the sound is read back as the columns that it draws, a thousand a
 * second, and compared with what is known of the film.
 */

type Columns = { readonly max: Int8Array; readonly min: Int8Array }

/** The file that holds the waveform; waits until the app has written it. */
async function keptFile(scratch: string): Promise<string> {
  const folder = path.join(scratch, 'app', 'peaks')
  let name: string | undefined
  await expect
    .poll(async () => {
      name = (await readdir(folder).catch(() => [])).find((file) => file.endsWith('.peaks'))
      return name
    })
    .toBeDefined()
  return path.join(folder, name ?? '')
}

/** The finest columns of a kept waveform, which lie at its end. */
function finestColumns(bytes: Buffer): Columns {
  const count = bytes.readUInt32LE(8)
  const at = bytes.length - 2 * count
  const base = new Int8Array(bytes.subarray(at))
  return { max: base.subarray(0, count), min: base.subarray(count) }
}

/** Opens a film in a fresh app that finds ffmpeg or not, and gives the columns that it made. */
async function readSound(scratch: string, film: string, hasFfmpeg: boolean): Promise<Columns> {
  const { PATH } = process.env
  if (!hasFfmpeg) process.env.PATH = path.join(scratch, 'no-programs')
  const room = await CuttingRoom.open(path.join(scratch, 'app')).finally(() => {
    process.env.PATH = PATH
  })
  try {
    await room.openFilm(film)
    await room.page.waitForFunction(() => document.querySelector('[data-known="measured"]') !== null)
    const bytes = await readFile(await keptFile(scratch))
    expect(await room.page.getByRole('alert').count()).toBe(0)
    expect(room.faults).toEqual([])
    return finestColumns(bytes)
  } finally {
    await room.close()
  }
}

/** The loudest column near a place. */
function loudest({ max }: Columns, near: number): number {
  let best = Math.max(0, near - 300)
  for (let column = best; column < near + 300; column += 1) {
    if ((max[column] ?? 0) > (max[best] ?? 0)) best = column
  }
  return best
}

for (const hasFfmpeg of [false, true]) {
  test(`sound with holes stands where it is heard, ${hasFfmpeg ? 'with' : 'without'} ffmpeg`, async ({
    scratch,
  }) => {
    const columns = await readSound(scratch, filmPath('kinds/holes.mp4'), hasFfmpeg)
    type Truth = { file: string; clickFrames: number[]; holes: [number, number][] }
    const text = await readFile(filmPath('kinds/kinds.json'), 'utf8')
    const truth = [JSON.parse(text)]
      .flatMap((found): Truth[] => found.films ?? found.kinds ?? found)
      .find(({ file }) => file === 'holes.mp4')
    expect(truth?.clickFrames.length).toBeGreaterThanOrEqual(5)
    for (const frame of truth?.clickFrames ?? []) {
      const place = (frame / 24) * 1000
      expect(Math.abs(loudest(columns, Math.round(place)) - place), `frame ${frame}`).toBeLessThan(1000 / 24)
    }
    for (const [from, to] of truth?.holes ?? []) {
      // A packet that begins before a hole may end inside it.
      const hole = columns.max.subarray(from * 1000 + 50, to * 1000 - 50)
      expect(hole.every((value) => value === 0)).toBe(true)
    }
  })
}

test('sound read in pieces is the same as sound decoded in one run', async ({ scratch }) => {
  const { path: film } = demoTruth()
  const pieces = await readSound(path.join(scratch, 'pieces'), film, false)
  const straight = await readSound(path.join(scratch, 'straight'), film, true)
  expect(pieces.max.length).toBe(straight.max.length)
  const differences = Array.from(pieces.max, (high, column) =>
    Math.max(
      Math.abs(high - (straight.max[column] ?? 0)),
      Math.abs((pieces.min[column] ?? 0) - (straight.min[column] ?? 0)),
    ),
  )
  // AAC fills quiet bands with noise that depends on what was decoded before, so later pieces are never quite the same.
  expect(differences.filter((difference) => difference > 1).length).toBeLessThan(differences.length / 100)
  expect(Math.max(...differences.slice(0, 30_000))).toBeLessThanOrEqual(1)
  for (const seam of [30_000, 60_000, 90_000]) {
    expect(Math.max(...differences.slice(seam - 60, seam + 60)), `seam at ${seam}`).toBeLessThanOrEqual(2)
  }
})

test('a damaged waveform is made anew without a word, but for the log', async ({ scratch }) => {
  // Four starts of the app.
  test.slow()
  const film = filmPath('drop-2997.mp4')
  const before = await readSound(scratch, film, true)
  const file = await keptFile(scratch)
  const whole = await readFile(file)
  const version = Buffer.from(whole)
  version[4] = 1
  const flipped = Buffer.from(whole)
  flipped[flipped.length - 9] = (flipped[flipped.length - 9] ?? 0) ^ 0x40
  for (const damaged of [flipped, whole.subarray(0, whole.length - 5), version]) {
    await writeFile(file, damaged)
    const room = await CuttingRoom.open(path.join(scratch, 'app'))
    await room.openFilm(film)
    await expect.poll(() => readFile(file).catch(() => null)).toEqual(whole)
    await expect(room.page.locator('[data-known="measured"]')).toHaveCount(1)
    expect(await room.page.getByRole('alert').count()).toBe(0)
    expect(room.faults).toEqual([])
    await room.close()
  }
  expect(finestColumns(await readFile(file))).toEqual(before)
  const log = await readFile(path.join(scratch, 'app', 'logs', 'needledrop.log'), 'utf8')
  expect(log.match(/could not be used and is made anew/g)).toHaveLength(3)
})
