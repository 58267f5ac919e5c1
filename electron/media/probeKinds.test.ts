import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import type { FilmFacts } from '../../shared/media/filmFacts.ts'
import { probe } from './probe.ts'

/** What kinds.json tells of a file. */
type ListedKind = {
  readonly file: string
  readonly container: string
  readonly picture: {
    readonly codec: string
    readonly rate: { readonly num: number; readonly den: number }
    readonly frames: number
    readonly start: string | null
    readonly startFrame: number
    readonly isDropFrame: boolean
    readonly isVariableRate: boolean
  } | null
  readonly sounds: readonly {
    readonly codec: string
    readonly tones: readonly number[]
    readonly language?: string
    readonly title?: string
  }[]
  readonly timeReference?: number
}

const folder = fileURLToPath(new URL('../../e2e/fixtures/films/kinds/', import.meta.url))
const { kinds }: { readonly kinds: readonly ListedKind[] } = JSON.parse(
  readFileSync(path.join(folder, 'kinds.json'), 'utf8'),
)

/** Containers that do not tell how many pictures they hold. */
const uncounted = ['AVI', 'MPEG-PS']

async function probed(file: string): Promise<FilmFacts> {
  const result = await probe(path.join(folder, file))
  if (!result.ok) throw new Error(result.problem.message)
  return result.value
}

describe('probe of every kind', { timeout: 30_000 }, () => {
  const pictures = kinds.filter(({ picture }) => picture)
  test.each(pictures.map((kind) => [kind.file, kind] as const))('%s: the picture', async (file, kind) => {
    const { picture } = await probed(file)
    const truth = kind.picture
    expect(picture?.isVariableRate).toBe(truth?.isVariableRate)
    expect(picture?.startFrame).toBe(truth?.start === null ? null : truth?.startFrame)
    const counted = Math.abs((picture?.frameCount ?? 0) - (truth?.frames ?? 0))
    expect(counted).toBeLessThanOrEqual(uncounted.includes(kind.container) ? 1 : 0)
    if (!truth?.isVariableRate)
      expect(picture?.rate).toEqual({ ...truth?.rate, dropFrame: truth?.isDropFrame })
  })

  test.each(kinds.map((kind) => [kind.file, kind] as const))('%s: every sound', async (file, kind) => {
    const { sounds } = await probed(file)
    expect(sounds.map(({ index }) => index)).toEqual(kind.sounds.map((_, index) => index))
    expect(sounds.map(({ channels }) => channels)).toEqual(kind.sounds.map(({ tones }) => tones.length))
    expect(sounds.every(({ channels, layout }) => layout.length === channels)).toBe(true)
    expect(sounds.map(({ title }) => title)).toEqual(kind.sounds.map(({ title }) => title ?? ''))
  })

  test.each([
    ['h264-422-10.mp4', 'H.264 High 4:2:2, 10 bit', ['AAC']],
    ['h264-ac3.mp4', 'H.264 High', ['Dolby Digital (AC-3)']],
    ['h264-eac3.mp4', 'H.264 High', ['Dolby Digital Plus (E-AC-3)']],
    ['h264-alac.mov', 'H.264 High', ['ALAC (Apple Lossless)']],
    ['h264-pcm24-drop.mov', 'H.264 High', ['PCM 24 bit']],
    ['h264-mp3.mp4', 'H.264 High', ['MP3']],
    ['prores-pcm.mov', 'ProRes 422 Proxy', ['PCM 16 bit']],
    ['hevc-aac.mp4', 'HEVC (H.265) Main', ['AAC']],
    ['dnxhr-pcm.mxf', 'DNxHR (VC-3)', ['PCM 16 bit']],
    ['mpeg4-aac.mp4', 'MPEG-4 Part 2', ['AAC']],
    ['mjpeg-pcm.mov', 'Motion JPEG', ['PCM 16 bit']],
    ['mpeg2-mp2.mpg', 'MPEG-2', ['MPEG Layer II (MP2)']],
    ['vp9-opus.webm', 'VP9', ['Opus']],
    ['sound.aiff', undefined, ['PCM 16 bit']],
  ])('%s is named as people say it', async (file, picture, sounds) => {
    const facts = await probed(file)
    expect(facts.picture?.codecName).toBe(picture)
    expect(facts.sounds.map(({ codecName }) => codecName)).toEqual(sounds)
  })

  test.each([
    ['h264-aac51.mp4', ['L', 'R', 'C', 'LFE', 'Ls', 'Rs']],
    ['h264-ac3-51.mp4', ['L', 'R', 'C', 'LFE', 'Ls', 'Rs']],
    ['surround.wav', ['L', 'R', 'C', 'LFE', 'Lb', 'Rb']],
    ['sound.wav', ['C']],
    ['xdcam.mxf', ['1']],
  ])('%s names its channels in the order in which they are decoded', async (file, layout) => {
    expect((await probed(file)).sounds[0]?.layout).toEqual(layout)
  })

  test('languages are told in words', async () => {
    const { sounds } = await probed('two-languages.mp4')
    expect(sounds.map(({ language }) => language)).toEqual(['English', 'French'])
    expect((await probed('h264-aac.mp4')).sounds[0]?.language).toBe('')
  })

  test('Broadcast Wave alone says where it begins', async () => {
    const [wave] = kinds.filter(({ timeReference }) => timeReference !== undefined)
    expect((await probed(wave?.file ?? '')).timeReference).toEqual({
      samples: wave?.timeReference,
      sampleRate: 48_000,
    })
    expect((await probed('sound.wav')).timeReference).toBeNull()
    expect((await probed('h264-aac.mp4')).timeReference).toBeNull()
  })

  test('what cannot be sought exactly is known', { timeout: 60_000 }, async () => {
    const inexact: string[] = []
    for (const { file, picture } of kinds) {
      const facts = picture ? await probed(file) : null
      if (facts?.isInexact) inexact.push(file)
    }
    const inMatroska = kinds.filter(
      ({ container, picture }) => container === 'Matroska' && picture?.codec === 'H.264',
    )
    expect(inexact.toSorted()).toEqual(
      [...inMatroska.map(({ file }) => file), 'h264-no-edit-list.mp4'].toSorted(),
    )
  })
})
