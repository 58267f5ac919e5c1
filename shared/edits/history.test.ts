import { describe, expect, test } from 'vitest'
import type { ProductionDocument } from '../model/document.ts'
import { apply, compare } from './change.ts'
import { updateCues } from './cueFieldEdits.ts'
import type { Edit } from './edit.ts'
import { drop, sampleDocument, score } from './fixtures/sampleDocument.ts'
import {
  behindKept,
  emptyHistory,
  type History,
  type HistoryEntry,
  joinWithin,
  movedTo,
  nextRedo,
  nextUndo,
  record,
  seal,
  stepsKeptWhole,
  travel,
  withoutMisfit,
} from './history.ts'
import { isPacked, packed } from './storedChange.ts'

type State = { readonly document: ProductionDocument; readonly history: History }

const start: State = { document: sampleDocument, history: emptyHistory }

function make(state: State, edit: Edit, key: string | null = null, at = 0, isTyping = false): State {
  const result = edit.run(state.document)
  if (!result.ok) throw new Error(result.problem.message)
  const change = compare(state.document, result.value)
  const entry = { label: edit.label, change, key, at, made: at }
  return {
    document: result.value,
    history: change.length > 0 ? record(state.history, entry, isTyping).history : state.history,
  }
}

function goTo(state: State, position: number): State {
  const walk = travel(state.document, state.history, position)
  let step = walk.next()
  while (!step.done) step = walk.next()
  if ('misfit' in step.value) throw new Error(`step ${step.value.misfit} does not fit`)
  return { document: apply(state.document, step.value.change), history: movedTo(state.history, position) }
}

const undone = (state: State) => (nextUndo(state.history) ? goTo(state, state.history.position - 1) : state)
const redone = (state: State) => (nextRedo(state.history) ? goTo(state, state.history.position + 1) : state)
const title = (text: string) => updateCues([score], { title: text })
const titles = (state: State) => state.document.cues[score]?.title
const count = (state: State) => state.history.steps.length

function titled(upTo: number): State {
  let state = start
  for (let take = 1; take <= upTo; take++) state = make(state, title(`Take ${take}`))
  return state
}

describe('history', () => {
  test('undoes to the start and redoes to the end, however long', () => {
    let state = titled(500)
    for (let take = 499; take >= 0; take--) {
      state = undone(state)
      expect(titles(state)).toBe(take === 0 ? '' : `Take ${take}`)
    }
    expect(state.document).toEqual(sampleDocument)
    expect(nextUndo(state.history)).toBeNull()
    for (let take = 1; take <= 500; take++) state = redone(state)
    expect(titles(state)).toBe('Take 500')
    expect(nextRedo(state.history)).toBeNull()
  })

  test('goes to any state at once, and the states after it can still be reached', () => {
    const end = titled(300)
    const middle = goTo(end, 120)
    expect(titles(middle)).toBe('Take 120')
    expect(goTo(middle, 0).document).toEqual(sampleDocument)
    expect(goTo(goTo(middle, 0), 300).document).toEqual(end.document)
  })

  test('names what is undone and redone', () => {
    const state = make(start, title('Tide'))
    expect(nextUndo(state.history)?.label).toBe('Change title')
    expect(nextRedo(undone(state).history)?.label).toBe('Change title')
  })

  test('a new edit forgets what could have been redone', () => {
    const state = make(undone(make(start, title('Tide'))), title('Ebb'))
    expect(nextRedo(state.history)).toBeNull()
    expect(titles(undone(state))).toBe('')
  })

  test('fast edits of one field are undone together', () => {
    let state = start
    for (const [index, text] of ['T', 'Ti', 'Tid', 'Tide'].entries()) {
      state = make(state, title(text), 'title c1', index * joinWithin)
    }
    expect(count(state)).toBe(1)
    expect(titles(undone(state))).toBe('')
    expect(titles(redone(undone(state)))).toBe('Tide')
  })

  test('slow edits, edits of another field and edits without a key stay apart', () => {
    const first = make(start, title('T'), 'title c1', 0)
    expect(count(make(first, title('Ti'), 'title c1', joinWithin + 1))).toBe(2)
    expect(count(make(first, updateCues([drop], { title: 'Ti' }), 'title c2', 1))).toBe(2)
    expect(count(make(make(start, title('T')), title('Ti'), null, 1))).toBe(2)
  })

  test('slow edits of one field are one step while it is typed in', () => {
    const first = make(start, title('T'), 'title c1', 0, true)
    expect(count(make(first, title('Ti'), 'title c1', 60 * joinWithin, true))).toBe(1)
  })

  test('a field that was left is not joined any more', () => {
    const left = make(start, title('T'), 'title c1', 0)
    const state = make({ ...left, history: seal(left.history) }, title('Ti'), 'title c1', 1, true)
    expect(count(state)).toBe(2)
    expect(seal(emptyHistory)).toBe(emptyHistory)
  })

  test('an edit after an undo does not join the one before it', () => {
    const both = make(make(start, title('T'), 'title c1', 0), updateCues([drop], { scene: '12' }), null, 1)
    expect(count(make(undone(both), title('Ti'), 'title c1', 2))).toBe(2)
  })

  test('fast edits that cancel out leave no step', () => {
    const state = make(make(start, title('T'), 'title c1', 0), title(''), 'title c1', 1)
    expect(count(state)).toBe(0)
  })

  test('what is old is packed, and undone all the same', () => {
    const state = titled(stepsKeptWhole + 600)
    const isPackedAt = (index: number) => isPacked((state.history.steps.at(index) as HistoryEntry).change)
    expect([isPackedAt(0), isPackedAt(511), isPackedAt(600), isPackedAt(-1)]).toEqual([
      true,
      true,
      false,
      false,
    ])
    expect(goTo(state, 0).document).toEqual(sampleDocument)
    expect(titles(goTo(state, 300))).toBe('Take 300')
  })
})

describe('a history that was kept', () => {
  const kept = [...titled(5).history.steps].map((entry) => ({ ...entry, change: packed(entry.change) }))
  const opened: State = { document: titled(5).document, history: emptyHistory }

  test('stands before what was done since, and what had been undone can be redone while nothing was', () => {
    const whole = { document: opened.document, history: behindKept(kept, 5, emptyHistory, false) }
    expect(goTo(whole, 0).document).toEqual(sampleDocument)
    const atThree = { document: titled(3).document, history: behindKept(kept, 3, emptyHistory, false) }
    expect(titles(redone(atThree))).toBe('Take 4')
    const since = make({ document: titled(3).document, history: emptyHistory }, title('Other'))
    const both = { ...since, history: behindKept(kept, 3, since.history, true) }
    expect(nextRedo(both.history)).toBeNull()
    expect(titles(undone(both))).toBe('Take 3')
    expect(goTo(both, 0).document).toEqual(sampleDocument)
  })

  test('is not applied to a document that it does not lead to', () => {
    const other = make(start, title('Restored from elsewhere'))
    const state = { document: other.document, history: behindKept(kept, 5, emptyHistory, false) }
    expect(() => undone(state)).toThrow('step 4 does not fit')
    const left = withoutMisfit(state.history, 4)
    expect([left.position, left.steps.length]).toEqual([0, 0])
    const ahead = withoutMisfit(behindKept(kept, 2, emptyHistory, false), 3)
    expect([ahead.position, ahead.steps.length]).toEqual([2, 3])
  })
})
