import { expect, it } from 'vitest'
import { setCueRange, setCueStart } from '../../shared/edits/cueEdgeEdits.ts'
import { done } from '../../shared/edits/fixtures/run.ts'
import {
  at,
  crossing,
  drop,
  reel1,
  sampleDocument,
  score,
  typo,
} from '../../shared/edits/fixtures/sampleDocument.ts'
import type { Cue } from '../../shared/model/cue.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import type { CueId } from '../../shared/model/ids.ts'
import { type Frames, frames } from '../../shared/time/frames.ts'
import { axisFrame, buildAxis } from './axis.ts'
import type { CuePart } from './cueHits.ts'
import { cueItems, noCueFacts } from './cueItems.ts'
import { type DragSubject, dragEdit, dragLimits, movableCues } from './dragSubject.ts'

const axis = buildAxis(sampleDocument)
const touching = done(setCueStart(drop, { reel: reel1, frame: at(1, 2, 0) }))

function onAxis(frame: Frames): number {
  return axisFrame(axis, { reel: reel1, frame }) ?? -1
}

function subject(
  document: ProductionDocument,
  id: string,
  part: CuePart,
  more: Partial<DragSubject> = {},
): DragSubject {
  const items = cueItems(document, axis, frames(0), noCueFacts)
  const item = items.find((one) => one.id === id)
  if (!item) throw new Error(`no item ${id}`)
  return { item, part, neighbour: null, cues: movableCues([item.cue.id], document), ...more }
}

function itemOf(document: ProductionDocument, id: string) {
  return subject(document, id, 'body').item
}

it('leaves an edge a frame before its partner, and lets it go to the ends of the axis', () => {
  expect(dragLimits(subject(sampleDocument, score, 'start'), sampleDocument, axis)).toEqual({
    least: 0,
    most: onAxis(at(1, 2, 0)) - 1,
  })
  expect(dragLimits(subject(sampleDocument, score, 'end'), sampleDocument, axis)).toEqual({
    least: onAxis(at(1, 1, 0)) + 1,
    most: axis.length,
  })
})

it('leaves both cues of a border a frame, from whichever side it is taken', () => {
  const limits = { least: onAxis(at(1, 1, 0)) + 1, most: onAxis(at(1, 6, 30)) - 1 }
  const fromLeft = subject(touching, score, 'end', { neighbour: itemOf(touching, drop) })
  const fromRight = subject(touching, drop, 'start', { neighbour: itemOf(touching, score) })
  for (const border of [fromLeft, fromRight]) {
    expect(dragLimits(border, touching, axis)).toEqual(limits)
    const edit = dragEdit(border, frames(onAxis(at(1, 3, 0))), axis)
    const rolled = edit ? done(edit, touching) : touching
    expect((rolled.cues[score] as Cue).spans[0]?.end).toBe(at(1, 3, 0))
    expect((rolled.cues[drop] as Cue).spans[0]?.start).toBe(at(1, 3, 0))
  }
})

it('keeps bodies on their reels, all of them by the one that is nearest to an end', () => {
  const late = done(
    setCueRange(drop, { reel: reel1, frame: at(1, 20, 0) }, { reel: reel1, frame: at(1, 20, 50) }),
  )
  const cues = movableCues([score, drop], late)
  const both = subject(late, score, 'body', { cues })
  expect(dragLimits(both, late, axis)).toEqual({ least: 0, most: onAxis(at(1, 1, 10)) })
  const edit = dragEdit(both, frames(onAxis(at(1, 1, 10))), axis)
  expect(edit?.label).toBe('Move 2 cues')
  expect((done(edit as NonNullable<typeof edit>, late).cues[drop] as Cue).spans[0]?.end).toBe(at(1, 21, 0))
})

it('moves a cue across a reel change as far as its parts on either reel allow', () => {
  const { least, most } = dragLimits(subject(sampleDocument, crossing, 'body'), sampleDocument, axis)
  const start = onAxis(at(1, 19, 30))
  expect([least - start, most - start]).toEqual([-(52 * 25 - 1), 30 * 25 - 1])
})

it('leaves out of a move what has no frames', () => {
  expect(movableCues([score, typo, 'gone' as CueId], sampleDocument).map(({ id }) => id)).toEqual([score])
})

it('makes a cue run on over a reel change when its out is dragged there', () => {
  const reel2 = axis.reels[1]
  const edit = dragEdit(subject(sampleDocument, score, 'end'), frames((reel2?.offset ?? 0) + 300), axis)
  const spans = (done(edit as NonNullable<typeof edit>).cues[score] as Cue).spans
  expect(spans).toHaveLength(2)
  expect(spans[1]).toMatchObject({ end: at(2, 0, 12) })
})
