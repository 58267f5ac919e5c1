import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { steadyRate } from '../../shared/media/filmPlan.ts'
import { countFrames } from './countFrames.ts'
import { Ffmpeg } from './ffmpeg.ts'
import { ffmpegPlaces } from './ffmpegPlaces.ts'
import { makeCopy } from './makeCopy.ts'
import { Stopped } from './prepareThread.ts'
import { probe } from './probe.ts'
import { secondsDone, undecodable } from './proxyArguments.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'ffmpeg-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const hasFfmpeg = spawnSync('ffmpeg', ['-version']).status === 0

function make(chosen: string | null = null): { ffmpeg: Ffmpeg; kept: { value: string | null } } {
  const kept = { value: chosen }
  const set = (file: string | null) => {
    kept.value = file
  }
  return { ffmpeg: new Ffmpeg({ get: () => kept.value, set }), kept }
}

/** A program of a few lines. */
function program(name: string, lines: string): string {
  const file = path.join(folder, name)
  writeFileSync(file, `#!/bin/sh\n${lines}\n`)
  chmodSync(file, 0o755)
  return file
}

function film(name: string, args: readonly string[]): string {
  const file = path.join(folder, name)
  const tone = ['-f', 'lavfi', '-i', 'sine=d=2:r=48000']
  const made = spawnSync('ffmpeg', [
    '-v',
    'error',
    '-y',
    '-f',
    'lavfi',
    '-i',
    'testsrc2=r=24000/1001:s=320x180:d=2',
    ...tone,
    ...args,
    `file:${file}`,
  ])
  expect(String(made.stderr)).toBe('')
  return file
}

describe('where ffmpeg is looked for', () => {
  it('is PATH first, then the usual folders; relative folders never', () => {
    const places = ffmpegPlaces({ platform: 'darwin', home: '/Users/e', env: { PATH: '/a:.:bin::/b' } })
    expect(places.slice(0, 3)).toEqual(['/a/ffmpeg', '/b/ffmpeg', '/opt/homebrew/bin/ffmpeg'])
    expect(places.every((place) => place.startsWith('/'))).toBe(true)
  })

  it('is found on Windows with its extension', () => {
    const env = { Path: '"C:\\Tools";D:\\bin', LOCALAPPDATA: 'C:\\Users\\e\\AppData\\Local' }
    const places = ffmpegPlaces({ platform: 'win32', home: 'C:\\Users\\e', env })
    expect(places).toContain('C:\\Tools\\ffmpeg.exe')
    expect(places).toContain('C:\\Users\\e\\AppData\\Local\\Microsoft\\WinGet\\Links\\ffmpeg.exe')
  })
})

describe.skipIf(process.platform === 'win32')('a program that the user chose', () => {
  it('is taken when it says that it is ffmpeg', async () => {
    const { ffmpeg, kept } = make()
    const file = program('mine', 'echo "ffmpeg version 9.9-mine Copyright"')
    expect(await ffmpeg.choose(file)).toEqual({
      ok: true,
      value: { path: file, version: '9.9-mine', isChosen: true },
    })
    expect(kept.value).toBe(file)
    expect((await ffmpeg.forget()).path).not.toBe(file)
  })

  it('is refused when it is another one, and what was chosen before stays', async () => {
    const { ffmpeg, kept } = make('/before')
    const refused = await ffmpeg.choose(program('other', 'echo other version 1'))
    expect(refused.ok).toBe(false)
    expect(kept.value).toBe('/before')
  })

  it('gives its last words when it fails', async () => {
    const { ffmpeg } = make(
      program(
        'failing',
        'case "$1" in -version) echo "ffmpeg version 1";; *) echo first >&2; echo "no such codec" >&2; exit 3;; esac',
      ),
    )
    const run = await ffmpeg.start(['-i', 'x'])
    expect(await run?.ended).toBe('first / no such codec')
  })

  it('ends with the app', async () => {
    const { ffmpeg } = make(
      program('endless', 'case "$1" in -version) echo "ffmpeg version 1";; *) exec sleep 60;; esac'),
    )
    const run = await ffmpeg.start([])
    ffmpeg.end()
    expect(await run?.ended).toContain('SIGKILL')
  })
})

