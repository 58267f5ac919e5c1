import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { aiffToWav } from './aiffToWav.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'aiff-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const hasFfmpeg = spawnSync('ffmpeg', ['-version']).status === 0

/** An AIFF file of given samples, with a chunk of odd length before them. */
function aiff(options: {
  bits: number
  channels: number
  type?: string
  samples: Buffer
  declared?: number
}): string {
  const { bits, channels, type, samples } = options
  const common = Buffer.alloc(type ? 24 : 18)
  common.writeUInt16BE(channels, 0)
  common.writeUInt32BE(samples.length / channels / Math.ceil(bits / 8), 2)
  common.writeUInt16BE(bits, 6)
  Buffer.from('400ebb80000000000000', 'hex').copy(common, 8)
  if (type) common.write(`${type}\0\0`, 18, 'latin1')
  const sound = Buffer.concat([Buffer.alloc(8), samples])
  const body = Buffer.concat([
    Buffer.from(type ? 'AIFC' : 'AIFF'),
    chunk('NAME', Buffer.from('odd')),
    chunk('COMM', common),
    chunk('SSND', sound, options.declared),
  ])
  const file = path.join(folder, `${type ?? 'plain'}-${bits}-${channels}.aiff`)
  writeFileSync(file, chunk('FORM', body))
  return file
}

function chunk(name: string, body: Buffer, declared = body.length): Buffer {
  const head = Buffer.alloc(8)
  head.write(name, 0, 'latin1')
  head.writeUInt32BE(declared, 4)
  return Buffer.concat([head, body, Buffer.alloc(body.length % 2)])
}

async function converted(file: string, longestPlain?: number): Promise<Buffer> {
  const target = `${file}.wav`
  await aiffToWav(file, target, () => {}, longestPlain)
  return readFileSync(target)
}

describe('AIFF as WAV', () => {
  it('turns 16-bit samples round and says what they are', async () => {
    const wav = await converted(
      aiff({ bits: 16, channels: 2, samples: Buffer.from('0102030405060708', 'hex') }),
    )
    expect(wav.subarray(0, 4).toString()).toBe('RIFF')
    expect(wav.readUInt32LE(4)).toBe(wav.length - 8)
    expect([wav.readUInt16LE(20), wav.readUInt16LE(22), wav.readUInt32LE(24), wav.readUInt16LE(34)]).toEqual([
      1, 2, 48_000, 16,
    ])
    expect(wav.subarray(44).toString('hex')).toBe('0201040306050807')
  })

  it.each([
    ['NONE', 24, '010203040506', '030201060504'],
    ['in24', 24, '010203040506', '030201060504'],
    ['sowt', 16, '01020304', '01020304'],
    ['fl32', 32, '3f000000', '0000003f'],
    ['fl64', 64, '3fe0000000000000', '000000000000e03f'],
    ['raw ', 8, '0180', '0180'],
    ['NONE', 8, '0180', '8100'],
  ])('reads AIFF-C of type %s with %i bits', async (type, bits, samples, expected) => {
    const wav = await converted(aiff({ bits, channels: 1, type, samples: Buffer.from(samples, 'hex') }))
    expect(wav.subarray(44, 44 + samples.length / 2).toString('hex')).toBe(expected)
    expect(wav.readUInt16LE(20)).toBe(type.startsWith('fl') ? 3 : 1)
  })

  it('takes what is there when a recorder was stopped before it wrote the length', async () => {
    const wav = await converted(
      aiff({ bits: 16, channels: 1, type: 'twos', samples: Buffer.from('01020304', 'hex'), declared: 0 }),
    )
    expect(wav.readUInt32LE(40)).toBe(4)
  })

  it('writes RF64 where a plain WAV could not say the length', async () => {
    const wav = await converted(aiff({ bits: 16, channels: 1, type: 'in32', samples: Buffer.alloc(16) }), 8)
    expect(wav.subarray(0, 4).toString()).toBe('RF64')
    expect(Number(wav.readBigUInt64LE(28))).toBe(16)
    expect(wav.length).toBe(80 + 16)
  })

  it('refuses compressed sound by its name', async () => {
    const file = aiff({ bits: 16, channels: 1, type: 'ima4', samples: Buffer.alloc(4) })
    await expect(converted(file)).rejects.toThrow('ima4')
  })

  it.skipIf(!hasFfmpeg).each([
    ['pcm_s16be', 'aiff'],
    ['pcm_s24be', 'aiff'],
    ['pcm_s32be', 'aiff'],
    ['pcm_s16le', 'aif'],
    ['pcm_f32be', 'aif'],
    ['pcm_f64be', 'aif'],
    ['pcm_s8', 'aif'],
  ])('holds the very samples that ffmpeg reads from %s', async (codec, extension) => {
    const file = path.join(folder, `${codec}.${extension}`)
    const noise = ['-f', 'lavfi', '-i', 'anoisesrc=d=1:r=44100:seed=7', '-ac', '2']
    execFileSync('ffmpeg', ['-v', 'error', '-y', ...noise, '-c:a', codec, '-f', 'aiff', file])
    await aiffToWav(file, `${file}.wav`, () => {})
    const samples = (name: string) =>
      execFileSync('ffmpeg', ['-v', 'error', '-i', name, '-f', 'f64le', '-'], { maxBuffer: 2 ** 26 })
    expect(samples(`${file}.wav`).equals(samples(file))).toBe(true)
  })
})
