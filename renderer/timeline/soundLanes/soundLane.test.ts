import { describe, expect, it } from 'vitest'
import type { OpenedFilm } from '../../../shared/ipc/film.ts'
import { plainMix } from '../../../shared/ipc/mixSchema.ts'
import type { ProductionDocument } from '../../../shared/model/document.ts'
import type { ReelId } from '../../../shared/model/ids.ts'
import { blankDocument } from '../../../shared/model/newProduction.ts'
import type { Reel } from '../../../shared/model/production.ts'
import { frames } from '../../../shared/time/frames.ts'
import { withTrack } from '../../sound/mix.ts'
import { placeAfter } from './laneKeys.ts'
import { pixelsUnder } from './lanePieces.ts'
import { shownLane, soundLanes } from './soundLane.ts'

const rate = { num: 25, den: 1, dropFrame: false } as const

function reel(order: number, stems: readonly string[]): Reel {
  const media = {
    path: `${order}.mp4`,
    identity: '',
    startFrame: frames(order * 90_000),
    frameCount: frames(250),
    hasPicture: true,
    hasSound: true,
    proxy: null,
  }
  const programme = { start: frames(order * 90_000), end: frames(order * 90_000 + 250) }
  const samples = order * 3600 * 48_000 + 24_000
  return {
    id: `R${order}` as ReelId,
    label: `R${order}`,
    order,
    programme,
    media,
    pictureRate: null,
    stems: stems.map((label) => ({
      path: `${label}${order}.wav`,
      identity: '',
      label,
      start: { samples, sampleRate: 48_000 },
    })),
  }
}

function documentOf(...reels: readonly Reel[]): ProductionDocument {
  return { ...blankDocument(rate), reels: Object.fromEntries(reels.map((each) => [each.id, each])) }
}

function fileOf(path: string, titles: readonly string[]): OpenedFilm {
  const sounds = titles.map((title, index) => ({
    index,
    title,
    language: '',
    layout: [],
    channels: 2,
    sampleRate: 48_000,
    codecName: 'PCM',
  }))
  return { path, name: path, url: `media://${path}`, sounds, durationSeconds: 10, prepared: null } as never
}

const filesOf = (...files: readonly OpenedFilm[]) => new Map(files.map((file) => [file.path, file]))

describe('the lanes of a production', () => {
  const document = documentOf(reel(2, ['MX']), reel(1, ['DX', 'MX']))
  const films = filesOf(fileOf('1.mp4', ['Mix', 'M+E']), fileOf('2.mp4', ['Mix']))
  const stems = filesOf(fileOf('MX1.wav', ['']), fileOf('MX2.wav', ['']))

  it('are the streams of its films, then its stems by name, through all reels', () => {
    const lanes = soundLanes(document, films, stems)
    expect(lanes.map(({ name, parts }) => [name, [...parts.keys()]])).toEqual([
      ['Mix', ['R1', 'R2']],
      ['M+E', ['R1']],
      ['DX', ['R1']],
      ['MX', ['R1', 'R2']],
    ])
  })

  it('have room for the sound of a film that is not open yet', () => {
    const [sound] = soundLanes(document, filesOf(fileOf('2.mp4', ['Mix'])), new Map())
    expect([sound?.name, [...(sound?.parts.keys() ?? [])]]).toEqual(['Mix', ['R1', 'R2']])
    expect(sound?.parts.get('R1' as ReelId)).toMatchObject({ place: null, columns: 10_000 })
  })

  it('place a stem by its start, and know no length of one that is not open', () => {
    const [, , dx, mx] = soundLanes(document, films, stems)
    expect(mx?.parts.get('R2' as ReelId)).toMatchObject({
      path: 'MX2.wav',
      secondAtOrigin: -0.5,
      columns: 10_000,
    })
    expect(dx?.parts.get('R1' as ReelId)).toMatchObject({ columns: null, place: null })
  })

  it('name the one that is listened to: soloed alone, else the chosen stream', () => {
    const lanes = soundLanes(document, films, stems)
    const [mix, me, , mx] = lanes
    if (!mix || !me || !mx) throw new Error('lanes are missing')
    expect(shownLane(lanes, plainMix)).toBe(mix)
    expect(shownLane(lanes, { ...plainMix, stream: 1 })).toBe(me)
    const solo = withTrack(plainMix, mx, { isSolo: true })
    expect(shownLane(lanes, solo)).toBe(mx)
    expect(shownLane(lanes, withTrack(solo, me, { isSolo: true }))).toBe(mix)
  })
})

describe('where a lane has sound', () => {
  const window = { firstPixel: 10, pixelCount: 100, columnsPerPixel: 5, originColumn: 0 }
  it('is within its length, and everywhere while that is not known', () => {
    expect(pixelsUnder(window, 300)).toEqual([0, 50])
    expect(pixelsUnder({ ...window, originColumn: -200 }, 300)).toEqual([30, 90])
    expect(pixelsUnder(window, null)).toEqual([0, 100])
  })
})

describe('the keys of the lanes', () => {
  it('go from lane to lane and between solo and mute, and stop at the ends', () => {
    const at = { lane: 1, side: 0 } as const
    expect(placeAfter(at, 'ArrowDown', 3)).toEqual({ lane: 2, side: 0 })
    expect(placeAfter({ lane: 2, side: 1 }, 'ArrowDown', 3)).toEqual({ lane: 2, side: 1 })
    expect(placeAfter(at, 'ArrowUp', 3)).toEqual({ lane: 0, side: 0 })
    expect(placeAfter(at, 'End', 3)).toEqual({ lane: 2, side: 0 })
    expect(placeAfter(at, 'ArrowRight', 3)).toEqual({ lane: 1, side: 1 })
    expect(placeAfter(at, 'x', 3)).toBeNull()
  })
})
