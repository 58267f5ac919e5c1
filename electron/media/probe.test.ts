import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { probe } from './probe.ts'

type ListedFilm = {
  readonly file: string
  readonly rate: { readonly num: number; readonly den: number }
  readonly dropFrame: boolean
  readonly frames: number
  readonly startFrame: number
  readonly hasSound: boolean
}

const folder = fileURLToPath(new URL('../../e2e/fixtures/films/', import.meta.url))
const films: {
  readonly films: readonly ListedFilm[]
  readonly soundOnly: { readonly file: string; readonly sampleRate: number; readonly seconds: number }
} = JSON.parse(readFileSync(path.join(folder, 'films.json'), 'utf8'))

async function probed(file: string) {
  const result = await probe(path.join(folder, file))
  if (!result.ok) throw new Error(result.problem.message)
  return result.value
}

async function problemWith(file: string) {
  const result = await probe(path.resolve(folder, file))
  if (result.ok) throw new Error('the file was taken for a film')
  return result.problem
}

describe('probe', () => {
  test.each(films.films.map((film) => [film.file, film] as const))(
    '%s is read exactly',
    async (file, film) => {
      const { picture, sounds } = await probed(file)
      expect(picture).toMatchObject({
        rate: { ...film.rate, dropFrame: film.dropFrame },
        frameCount: film.frames,
        startFrame: film.startFrame,
        isVariableRate: false,
      })
      expect(sounds.length > 0).toBe(film.hasSound)
    },
  )

  test('sound alone has a length and no picture', async () => {
    const { picture, sounds, durationSeconds } = await probed(films.soundOnly.file)
    expect(picture).toBeNull()
    expect(sounds[0]).toMatchObject({ channels: 1, sampleRate: films.soundOnly.sampleRate })
    expect(durationSeconds).toBeCloseTo(films.soundOnly.seconds, 3)
  })

  test('a film with its second half cut off still tells what it is', async () => {
    const { picture } = await probed('truncated.mp4')
    expect(picture?.codec).toBe('AVC')
  })

  test.each([
    ['empty.mp4', /empty/],
    ['not-media.mp4', /is not a film/],
    ['truncated-no-index.mp4', /damaged/],
    ['gone.mp4', /cannot be read/],
    ['.', /cannot be read/],
    ['/dev/zero', /cannot be read/],
  ])('%s is a Problem in words', async (file, message) => {
    const problem = await problemWith(file)
    expect(problem.message).toMatch(message)
    expect([problem.expected, problem.found, problem.remedy].every((words) => words.length > 5)).toBe(true)
  })

  test('bytes without sense are a Problem, whatever they are', async () => {
    const scratch = await mkdtemp(path.join(os.tmpdir(), 'needledrop-probe-'))
    const file = path.join(scratch, 'noise.mp4')
    for (const content of [
      Buffer.alloc(1),
      Buffer.alloc(5000),
      Buffer.from('\0\0\0\x18ftypmp42'),
      Buffer.from('RIFF'),
    ]) {
      await writeFile(file, content)
      expect((await probe(file)).ok).toBe(false)
    }
    await rm(scratch, { recursive: true })
  })
})
