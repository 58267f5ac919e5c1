import { describe, expect, test } from 'vitest'
import type { ProductionDocument } from '../model/document.ts'
import type { Reel } from '../model/production.ts'
import { done, refused } from './fixtures/run.ts'
import {
  at,
  countingIds,
  crossing,
  reel1,
  reel2,
  reel3,
  sampleDocument,
  score,
  typo,
} from './fixtures/sampleDocument.ts'
import { addNote, removeNotes, updateNote } from './noteEdits.ts'
import {
  addReel,
  attachMedia,
  attachProxy,
  moveReel,
  removeReel,
  setProgramme,
  setReelStart,
  updateReel,
} from './reelEdits.ts'
import { addSegment, removeSegments, updateSegment } from './segmentEdits.ts'

const reel = (document: ProductionDocument, id: string) => document.reels[id] as Reel
const range = (start: ReturnType<typeof at>, end: ReturnType<typeof at>) => ({ start, end })

describe('reels', () => {
  test('are added behind the others', () => {
    const after = done(addReel('Reel 4', range(at(4, 0, 8), at(4, 20, 0)), null, countingIds()))
    expect(reel(after, 'n1')).toEqual({
      id: 'n1',
      label: 'Reel 4',
      order: 4,
      programme: { start: at(4, 0, 8), end: at(4, 20, 0) },
      media: null,
      stems: [],
      pictureRate: null,
    })
    expect(refused(addReel('4', range(at(4, 0, 8), at(4, 0, 8)), null, countingIds())).found).toBe(
      '04:00:08:00 to 04:00:08:00',
    )
  })

  test('are moved in the running order', () => {
    const orders = (document: ProductionDocument) =>
      [reel1, reel2, reel3].map((id) => reel(document, id).order)
    expect(orders(done(moveReel(reel3, 0)))).toEqual([2, 3, 1])
    expect(orders(done(moveReel(reel1, 99)))).toEqual([3, 1, 2])
    expect(done(moveReel(reel2, 1))).toBe(sampleDocument)
  })

  test('are renamed, and removed only when nothing stands on them', () => {
    expect(reel(done(updateReel(reel1, { label: 'A' })), reel1).label).toBe('A')
    expect(refused(removeReel(reel1)).found).toBe('4 of them on it')
    expect(done(removeReel(reel3)).reels).not.toHaveProperty(reel3)
  })

  test('take a proxy that stands in for their film, and none without a film', () => {
    const proxy = { path: '/films/proxy.mp4', identity: '1-ab' }
    const attached = done(attachProxy(reel1, proxy))
    expect(reel(attached, reel1).media?.proxy).toEqual(proxy)
    expect(attachProxy(reel1, proxy).label).toBe('Attach proxy')
    expect(attachProxy(reel1, null).label).toBe('Detach proxy')
    const bare = done(attachMedia(reel1, null))
    expect(attachProxy(reel1, proxy).run(bare)).toMatchObject({ ok: false, problem: { found: 'none' } })
  })

  test('take media and a programme of their own', () => {
    expect(reel(done(attachMedia(reel1, null)), reel1).media).toBeNull()
    expect(attachMedia(reel1, null).label).toBe('Detach media')
    const programme = range(at(1, 0, 10), at(1, 19, 0))
    expect(reel(done(setProgramme(reel1, programme)), reel1).programme).toEqual(programme)
    expect(refused(setProgramme(reel1, range(at(1, 0, 10), at(1, 0, 9)))).message).toContain(
      'last frame of action',
    )
  })
})

