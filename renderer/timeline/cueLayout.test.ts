import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { moveCues } from '../../shared/edits/cueMoveEdits.ts'
import { openCueOf } from '../../shared/edits/cueSpans.ts'
import { randomEdit } from '../../shared/edits/fixtures/randomEdit.ts'
import { countingIds, sampleDocument } from '../../shared/edits/fixtures/sampleDocument.ts'
import { type ProductionDocument, recordsOf } from '../../shared/model/document.ts'
import { soundDocument, withCueAt } from '../../shared/sheet/soundDocument.ts'
import { frames } from '../../shared/time/frames.ts'
import { cuesInOrder } from '../commands/cuePlaces.ts'
import { type Axis, buildAxis } from './axis.ts'
import { noCueFacts } from './cueItems.ts'
import { CueLayout } from './cueLayout.ts'
import { cueOrder, placeInOrder } from './cueOrder.ts'

const picks = fc.array(fc.nat(1_000_000), { minLength: 6, maxLength: 14 })
const sequences = fc.array(picks, { minLength: 1, maxLength: 25 })

/** The documents that a sequence of random edits passes through. */
function documentsOf(sequence: readonly (readonly number[])[]): readonly ProductionDocument[] {
  const makeId = countingIds()
  const passed = [sampleDocument]
  for (const step of sequence) {
    const current = passed.at(-1) as ProductionDocument
    const result = randomEdit(current, step, makeId).run(current)
    if (result.ok) passed.push(result.value)
  }
  return passed
}

/** An axis as the session keeps it: the same one until the reels change. */
function axes() {
  let known: { readonly reels: ProductionDocument['reels']; readonly axis: Axis } | null = null
  return (document: ProductionDocument) => {
    if (known?.reels !== document.reels) known = { reels: document.reels, axis: buildAxis(document) }
    return known.axis
  }
}

function layOut(layout: CueLayout, document: ProductionDocument, axis: Axis, isDragging = false) {
  const open = openCueOf(document)
  const playhead = frames(200_000)
  const stale = open ? [open.id] : []
  return layout.update({ document, axis, playhead, facts: noCueFacts, stale, isDragging })
}

describe('cues of a document of which a little has changed', () => {
  test('are in the same order as if all were sorted anew, and are found there', () => {
    fc.assert(
      fc.property(sequences, (sequence) => {
        const axisOf = axes()
        for (const document of documentsOf(sequence)) {
          const axis = axisOf(document)
          const order = cueOrder(document, axis)
          const all = cuesInOrder(axis, recordsOf(document, 'cues'))
          expect(order.cues.map(({ id }) => id)).toEqual(all.map(({ id }) => id))
          expect(order.cues.map((cue) => placeInOrder(order, axis, cue))).toEqual(
            all.map((_, index) => index),
          )
        }
      }),
      { numRuns: 100 },
    )
  })

  test('are in the same lanes as if all were laid out anew', () => {
    fc.assert(
      fc.property(sequences, (sequence) => {
        const axisOf = axes()
        const layout = new CueLayout()
        for (const document of documentsOf(sequence)) {
          const axis = axisOf(document)
          const lanes = layOut(layout, document, axis)
          const anew = layOut(new CueLayout(), document, axis)
          const placesOf = ({ placed }: typeof lanes) =>
            placed.map(({ item, lane }) => [item.id, item.start, item.end, item.isOpen, lane])
          expect(placesOf(lanes)).toEqual(placesOf(anew))
          expect(lanes.laneCount).toBe(anew.laneCount)
          expect(lanes.longest).toBeGreaterThanOrEqual(anew.longest)
        }
      }),
      { numRuns: 100 },
    )
  })

  test('an edit of one cue of two thousand looks at that cue only', () => {
    let document = soundDocument()
    for (let index = 0; index < 2000; index += 1)
      document = withCueAt(document, `x${index}`, '10:10:00:00', '10:10:05:00')
    const axis = buildAxis(document)
    const layout = new CueLayout()
    layOut(layout, document, axis)
    const before = layout.laid
    const moved = moveCues(['x1000' as never], 10).run(document)
    if (!moved.ok) throw new Error(moved.problem.message)
    layOut(layout, moved.value, axis)
    expect(layout.laid - before).toBe(1)
  })

  test('keep their lanes while one is dragged, and find new ones afterwards', () => {
    const two = withCueAt(soundDocument(), 'x', '10:01:30:00', '10:02:30:00')
    const axis = buildAxis(two)
    const layout = new CueLayout()
    const laneOf = (id: string) => layout.lanes.placed.find(({ item }) => item.id === id)?.lane
    layOut(layout, two, axis)
    expect([laneOf('c1'), laneOf('x')]).toEqual([0, 1])
    const away = moveCues(['x' as never], 4000).run(two)
    if (!away.ok) throw new Error(away.problem.message)
    layOut(layout, away.value, axis, true)
    expect([laneOf('c1'), laneOf('x')]).toEqual([0, 1])
    layout.settle()
    expect([laneOf('c1'), laneOf('x')]).toEqual([0, 0])
  })
})
