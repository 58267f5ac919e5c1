import { describe, expect, test } from 'vitest'
import type { OpenedFilm } from '../../shared/ipc/film.ts'
import type { FilmSound } from '../../shared/media/filmFacts.ts'
import { frames } from '../../shared/time/frames.ts'
import {
  filmLine,
  layoutText,
  leftText,
  lengthText,
  pictureFate,
  preparingText,
  rateText,
  sizeText,
  startText,
  streamFate,
} from './filmWords.ts'

const ntsc = { num: 30_000, den: 1001, dropFrame: true }
const dialogue: FilmSound = {
  index: 0,
  codec: 'AC-3',
  codecName: 'Dolby Digital (AC-3)',
  channels: 6,
  layout: ['L', 'R', 'C', 'LFE', 'Ls', 'Rs'],
  sampleRate: 48_000,
  language: 'English',
  title: 'DX',
}
const film: OpenedFilm = {
  path: '/r1.mov',
  name: 'r1.mov',
  url: '',
  peaksUrl: '',
  decodedUrl: '',
  identity: '',
  prepared: null,
  container: 'QuickTime',
  size: 1_534_000_000,
  picture: {
    codec: 'AVC',
    codecName: 'H.264 High, 8 bit',
    width: 1920,
    height: 1080,
    rate: ntsc,
    isVariableRate: false,
    frameCount: frames(107_892),
    startFrame: frames(107_892),
  },
  sounds: [dialogue, { ...dialogue, index: 1 }],
  durationSeconds: 3600,
  timeReference: null,
  isInexact: false,
}

describe('a film in words', () => {
  test('is one line that names codec, size, rate, start and sound', () => {
    expect(filmLine(film)).toBe(
      'H.264 High · 1920 × 1080 · 29.97 drop fps · from 01:00:00;00 · Dolby Digital (AC-3) 5.1 and 1 more',
    )
    expect(filmLine({ ...film, picture: null, sounds: [], container: 'Wave' })).toBe('Wave · no sound')
  })

  test('tells the exact fraction of a rate that is none in whole frames', () => {
    expect(rateText(ntsc)).toBe('29.97 drop fps (30000/1001)')
    expect(rateText({ num: 25, den: 1, dropFrame: false })).toBe('25 fps')
  })

  test('tells how many frames it has and where they begin', () => {
    expect(lengthText(film)).toBe('107,892 frames, 1:00:00')
    expect(startText(film)).toBe('01:00:00;00')
    expect(startText({ ...film, picture: null })).toBe('None in the file')
    const timeReference = { samples: 172_800_000, sampleRate: 48_000 }
    expect(startText({ ...film, picture: null, timeReference })).toBe(
      '172800000 samples after midnight (Broadcast Wave)',
    )
  })

  test.each([
    [{ channels: 1, layout: ['C'] }, 'mono'],
    [{ channels: 2, layout: ['L', 'R'] }, 'stereo'],
    [{ channels: 6, layout: ['L', 'R', 'C', 'LFE', 'Ls', 'Rs'] }, '5.1'],
    [{ channels: 4, layout: ['1', '2', '3', '4'] }, '4 channels'],
  ])('names a layout: %j', (sound, name) => {
    expect(layoutText(sound)).toBe(name)
  })

  test.each([
    [0, '0 bytes'],
    [999, '999 bytes'],
    [5_447_248, '5.45 MB'],
    [20_100_000_000, '20.1 GB'],
  ])('shows %d bytes as %s', (bytes, text) => {
    expect(sizeText(bytes)).toBe(text)
  })
})

describe('what becomes of a film', () => {
  const plan = { picture: 'prepared', sound: 'plays', remedies: ['proxy'], startsByItself: false } as const
  const copy = {
    name: 'p.mp4',
    url: '',
    width: 960,
    height: 540,
    rate: ntsc,
    frameCount: frames(1),
    soundCount: 1,
  }

  test('is said with a sign, before and after its copy is there', () => {
    expect(pictureFate(plan, null)).toEqual({ sign: '◐', text: 'Shown once a copy is made' })
    expect(pictureFate({ ...plan, picture: 'missing' }, null).sign).toBe('✕')
    expect(pictureFate(plan, { ...copy, kind: 'proxy' }).text).toBe('Shown from a proxy of 960 × 540')
    expect(pictureFate(plan, { ...copy, kind: 'own' }).text).toBe('Shown from your proxy p.mp4, 960 × 540')
  })

  test('of a sound stream counts the streams that the copy has', () => {
    expect(streamFate('missing', 0, { ...copy, kind: 'proxy' }).sign).toBe('✓')
    expect(streamFate('missing', 1, { ...copy, kind: 'proxy' }).sign).toBe('✕')
    expect(streamFate('decoded', 0, null).text).toBe('Decoded by Needledrop')
  })
})

describe('a preparation', () => {
  test('says how far it is and how long it will take still', () => {
    const preparing = { path: '', remedy: 'proxy', fraction: 0.4567, secondsLeft: 95 } as const
    expect(preparingText(preparing)).toBe('Making a proxy: 45 %, 2 min left')
    expect(preparingText({ ...preparing, remedy: 'rewrap', secondsLeft: null })).toBe('Rewrapping: 45 %')
  })

  test.each([
    [0.2, '1 s'],
    [59, '59 s'],
    [61, '1 min'],
    [3601, '1 h 0 min'],
  ])('%d seconds are %s', (seconds, text) => {
    expect(leftText(seconds)).toBe(text)
  })
})
