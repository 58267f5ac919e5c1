import { describe, expect, test } from 'vitest'
import type { ProductionDocument } from '../model/document.ts'
import { apply, compare } from './change.ts'
import { updateCues } from './cueFieldEdits.ts'
import type { Edit } from './edit.ts'
import { drop, sampleDocument, score } from './fixtures/sampleDocument.ts'
import { emptyHistory, type History, joinWithin, record, redoStep, seal, undoStep } from './history.ts'

type State = { readonly document: ProductionDocument; readonly history: History }

const start: State = { document: sampleDocument, history: emptyHistory }

function make(state: State, edit: Edit, key: string | null = null, at = 0): State {
  const result = edit.run(state.document)
  if (!result.ok) throw new Error(result.problem.message)
  const change = compare(state.document, result.value)
  return {
    document: result.value,
    history: record(state.history, { label: edit.label, change, key, at }),
  }
}

function step(state: State, direction: typeof undoStep): State {
  const taken = direction(state.history)
  return taken ? { document: apply(state.document, taken.change), history: taken.history } : state
}

const title = (text: string) => updateCues([score], { title: text })
const titles = (state: State) => state.document.cues[score]?.title

describe('history', () => {
  test('undoes to the start and redoes to the end, however long', () => {
    let state = start
    for (let count = 1; count <= 500; count++) state = make(state, title(`Take ${count}`))
    for (let count = 499; count >= 0; count--) {
      state = step(state, undoStep)
      expect(titles(state)).toBe(count === 0 ? '' : `Take ${count}`)
    }
    expect(state.document).toEqual(sampleDocument)
    expect(undoStep(state.history)).toBeNull()
    for (let count = 1; count <= 500; count++) state = step(state, redoStep)
    expect(titles(state)).toBe('Take 500')
    expect(redoStep(state.history)).toBeNull()
  })

  test('names what is undone and redone', () => {
    const state = make(start, title('Tide'))
    expect(undoStep(state.history)?.label).toBe('Change title')
    expect(redoStep(step(state, undoStep).history)?.label).toBe('Change title')
  })

  test('a new edit forgets what could have been redone', () => {
    const undone = step(make(start, title('Tide')), undoStep)
    const state = make(undone, title('Ebb'))
    expect(state.history.redo).toEqual([])
    expect(titles(step(state, undoStep))).toBe('')
  })

  test('an edit that changes nothing is no step, and keeps what can be redone', () => {
    const undone = step(make(start, title('Tide')), undoStep)
    expect(make(undone, title('')).history).toBe(undone.history)
  })

  test('fast edits of one field are undone together', () => {
    let state = start
    for (const [index, text] of ['T', 'Ti', 'Tid', 'Tide'].entries()) {
      state = make(state, title(text), 'title c1', index * joinWithin)
    }
    expect(state.history.undo.length).toBe(1)
    expect(titles(step(state, undoStep))).toBe('')
    expect(titles(step(step(state, undoStep), redoStep))).toBe('Tide')
  })

  test('slow edits, edits of another field and edits without a key stay apart', () => {
    const first = make(start, title('T'), 'title c1', 0)
    expect(make(first, title('Ti'), 'title c1', joinWithin + 1).history.undo.length).toBe(2)
    expect(make(first, updateCues([drop], { title: 'Ti' }), 'title c2', 1).history.undo.length).toBe(2)
    expect(make(make(start, title('T')), title('Ti'), null, 1).history.undo.length).toBe(2)
  })

  test('a field that was left is not joined any more', () => {
    const left = make(start, title('T'), 'title c1', 0)
    const state = make({ ...left, history: seal(left.history) }, title('Ti'), 'title c1', 1)
    expect(state.history.undo.length).toBe(2)
    expect(seal(emptyHistory)).toBe(emptyHistory)
  })

  test('an edit after an undo does not join the one before it', () => {
    const both = make(make(start, title('T'), 'title c1', 0), updateCues([drop], { scene: '12' }), null, 1)
    const state = make(step(both, undoStep), title('Ti'), 'title c1', 2)
    expect(state.history.undo.length).toBe(2)
  })

  test('fast edits that cancel out leave no step', () => {
    const state = make(make(start, title('T'), 'title c1', 0), title(''), 'title c1', 1)
    expect(state.history.undo).toEqual([])
  })
})
