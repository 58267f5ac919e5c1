import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Edit } from '../../shared/edits/edit.ts'
import { recordsOf } from '../../shared/model/document.ts'
import type { ReelId } from '../../shared/model/ids.ts'
import { blankDocument } from '../../shared/model/newProduction.ts'
import { frames } from '../../shared/time/frames.ts'
import { holdTime, KeyHolds } from '../player/keyHolds.ts'
import { MarkQueue } from '../player/markQueue.ts'
import { DocumentStore } from '../store/documentStore.ts'
import type { Session } from '../store/session.ts'
import { Store } from '../store/store.ts'
import { buildAxis } from '../timeline/axis.ts'
import { markIn, markOut } from './spotting.ts'
import { typeKey } from './typeMarks.ts'

const reel = 'R1' as ReelId
const empty = {
  ...blankDocument({ num: 24, den: 1, dropFrame: false }),
  reels: {
    [reel]: {
      ...{ id: reel, label: 'R1', order: 1, media: null, stems: [], pictureRate: null },
      programme: { start: frames(0), end: frames(5000) },
    },
  },
}

const allOff = {
  typeKeysMark: false,
  holdToMark: false,
  reactionIn: 0,
  reactionOut: 0,
  outIncludesShownFrame: false,
}

/** What marking needs of a session, with a film that is where the test says. */
class Desk {
  readonly documents = new DocumentStore(empty, () => {})
  readonly moment = new Store({ announcement: '', selection: [] as readonly string[], provisional: null })
  readonly problems: string[] = []
  readonly tagged: string[] = []
  readonly session: Session

  constructor(settings: Partial<typeof allOff>) {
    const work = new Store({ documents: this.documents })
    const playhead = {
      state: new Store({ speed: 1 }),
      playedFrom: { reel, frame: frames(0) } as { reel: ReelId; frame: number } | null,
      frame: 0,
      mark: () => ({ reel, frame: frames(playhead.frame), verified: true }),
    }
    const session = {
      work,
      playhead,
      moment: this.moment,
      marks: new MarkQueue(),
      holds: new KeyHolds(),
      settings: new Store({ ...allOff, ...settings }),
      timeline: { axis: new Store(buildAxis(empty)) },
      select: (selection: readonly string[]) => this.moment.patch({ selection }),
      say: () => {},
      apply: (edit: Edit) => {
        const result = this.documents.apply(edit)
        if (!result.ok) this.problems.push(result.problem.message)
        return result.ok
      },
    }
    this.session = session as unknown as Session
  }

  at(frame: number, speed = 1): this {
    Object.assign(this.session.playhead, { frame })
    this.session.playhead.state.patch({ speed })
    return this
  }

  key(type: 'score' | 'song') {
    return typeKey(type, () => void this.tagged.push(type))
  }

  down(type: 'score' | 'song'): this {
    this.key(type).press(this.session)
    return this
  }

  up(type: 'score' | 'song'): this {
    this.key(type).release(this.session)
    return this
  }

  tap(type: 'score' | 'song'): this {
    return this.down(type).up(type)
  }

  get cues() {
    return recordsOf(this.documents.document, 'cues').map(({ type, spans }) => [
      type,
      spans[0]?.start,
      spans[0]?.end,
    ])
  }

  get labels() {
    const { steps, position } = this.documents.state.value.history
    return [...steps.first(position)].map(({ label }) => label)
  }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())
const hold = () => vi.advanceTimersByTime(holdTime)

describe('a type key without the settings, or with the film at rest', () => {
  test('tags', () => {
    expect(new Desk({}).at(100).tap('score').tagged).toEqual(['score'])
    const resting = new Desk({ typeKeysMark: true, holdToMark: true }).at(100, 0).down('song')
    hold()
    expect([resting.up('song').tagged, resting.cues]).toEqual([['song'], []])
  })
})

describe('type keys that mark', () => {
  test('open a cue of their type and end it when pressed again', () => {
    const desk = new Desk({ typeKeysMark: true }).at(100).tap('score').at(150).tap('score')
    expect(desk.cues).toEqual([['score', 100, 150]])
    expect(desk.labels).toEqual(['Mark in', 'Mark out'])
    expect(desk.tagged).toEqual([])
  })

  test('open cues of two types over each other, and each ends its own', () => {
    const desk = new Desk({ typeKeysMark: true }).at(100).tap('score').at(120).tap('song')
    desk.at(150).tap('score').at(170).tap('song')
    expect(desk.cues).toEqual([
      ['score', 100, 150],
      ['song', 120, 170],
    ])
  })

  test('select the cue they open or end, so that Enter goes to its title', () => {
    const desk = new Desk({ typeKeysMark: true })
      .at(100)
      .tap('score')
      .at(120)
      .tap('song')
      .at(150)
      .tap('score')
    const score = recordsOf(desk.documents.document, 'cues').find(({ type }) => type === 'score')
    expect(desk.moment.value.selection).toEqual([score?.id])
  })

  test('leave O to end the cue that starts last, and I to end it and begin the next of its type', () => {
    const desk = new Desk({ typeKeysMark: true }).at(100).tap('score').at(120).tap('song')
    markIn(desk.at(140).session)
    markOut(desk.at(160).session)
    markOut(desk.at(180).session)
    expect(desk.cues).toEqual([
      ['score', 100, 180],
      ['song', 120, 140],
      ['song', 140, 160],
    ])
  })

  test('mark backwards too, but no out at or before the in', () => {
    const desk = new Desk({ typeKeysMark: true }).at(100, -1).tap('score').at(90, -1).tap('score')
    expect([desk.cues, desk.problems]).toEqual([[['score', 100, null]], ['Out must be after in.']])
  })

  test('end a cue after the shown frame where O includes it', () => {
    const desk = new Desk({ typeKeysMark: true, outIncludesShownFrame: true })
    expect(desk.at(100).tap('song').at(110).tap('song').cues).toEqual([['song', 100, 111]])
  })
})

