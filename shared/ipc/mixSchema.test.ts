import { expect, test } from 'vitest'
import { mixSchema, plainMix } from './mixSchema.ts'

const track = { isMuted: true, isSolo: false, level: -6.5, channels: ['on', 'muted', 'solo'] }

test('a mix with levels, mutes and solos is one', () => {
  const mix = { ...plainMix, stream: 3, level: 12, tracks: { 'stream 1': track, 'stem DX': track } }
  expect(mixSchema.parse(mix)).toEqual(mix)
})

test.each([
  ['a level beyond the range', { ...plainMix, level: 12.5 }],
  ['a level that is no number', { ...plainMix, level: Number.NaN }],
  ['a stream that is none', { ...plainMix, stream: -1 }],
  ['an unknown field', { ...plainMix, path: '/etc/passwd' }],
  ['a channel in an unknown state', { ...plainMix, tracks: { a: { ...track, channels: ['off'] } } }],
  ['a key without an end', { ...plainMix, tracks: { ['x'.repeat(301)]: track } }],
  [
    'more tracks than a film can have',
    {
      ...plainMix,
      tracks: Object.fromEntries(Array.from({ length: 501 }, (_, index) => [`stem ${index}`, track])),
    },
  ],
])('%s is refused', (_, mix) => {
  expect(mixSchema.safeParse(mix).success).toBe(false)
})
