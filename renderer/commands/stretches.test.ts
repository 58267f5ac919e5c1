import { beforeEach, describe, expect, test } from 'vitest'
import { addCue, openCue } from '../../shared/edits/cueMarkEdits.ts'
import { nudgeCues } from '../../shared/edits/cueMoveEdits.ts'
import type { CueId, ReelId } from '../../shared/model/ids.ts'
import { blankDocument } from '../../shared/model/newProduction.ts'
import { frames } from '../../shared/time/frames.ts'
import type { Stretch } from '../player/playhead.ts'
import { DocumentStore } from '../store/documentStore.ts'
import type { Session } from '../store/session.ts'
import { Store } from '../store/store.ts'
import { buildAxis } from '../timeline/axis.ts'
import { loopCue, loopHead, loopTail } from './stretches.ts'

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
const at = (frame: number) => ({ reel, frame: frames(frame) })
const [one, two, open] = ['c1', 'c2', 'c3'] as CueId[] as [CueId, CueId, CueId]

describe('loops', () => {
  let documents: DocumentStore
  let moment: Store<{ readonly selection: readonly CueId[]; readonly edge: 'both' }>
  let played: Stretch | 'left' | null
  let said: string[]
  let run: Store<string>
  let session: Session
  beforeEach(() => {
    documents = new DocumentStore(empty, () => {})
    documents.apply(addCue(at(1000), at(2000), () => one as never))
    documents.apply(addCue(at(1500), at(3000), () => two as never))
    documents.apply(openCue(at(4000), () => open as never))
    moment = new Store({ selection: [one] as readonly CueId[], edge: 'both' as const })
    played = null
    said = []
    run = new Store('free')
    const playhead = {
      run,
      playStretch: (stretch: Stretch) => {
        run.set(stretch.kind)
        played = stretch
      },
      leaveStretch: () => {
        played = 'left'
      },
    }
    session = {
      ...{ playhead, moment, work: new Store({ documents }) },
      settings: new Store({ preRoll: '1 s', postRoll: '3 s' }),
      timeline: { axis: new Store(buildAxis(empty)) },
      say: (text: string) => void said.push(text),
    } as unknown as Session
  })
  const range = () => (played && played !== 'left' ? played.range() : played)

  test('play a cue from its in to its out, its head around its in, its tail around its out', () => {
    loopCue(session)
    expect(range()).toEqual({ start: 1000, end: 2000 })
    loopHead(session)
    expect(range()).toEqual({ start: 976, end: 1072 })
    loopTail(session)
    expect(range()).toEqual({ start: 1976, end: 2072 })
  })

  test('of several cues go from the first in to the last out', () => {
    moment.patch({ selection: [two, one] })
    loopCue(session)
    expect(range()).toEqual({ start: 1000, end: 3000 })
    loopTail(session)
    expect(range()).toEqual({ start: 2976, end: 3072 })
  })

  test('end when they are asked for again', () => {
    loopHead(session)
    loopHead(session)
    expect(played).toBe('left')
  })

  test('stay with their cue while others are selected, and follow its edges', () => {
    loopHead(session)
    moment.patch({ selection: [two] })
    documents.apply(nudgeCues([one], 'start', 10))
    expect(range()).toEqual({ start: 986, end: 1082 })
  })

  test('of an open cue have a head and no tail, and say what is missing', () => {
    moment.patch({ selection: [open] })
    loopHead(session)
    expect(range()).toEqual({ start: 3976, end: 4072 })
    run.set('free')
    loopTail(session)
    loopCue(session)
    expect(said).toEqual([
      'Select a cue that has an out, to play its tail in a loop.',
      'Select a cue that has an in and an out, to play it in a loop.',
    ])
  })
})