describe('type keys that are held', () => {
  test('mark from the frame shown as they went down to the one shown as they are let go', () => {
    const desk = new Desk({ holdToMark: true }).at(100).down('score').at(108)
    expect(desk.cues).toEqual([])
    hold()
    expect(desk.cues).toEqual([['score', 100, null]])
    expect(desk.at(140).up('score').cues).toEqual([['score', 100, 140]])
    expect(desk.labels).toEqual(['Mark in', 'Mark out'])
    expect(desk.tagged).toEqual([])
  })

  test('tag when they are only tapped', () => {
    const desk = new Desk({ holdToMark: true }).at(100).tap('score')
    hold()
    expect([desk.tagged, desk.cues]).toEqual([['score'], []])
  })

  test('make one cue however often the key repeats', () => {
    const desk = new Desk({ holdToMark: true }).at(100)
    for (let repeat = 0; repeat < 20; repeat++) {
      desk.at(100 + repeat).down('score')
      vi.advanceTimersByTime(50)
    }
    expect(desk.at(160).up('score').up('score').cues).toEqual([['score', 100, 160]])
  })

  test('mark with two keys at once', () => {
    const desk = new Desk({ holdToMark: true }).at(100).down('score').at(110).down('song')
    hold()
    desk.at(150).up('score').at(160).up('song')
    expect(desk.cues).toEqual([
      ['score', 100, 150],
      ['song', 110, 160],
    ])
  })

  test('leave nothing behind when they are dropped, not even in the history', () => {
    const desk = new Desk({ holdToMark: true, reactionIn: 200 }).at(100).down('score')
    hold()
    desk.session.holds.drop()
    expect([desk.at(150).up('score').cues, desk.labels]).toEqual([[], []])
  })

  test('are dropped with an edit of its own where others came after', () => {
    const desk = new Desk({ holdToMark: true }).at(100).down('score').at(110).down('song')
    hold()
    desk.at(150).up('song')
    desk.session.holds.drop()
    expect(desk.cues).toEqual([['song', 110, 150]])
    expect(desk.labels.at(-1)).toMatch(/^Remove/)
  })

  test('end nothing that O has ended already', () => {
    const desk = new Desk({ holdToMark: true }).at(100).down('score')
    hold()
    markOut(desk.at(130).session)
    expect(desk.at(150).up('score').cues).toEqual([['score', 100, 130]])
  })

  test('beside toggling, a tap leaves the cue open, a hold ends it, and a key that ends does no more', () => {
    const both = { typeKeysMark: true, holdToMark: true }
    const held = new Desk(both).at(100).down('score')
    expect(held.cues).toEqual([['score', 100, null]])
    hold()
    expect(held.at(140).up('score').cues).toEqual([['score', 100, 140]])
    const tapped = new Desk(both).at(100).tap('score').at(150).down('score')
    hold()
    expect(tapped.at(170).up('score').cues).toEqual([['score', 100, 150]])
  })
})

describe('reaction time', () => {
  test('shifts ins and outs apart from marking them', () => {
    const desk = new Desk({ reactionIn: 200, reactionOut: 125 })
    markIn(desk.at(100).session)
    markOut(desk.at(200).session)
    expect(desk.cues).toEqual([['other', 95, 197]])
    expect(desk.labels).toEqual([
      'Mark in',
      'Shift the mark by 5 frames for reaction time',
      'Mark out',
      'Shift the mark by 3 frames for reaction time',
    ])
    desk.documents.undo()
    expect(desk.cues).toEqual([['other', 95, 200]])
    for (let left = 0; left < 2; left++) desk.documents.undo()
    expect(desk.cues).toEqual([['other', 100, null]])
    desk.documents.undo()
    expect(desk.documents.document).toEqual(empty)
  })

  test('shifts both edges of a segue as ins', () => {
    const desk = new Desk({ reactionIn: 200, reactionOut: 125 })
    markIn(desk.at(100).session)
    markIn(desk.at(200).session)
    expect(desk.cues).toEqual([
      ['other', 95, 195],
      ['other', 195, null],
    ])
  })

  test('grows with the speed and is none backwards or at rest', () => {
    const startAt = (speed: number) => {
      const desk = new Desk({ reactionIn: 200 })
      markIn(desk.at(100, speed).session)
      return desk.cues[0]?.[1]
    }
    expect([1, 2, 0.5, 0, -1].map(startAt)).toEqual([95, 90, 98, 100, 100])
  })

  test('goes no further back than the film has been played', () => {
    const desk = new Desk({ reactionIn: 200 }).at(100)
    Object.assign(desk.session.playhead, { playedFrom: { reel, frame: 98 } })
    markIn(desk.session)
    expect([desk.cues, desk.labels.at(-1)]).toEqual([
      [['other', 98, null]],
      'Shift the mark by 2 frames for reaction time',
    ])
  })

  test('counts for keys that toggle and keys that are held', () => {
    const desk = new Desk({ typeKeysMark: true, holdToMark: true, reactionIn: 200, reactionOut: 200 })
    desk.at(100).tap('song').at(150).tap('song').at(200).down('score')
    hold()
    expect(desk.at(250).up('score').cues).toEqual([
      ['song', 95, 145],
      ['score', 195, 245],
    ])
  })

  test('is said with the mark', () => {
    const desk = new Desk({ reactionIn: 200 })
    markIn(desk.at(100).session)
    expect(desk.moment.value.announcement).toBe('In 00:00:04:04, 5 frames earlier')
  })
})