describe('the start timecode of a reel', () => {
  const moved = done(setReelStart(reel2, at(12, 0, 0)))
  const hours = at(10, 0, 0)

  test('moves the file, the programme, segments, cues and notes together', () => {
    expect(reel(moved, reel2).media?.startFrame).toBe(at(12, 0, 0))
    expect(reel(moved, reel2).programme).toEqual(range(at(12, 0, 8), at(12, 20, 0)))
    expect(moved.cues[crossing]?.spans.map(({ start, end }) => [start, end])).toEqual([
      [at(1, 19, 30), at(1, 20, 0)],
      [at(12, 0, 8), at(12, 1, 0)],
    ])
    expect(moved.notes.k1?.frame).toBe(at(2, 3, 0) + hours)
    expect(moved.cues[score]).toBe(sampleDocument.cues[score])
    const first = done(setReelStart(reel1, at(11, 0, 0)))
    expect(first.segments.s1).toMatchObject(range(at(11, 0, 8), at(11, 20, 0)))
  })

  test('moves the stems by the same time, to the sample', () => {
    const stem = {
      ...{ path: '/films/mx.wav', identity: 'mx', label: 'MX' },
      start: { samples: 7200 * 48_000 + 5, sampleRate: 48_000 },
    }
    const document = {
      ...sampleDocument,
      reels: { ...sampleDocument.reels, [reel2]: { ...reel(sampleDocument, reel2), stems: [stem] } },
    }
    const after = reel(done(setReelStart(reel2, at(12, 0, 0)), document), reel2)
    expect(after.stems).toEqual([{ ...stem, start: { samples: 12 * 3600 * 48_000 + 5, sampleRate: 48_000 } }])
  })

  test('leaves an edge that cannot be read as it is', () => {
    expect(moved.cues[typo]?.spans[0]).toMatchObject({
      start: { unreadable: '02:61:00:00' },
      end: at(12, 5, 0),
    })
  })

  test('counts from the programme when there is no file', () => {
    const bare = done(attachMedia(reel2, null))
    expect(reel(done(setReelStart(reel2, at(2, 0, 0)), bare), reel2).programme.start).toBe(at(2, 0, 0))
  })

  test('is refused when something would come before timecode zero', () => {
    const early = done(addNote({ reel: reel1, frame: at(0, 59, 52) }, 'slate', countingIds()))
    expect(refused(setReelStart(reel1, at(0, 0, 0)), early).message).toBe(
      'The reel “Reel 1” cannot start that early.',
    )
    expect(done(setReelStart(reel1, at(0, 0, 8)), early).notes.n1?.frame).toBe(0)
  })
})

describe('notes', () => {
  test('are added, changed and removed', () => {
    const added = done(addNote({ reel: reel1, frame: at(1, 2, 0) }, 'Hit', countingIds()))
    expect(added.notes.n1).toEqual({ id: 'n1', reel: reel1, frame: at(1, 2, 0), text: 'Hit' })
    const changed = done(updateNote('n1' as never, { frame: at(1, 3, 0) }), added)
    expect(changed.notes.n1?.frame).toBe(at(1, 3, 0))
    expect(done(removeNotes(['n1' as never]), changed).notes).toEqual(sampleDocument.notes)
    expect(updateNote('n1' as never, { text: '' }).label).toBe('Change text')
  })

  test('are refused before timecode zero and on unknown reels', () => {
    expect(refused(addNote({ reel: reel1, frame: -1 as never }, '', countingIds())).message).toContain('zero')
    expect(refused(updateNote('k1' as never, { frame: -1 as never })).message).toContain('zero')
    expect(
      refused(addNote({ reel: 'gone' as never, frame: at(0, 0, 0) }, '', countingIds())).message,
    ).toContain('reel')
  })
})

test('segments are added, changed and removed, and end after they start', () => {
  const on = range(at(1, 5, 0), at(1, 6, 0))
  const added = done(addSegment(reel1, on, 'break', 'Break 1', countingIds()))
  expect(addSegment(reel1, on, 'break', '', countingIds()).label).toBe('Add break')
  expect(added.segments.n1).toEqual({ id: 'n1', reel: reel1, label: 'Break 1', kind: 'break', ...on })
  expect(done(updateSegment('n1' as never, { end: at(1, 7, 0) }), added).segments.n1?.end).toBe(at(1, 7, 0))
  expect(refused(updateSegment('n1' as never, { end: at(1, 5, 0) }), added).message).toContain('end after')
  expect(refused(addSegment(reel1, range(on.end, on.start), 'break', '', countingIds())).found).toContain(
    '01:06:00:00',
  )
  expect(done(removeSegments(['n1' as never]), added).segments).toEqual(sampleDocument.segments)
})
