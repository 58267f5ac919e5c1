import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Input, MP4, QTFF } from 'mediabunny'
import { describe, expect, it } from 'vitest'
import { filmPlan } from '../../shared/media/filmPlan.ts'
import { withFile } from './blockingFile.ts'
import { countFrames } from './countFrames.ts'
import { fileSource } from './fileSource.ts'
import { probe } from './probe.ts'
import { rewrap } from './rewrap.ts'
import { ticksPerSecond } from './ticksPerSecond.ts'

const folder = path.join(import.meta.dirname, '../../e2e/fixtures/films/kinds')

type Half = 'plays' | 'rewrapped' | 'decoded' | 'proxy' | 'said' | 'none'
type Kind = {
  readonly file: string
  readonly picture?: { readonly isVariableRate: boolean; readonly frames: number } | null
  readonly without: { readonly picture: Half; readonly sound: Half }
  readonly with: { readonly picture: Half; readonly sound: Half }
}
const { kinds } = JSON.parse(readFileSync(path.join(folder, 'kinds.json'), 'utf8')) as { kinds: Kind[] }

/** What a plan may say of a half of which the list of kinds says this. */
const said: Readonly<Record<Half, readonly string[]>> = {
  plays: ['plays'],
  decoded: ['decoded'],
  none: ['none'],
  said: ['missing', 'prepared'],
  proxy: ['prepared'],
  rewrapped: ['prepared', 'plays', 'decoded'],
}

describe('the plan for a film of a kind', { timeout: 30_000 }, () => {
  const steady = kinds.filter(({ picture }) => !picture?.isVariableRate)

  it.each(steady.map((kind) => [kind.file, kind] as const))('%s', async (file, kind) => {
    const probed = await probe(path.join(folder, file))
    if (!probed.ok) throw new Error(probed.problem.message)
    for (const ffmpeg of [false, true]) {
      const plan = filmPlan(probed.value, { hevc: false, ffmpeg })
      const expected = ffmpeg ? kind.with : kind.without
      expect(said[expected.picture]).toContain(plan.picture)
      expect(said[expected.sound]).toContain(plan.sound)
      expect(plan.startsByItself).toBe(expected.picture === 'rewrapped' || plan.remedies[0] === 'wav')
    }
  })

  it.each(kinds.filter(({ picture }) => picture?.isVariableRate).map(({ file }) => file))(
    '%s, which has no constant rate, is a proxy with ffmpeg and nothing without',
    async (file) => {
      const probed = await probe(path.join(folder, file))
      if (!probed.ok) throw new Error(probed.problem.message)
      expect(filmPlan(probed.value, { hevc: false, ffmpeg: true }).remedies).toEqual(['proxy'])
      expect(filmPlan(probed.value, { hevc: false, ffmpeg: false }).picture).toBe('missing')
    },
  )
})

describe('a rewrapped film', { timeout: 30_000 }, () => {
  const wrapped = kinds.filter(
    ({ without, picture }) => without.picture === 'rewrapped' && !picture?.isVariableRate,
  )

  it.each(wrapped.map((kind) => [kind.file, kind] as const))(
    'has every frame of %s, and its sound',
    async (file, kind) => {
      const source = path.join(folder, file)
      const scratch = mkdtempSync(path.join(os.tmpdir(), 'rewrap-'))
      const target = path.join(scratch, 'copy')
      try {
        const before = await probe(source)
        if (!before.ok || !before.value.picture) throw new Error('the film is not there')
        const { picture, sounds } = before.value
        await rewrap(source, target, picture.rate, () => {})
        const after = await probe(target)
        if (!after.ok) throw new Error(after.problem.message)
        expect(after.value.picture).toMatchObject({ rate: picture.rate, isVariableRate: false })
        expect(after.value.isInexact).toBe(false)
        const carried = sounds
          .filter(({ codec }) => codec !== 'Vorbis')
          .map(({ codec, channels }) => [codec, channels])
        expect(after.value.sounds.map(({ codec, channels }) => [codec, channels])).toEqual(carried)
        expect(await countFrames(target)).toEqual({ frames: kind.picture?.frames, sounds: carried.length })
        expect(await ticksOfPicture(target)).toBe(ticksPerSecond(picture.rate))
      } finally {
        rmSync(scratch, { recursive: true, force: true })
      }
    },
  )
})

/** Ticks a second of the clock of a film's picture. */
function ticksOfPicture(file: string): Promise<number | undefined> {
  return withFile(file, async (opened) => {
    const input = new Input({ source: fileSource(opened), formats: [MP4, QTFF] })
    return (await input.getPrimaryVideoTrack())?.getTimeResolution()
  })
}
