import { describe, expect, test } from 'vitest'
import type { NoteId, ReelId } from '../model/ids.ts'
import { frames } from '../time/frames.ts'
import { buildMarkerList } from './markerList.ts'
import { frameOf, soundDocument, span, withCueAt, withRecord } from './soundDocument.ts'

const media = {
  path: '/film.mov',
  startFrame: frameOf('09:59:50:00'),
  frameCount: frames(25 * 60 * 31),
}

/** The sound production with a second reel from 20:00:00:00, ten minutes long. */
function twoReels() {
  const sound = soundDocument()
  const second = { start: frameOf('20:00:00:00'), end: frameOf('20:10:00:00') }
  const reel = { ...sound.reels.r1, label: 'R2', order: 1, programme: second }
  return withRecord(sound, 'reels', 'r2', reel)
}

describe('markers of a production', () => {
  test('are its active cues in order, on the timecode of their reel', () => {
    const list = buildMarkerList(soundDocument())
    expect(list).toMatchObject({ title: 'Sound', start: frameOf('10:00:00:00'), length: 25 * 60 * 30 })
    expect(list.markers).toEqual([
      {
        frame: frameOf('10:01:00:00'),
        length: 1500,
        name: 'm01 First',
        note: 'Score; 01:00; Anna Writer',
        kind: 'score',
        colour: 'green',
        reel: 'R1',
      },
      {
        frame: frameOf('10:05:00:00'),
        length: 1500,
        name: 'm02 Second',
        note: 'Needle drop; 01:00; Anna Writer; The Players',
        kind: 'needleDrop',
        colour: 'red',
        reel: 'R1',
      },
    ])
    expect(list.leftOut).toEqual([])
  })

  test('leave cut and temporary cues out, and name those without a place', () => {
    let document = withCueAt(soundDocument(), 'cut', '10:07:00:00', '10:08:00:00', { state: 'cut' })
    document = withCueAt(document, 'temp', '10:07:00:00', '10:08:00:00', { state: 'temp' })
    document = withCueAt(document, 'back', '10:08:00:00', '10:07:00:00', { title: 'Back' })
    document = withCueAt(document, 'off', '11:08:00:00', '11:09:00:00', { title: 'Off' })
    const list = buildMarkerList(document)
    expect(list.markers.map(({ name }) => name)).toEqual(['m01 First', 'm02 Second'])
    expect(list.leftOut).toEqual([
      { name: 'back Back', why: 'backwards' },
      { name: 'off Off', why: 'outside' },
    ])
  })

  test('begin with the film where there is one, leader included', () => {
    const document = withRecord(soundDocument(), 'reels', 'r1', { media: media as never })
    expect(buildMarkerList(document)).toMatchObject({ start: media.startFrame, length: media.frameCount })
  })

  test('of several reels run on from the first one’s timecode, a cue over the change as one', () => {
    const over = { spans: [span('10:29:00:00', '10:30:00:00'), span('20:00:00:00', '20:00:10:00', 'r2')] }
    const document = withCueAt(twoReels(), 'over', '10:00:00:00', '10:01:00:00', { ...over, title: 'Over' })
    const list = buildMarkerList(document)
    expect(list.length).toBe(25 * 60 * 40)
    expect(list.markers.at(-1)).toMatchObject({
      name: 'over Over',
      frame: frameOf('10:29:00:00'),
      length: 25 * 70,
      reel: 'R1',
    })
    const second = buildMarkerList(document, { reel: 'r2' as ReelId })
    expect(second).toMatchObject({ title: 'Sound R2', start: frameOf('20:00:00:00'), length: 25 * 600 })
    expect(second.markers).toMatchObject([{ frame: frameOf('20:00:00:00'), length: 250, reel: 'R2' }])
  })

  test('take notes in as points', () => {
    const note = { id: 'n' as NoteId, reel: 'r1' as ReelId, frame: frameOf('10:03:00:00'), text: 'Hit\nhere' }
    const document = withRecord(soundDocument(), 'notes', 'n', note)
    const { markers } = buildMarkerList(document)
    expect(markers[1]).toMatchObject({ name: 'Hit here', length: 1, kind: 'note', colour: 'purple' })
  })

  test('of a production without reels are none', () => {
    expect(buildMarkerList({ ...soundDocument(), reels: {}, cues: {} })).toMatchObject({
      start: 0,
      length: 0,
      markers: [],
    })
  })
})
