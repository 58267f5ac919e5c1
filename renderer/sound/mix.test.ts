import { describe, expect, test } from 'vitest'
import { type Mix, mixSchema, plainMix } from '../../shared/ipc/mixSchema.ts'
import { channelNames, downmix } from './downmix.ts'
import {
  decibels,
  gainOf,
  heardTracks,
  type MixedTrack,
  stemKeys,
  streamKey,
  trackMix,
  withSoloOf,
  withStream,
  withTrack,
} from './mix.ts'

const stream = (index: number): MixedTrack => ({ key: streamKey(index), stream: index })
const stem = (label: string): MixedTrack => ({ key: `stem ${label}`, stream: null })
const tracks = [stream(0), stream(1), stem('DX'), stem('MX')]
const heard = (mix: Mix) => heardTracks(mix, tracks).map(Number).join('')

describe('what is heard', () => {
  test('at first is the first stream and every stem', () => {
    expect(heard(plainMix)).toBe('1011')
  })

  test('of the streams is the chosen one, and stems and levels stay as they are', () => {
    const quiet = withTrack(plainMix, stream(1), { level: -9 })
    const second = withStream(withTrack(quiet, stem('DX'), { isMuted: true }), 1, tracks)
    expect(heard(second)).toBe('0101')
    expect(trackMix(second, stream(1)).level).toBe(-9)
    expect(heard(withStream(second, 0, tracks))).toBe('1001')
    expect(mixSchema.parse(second)).toEqual(second)
  })

  test('is what is soloed, even if it is muted, until the solo is taken back', () => {
    const muted = withTrack(plainMix, stem('MX'), { isMuted: true })
    const solo = withSoloOf(muted, 'stem MX', tracks)
    expect(heard(solo)).toBe('0001')
    expect(heard(withTrack(solo, stream(0), { isSolo: true }))).toBe('1001')
    expect(heard(withSoloOf(solo, 'stem DX', tracks))).toBe('0010')
    expect(heard(withSoloOf(solo, 'stem MX', tracks))).toBe('1010')
  })

  test('is remembered by the label of a stem, and two of one label are told apart', () => {
    expect(stemKeys(['DX', 'MX', 'DX', 'DX'])).toEqual(['stem DX', 'stem MX', 'stem DX 2', 'stem DX 3'])
    expect(trackMix(plainMix, { key: '__proto__', stream: null }).level).toBe(0)
  })
})

describe('the downmix', () => {
  const half = Math.SQRT1_2

  test('of 5.1 follows ITU-R BS.775, without the low-frequency effects', () => {
    expect(downmix(['L', 'R', 'C', 'LFE', 'Ls', 'Rs'], [])).toEqual([
      ...[
        [1, 0],
        [0, 1],
        [half, half],
        [0, 0],
        [half, 0],
        [0, half],
      ],
    ])
  })

  test('of one channel is the same on both sides, whatever it is called', () => {
    expect(downmix(channelNames(['C'], 1), [])).toEqual([[1, 1]])
    expect(downmix(channelNames([], 1), [])).toEqual([[1, 1]])
  })

  test('leaves out muted channels, and all but the soloed ones', () => {
    expect(downmix(['L', 'R'], ['muted'])).toEqual([
      [0, 0],
      [0, 1],
    ])
    expect(downmix(['L', 'R', 'C'], ['on', 'muted', 'solo'])).toEqual([
      [0, 0],
      [0, 0],
      [half, half],
    ])
  })

  test('knows the usual order of channels that a file does not name', () => {
    expect(channelNames(['1', '2', '3', '4', '5', '6'], 6)).toEqual(['L', 'R', 'C', 'LFE', 'Ls', 'Rs'])
    expect(channelNames([], 12)[11]).toBe('12')
    expect(downmix(channelNames([], 12), [])[11]).toEqual([half, half])
  })
})

test('levels are decibels, and the lowest is silence', () => {
  expect(gainOf(0)).toBe(1)
  expect(gainOf(-6)).toBeCloseTo(0.501, 3)
  expect(gainOf(-60)).toBe(0)
  expect(decibels(gainOf(-12.5))).toBeCloseTo(-12.5, 9)
  expect(decibels(0)).toBe(-120)
})