describe('what ffmpeg reports', () => {
  it('tells the seconds that are done', () => {
    expect(secondsDone('frame=1\nout_time_us=500000\nprogress=continue\nout_time_us=1500000\n')).toBe(1.5)
    expect(secondsDone('out_time_us=N/A\n')).toBeNull()
  })

  it('tells which sound streams have no decoder', async () => {
    const probed = await probe(path.join(import.meta.dirname, '../../e2e/fixtures/films/leader-24.mp4'))
    if (!probed.ok) throw new Error(probed.problem.message)
    const words =
      'Decoding requested, but no decoder found for: none / Decoder (codec none) not found for input stream #0:1'
    expect(undecodable(words, probed.value)).toEqual([0])
    expect(undecodable('Conversion failed!', probed.value)).toEqual([])
  })
})

describe.skipIf(!hasFfmpeg)('a copy by ffmpeg', { timeout: 60_000 }, () => {
  const signal = () => new AbortController().signal

  it.each([
    ['p.mov', ['-c:v', 'prores_ks', '-profile:v', '0', '-c:a', 'pcm_s24le']],
    ['h.mkv', ['-c:v', 'libx265', '-x265-params', 'log-level=error', '-pix_fmt', 'yuv420p', '-c:a', 'ac3']],
    ['m.ts', ['-c:v', 'mpeg2video', '-c:a', 'mp2']],
    ['m.avi', ['-c:v', 'mpeg4', '-bf', '2', '-c:a', 'libmp3lame']],
    [
      'j.mov',
      ['-c:v', 'mjpeg', '-pix_fmt', 'yuvj422p', '-map', '0', '-map', '1', '-map', '1', '-c:a', 'pcm_s16le'],
    ],
    ['-i %d: weird.mov', ['-c:v', 'prores_ks', '-profile:v', '0', '-c:a', 'pcm_s16le']],
  ])('of %s has its frames, its rate and every sound stream', async (name, args) => {
    const source = film(name, args)
    const probed = await probe(source)
    if (!probed.ok) throw new Error(probed.problem.message)
    const target = path.join(folder, 'copy.part')
    const steps: number[] = []
    await makeCopy(
      make().ffmpeg,
      { remedy: 'proxy', facts: probed.value, source, target },
      (step) => steps.push(step),
      signal(),
    )
    expect(await countFrames(target)).toEqual({ frames: 48, sounds: probed.value.sounds.length })
    const copy = await probe(target)
    expect(copy).toMatchObject({
      value: {
        picture: { codec: 'AVC', rate: steadyRate(probed.value), isVariableRate: false },
        sounds: probed.value.sounds.map(() => ({ codec: 'AAC LC' })),
      },
    })
    expect(steps.at(-1)).toBeGreaterThan(0.9)
  })

  it('keeps a variable film in time, at a constant rate', async () => {
    const drop = "select='if(lt(t,1),1,not(mod(n,3)))'"
    const source = film('v.mp4', ['-vf', drop, '-fps_mode', 'vfr', '-c:v', 'libx264', '-pix_fmt', 'yuv420p'])
    const probed = await probe(source)
    if (!probed.ok || !probed.value.picture) throw new Error('no film')
    const facts = {
      ...probed.value,
      picture: { ...probed.value.picture, isVariableRate: true, rate: { num: 25, den: 1, dropFrame: false } },
    }
    const target = path.join(folder, 'steady.part')
    await makeCopy(make().ffmpeg, { remedy: 'proxy', facts, source, target }, () => {}, signal())
    const { frames } = await countFrames(target)
    expect(Math.abs(frames - 50)).toBeLessThanOrEqual(2)
    expect(await probe(target)).toMatchObject({ value: { picture: { isVariableRate: false } } })
  })

  it('is stopped at once', async () => {
    const source = film('long.mov', ['-c:v', 'prores_ks', '-profile:v', '0'])
    const probed = await probe(source)
    if (!probed.ok) throw new Error(probed.problem.message)
    const abort = new AbortController()
    const target = path.join(folder, 'stopped.part')
    const making = makeCopy(
      make().ffmpeg,
      { remedy: 'proxy', facts: probed.value, source, target },
      () => {},
      abort.signal,
    )
    abort.abort()
    await expect(making).rejects.toBeInstanceOf(Stopped)
  })

  it('of a sound file is WAV', async () => {
    mkdirSync(path.join(folder, 'sounds'), { recursive: true })
    const source = film('sounds/a.ac3', ['-map', '1', '-c:a', 'ac3'])
    const probed = await probe(source)
    if (!probed.ok) throw new Error(probed.problem.message)
    const target = path.join(folder, 'sounds/copy')
    await makeCopy(make().ffmpeg, { remedy: 'wav', facts: probed.value, source, target }, () => {}, signal())
    expect(readFileSync(target).subarray(0, 4).toString()).toBe('RIFF')
    expect(statSync(target).size).toBeGreaterThan(48_000 * 2 * 1.9)
  })
})
