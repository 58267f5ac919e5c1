import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ProductionDocument } from '../model/document.ts'
import { apply, compare } from './change.ts'
import { randomEdit } from './fixtures/randomEdit.ts'
import { countingIds, sampleDocument } from './fixtures/sampleDocument.ts'
import { emptyHistory, type History, movedTo, record, travel } from './history.ts'
import { HistoryWalk } from './historyWalk.ts'
import { packed } from './storedChange.ts'

const seed = 20_261_123
const edits = 10_000

function* picksOf(seed: number): Generator<readonly number[], never> {
  for (let state = seed; ; ) {
    yield Array.from({ length: 14 }, () => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
      return state >> 8
    })
  }
}

function walked(document: ProductionDocument, history: History, target: number): ProductionDocument {
  const walk = travel(document, history, target)
  let step = walk.next()
  while (!step.done) step = walk.next()
  if ('misfit' in step.value) throw new Error(`step ${step.value.misfit} does not fit (seed ${seed})`)
  return apply(document, step.value.change)
}

test('10,000 random edits undone to the start and redone to the end give identical documents', () => {
  const makeId = countingIds()
  let document = sampleDocument
  let history = emptyHistory
  const waypoints = new Map<number, string>([[0, JSON.stringify(sampleDocument)]])
  for (const picks of picksOf(seed)) {
    const edit = randomEdit(document, picks, makeId)
    const result = edit.run(document)
    if (!result.ok || Object.keys(result.value.cues).length > 60) continue
    const change = compare(document, result.value)
    if (change.length === 0) continue
    document = result.value
    history = record(history, { label: edit.label, change, key: null, at: 0, made: 0 }).history
    if (history.position % 1000 === 0) waypoints.set(history.position, JSON.stringify(document))
    if (history.position === edits) break
  }
  const end = document
  const sorted = (text: string) => JSON.parse(text)
  for (let at = edits; at > 0; at--) {
    document = walked(document, history, at - 1)
    history = movedTo(history, at - 1)
    const waypoint = waypoints.get(at - 1)
    if (waypoint) expect(document).toEqual(sorted(waypoint))
  }
  expect(document).toEqual(sampleDocument)
  for (let at = 0; at < edits; at++) {
    document = walked(document, history, at + 1)
    history = movedTo(history, at + 1)
  }
  expect(document).toEqual(end)
  expect(walked(end, history, 0)).toEqual(sampleDocument)
}, 120_000)

test('a packed change does what the whole one does, both ways', () => {
  const steps = fc.array(fc.array(fc.nat(1_000_000), { minLength: 6, maxLength: 14 }), { maxLength: 30 })
  fc.assert(
    fc.property(steps, (sequence) => {
      const makeId = countingIds()
      let document = sampleDocument
      for (const picks of sequence) {
        const result = randomEdit(document, picks, makeId).run(document)
        if (!result.ok) continue
        const stored = packed(compare(document, result.value))
        const forth = new HistoryWalk(document)
        expect(forth.step(stored, 'redo')).toBe(true)
        expect(apply(document, forth.change)).toEqual(result.value)
        const back = new HistoryWalk(result.value)
        expect(back.step(stored, 'undo')).toBe(true)
        expect(apply(result.value, back.change)).toEqual(document)
        document = result.value
      }
    }),
    { numRuns: 150, seed },
  )
})
