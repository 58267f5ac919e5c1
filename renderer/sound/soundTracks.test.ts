import { expect, it } from 'vitest'
import type { OpenedFilm, PreparedFilm } from '../../shared/ipc/film.ts'
import type { Reel } from '../../shared/model/production.ts'
import { frames } from '../../shared/time/frames.ts'
import { filmTracks, stemTracks } from './soundTracks.ts'

const rate = { num: 24, den: 1, dropFrame: false }
const sound = {
  ...{ index: 0, codec: 'AAC LC', codecName: 'AAC', channels: 2, layout: ['L', 'R'] },
  ...{ sampleRate: 48_000, language: '', title: '' },
}
const copy = { url: 'media://film/2', soundCount: 1 } as PreparedFilm

function film(hasBrokenIndex: boolean, prepared: PreparedFilm | null = null): OpenedFilm {
  const addresses = { url: 'media://film/1', decodedUrl: 'media://decoded/1' }
  const damage = hasBrokenIndex ? { hasBrokenIndex } : {}
  return { ...addresses, name: 'a.mp4', sounds: [sound], prepared, ...damage } as unknown as OpenedFilm
}

const reel = {
  programme: { start: frames(0), end: frames(240) },
  media: null,
  stems: [{ path: '/mx.wav', identity: '', label: 'MX', start: { samples: 0, sampleRate: 48_000 } }],
} as unknown as Reel

it('of a film whose index leads nowhere are none, until a copy stands in for it', () => {
  expect(filmTracks(film(false)).map(({ place }) => place.url)).toEqual(['media://film/1'])
  expect(filmTracks(film(true))).toEqual([])
  expect(filmTracks(film(true, copy)).map(({ place }) => place.url)).toEqual(['media://film/2'])
})

it('of a stem whose index leads nowhere are none', () => {
  const tracks = (file: OpenedFilm) => stemTracks(reel, new Map([['/mx.wav', file]]), rate, 0)
  expect(tracks(film(false))).toHaveLength(1)
  expect(tracks(film(true))).toEqual([])
})
