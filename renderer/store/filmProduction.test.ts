import { describe, expect, test } from 'vitest'
import { checkDocument } from '../../shared/files/checkDocument.ts'
import type { OpenedFilm } from '../../shared/ipc/film.ts'
import type { Id } from '../../shared/model/ids.ts'
import type { FrameRate } from '../../shared/time/frameRate.ts'
import { frames } from '../../shared/time/frames.ts'
import { formatTimecode, parseTimecode } from '../../shared/time/timecode.ts'
import { productionForFilm } from './filmProduction.ts'

const pal: FrameRate = { num: 25, den: 1, dropFrame: false }
const dropFrame: FrameRate = { num: 30_000, den: 1001, dropFrame: true }
const makeId = <Table extends string>() => 'reel-1' as Id<Table>

function frameOf(label: string, rate: FrameRate) {
  const parsed = parseTimecode(label, rate)
  if (!parsed.ok) throw new Error(parsed.problem.message)
  return parsed.value
}

function film(start: string | null, frameCount: number, rate: FrameRate = pal): OpenedFilm {
  return {
    path: '/films/the_salt-road_R1.mov',
    name: 'the_salt-road_R1.mov',
    url: '',
    peaksUrl: '',
    identity: '1-a',
    container: 'MPEG-4',
    picture: {
      codec: 'AVC',
      codecName: 'H.264',
      width: 1920,
      height: 1080,
      rate,
      isVariableRate: false,
      frameCount: frames(frameCount),
      startFrame: start === null ? null : frameOf(start, rate),
    },
    sounds: [
      {
        ...{ index: 0, codec: 'AAC LC', codecName: 'AAC', channels: 2 },
        ...{ layout: ['L', 'R'], sampleRate: 48_000, language: '', title: '' },
      },
    ],
    durationSeconds: 60,
    size: 1,
    timeReference: null,
    isInexact: false,
    decodedUrl: '',
    prepared: null,
  }
}

function programmeOf(opened: OpenedFilm) {
  const { document, note } = productionForFilm(opened, makeId)
  expect(checkDocument(document)).toMatchObject({ ok: true })
  const [reel] = Object.values(document.reels)
  const { rate } = document.production
  if (!reel) throw new Error('there is no reel')
  const { start, end } = reel.programme
  return { start: formatTimecode(start, rate), end: formatTimecode(end, rate), note, document }
}

describe('productionForFilm', () => {
  test('the programme begins at the whole hour after a leader, and a note says so', () => {
    const { start, end, note } = programmeOf(film('00:59:52:00', 60 * 25))
    expect([start, end]).toEqual(['01:00:00:00', '01:00:52:00'])
    expect(note).toContain('01:00:00:00')
  })

  test('the hour is found by label at drop-frame rates as well', () => {
    expect(programmeOf(film('00:59:52;00', 900, dropFrame)).start).toBe('01:00:00;00')
  })

  test.each([
    ['begins on the hour', '01:00:00:00', 1500],
    ['ends before the hour', '00:59:52:00', 150],
    ['ends exactly at the hour', '00:59:52:00', 200],
    ['begins more than a minute before the hour', '00:58:59:24', 5000],
    ['begins in the middle of an hour', '10:20:30:00', 5000],
  ])('all of it is programme where the film %s', (_, start, count) => {
    const programme = programmeOf(film(start, count))
    expect([programme.start, programme.note]).toEqual([start, null])
  })

  test('a film without timecode begins at zero', () => {
    expect(programmeOf(film(null, 1500)).start).toBe('00:00:00:00')
  })

  test('sound alone makes a production of its length', () => {
    const { start, end, document } = programmeOf({ ...film(null, 0), picture: null })
    expect([start, end]).toEqual(['00:00:00:00', '00:01:00:00'])
    expect(Object.values(document.reels)[0]?.media).toMatchObject({ hasPicture: false, hasSound: true })
  })

  test('the title is the file name as words', () => {
    expect(programmeOf(film(null, 10)).document.production).toMatchObject({
      title: 'the salt road R1',
      cutName: 'the_salt-road_R1.mov',
    })
  })
})

describe('a film without a constant rate', () => {
  const opened = film(null, 10)
  const variable = { ...opened, picture: opened.picture && { ...opened.picture, isVariableRate: true } }
  const mean = { num: 29_900, den: 1000, dropFrame: false }
  const phone = { ...variable, picture: variable.picture && { ...variable.picture, rate: mean } }

  test('is spotted at the nearest rate that is offered, over its whole length', () => {
    const { document } = productionForFilm(phone, makeId)
    expect(document.production.rate).toEqual({ num: 30_000, den: 1001, dropFrame: false })
    expect(Object.values(document.reels)[0]?.media?.frameCount).toBe(1798)
  })

  test('has the frames of its copy as soon as that is there', () => {
    const rate = { num: 30_000, den: 1001, dropFrame: false }
    const prepared: OpenedFilm['prepared'] = {
      ...{ kind: 'proxy', name: 'x', url: 'u', width: 960, height: 540, rate },
      ...{ frameCount: frames(1801), soundCount: 1 },
    }
    const { document } = productionForFilm({ ...phone, prepared }, makeId)
    expect(Object.values(document.reels)[0]?.media?.frameCount).toBe(1801)
  })
})
