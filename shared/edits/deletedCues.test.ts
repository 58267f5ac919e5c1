import { describe, expect, test } from 'vitest'
import type { ProductionDocument } from '../model/document.ts'
import type { CueId } from '../model/ids.ts'
import { apply, type Change, compare, invert } from './change.ts'
import { updateCues } from './cueFieldEdits.ts'
import { joinCues } from './cueJoinEdits.ts'
import { removeCues } from './cueStructureEdits.ts'
import { type Deleted, findDeleted, putBackCues } from './deletedCues.ts'
import type { Edit } from './edit.ts'
import { crossing, drop, sampleDocument, score, syncLicence, undertow } from './fixtures/sampleDocument.ts'
import { emptyHistory, type History, movedTo, record } from './history.ts'
import { StepList } from './stepList.ts'
import { packed } from './storedChange.ts'

type State = { readonly document: ProductionDocument; readonly history: History }

function make({ document, history }: State, edit: Edit): State {
  const result = edit.run(document)
  if (!result.ok) throw new Error(result.problem.message)
  return changed({ document, history }, edit.label, compare(document, result.value))
}

function changed({ document, history }: State, label: string, change: Change): State {
  const made = history.steps.length + 1
  const entry = { label, change, key: null, at: 0, made }
  return { document: apply(document, change), history: record(history, entry).history }
}

function deletedOf({ document, history }: State): Deleted {
  const search = findDeleted(document, history)
  let step = search.next()
  while (!step.done) step = search.next()
  return step.value
}

const start: State = { document: sampleDocument, history: emptyHistory }
const ids = (state: State) => deletedOf(state).cues.map(({ cue }) => cue.id)

function putBack(state: State, which: readonly CueId[]): State {
  const { cues, records } = deletedOf(state)
  return make(
    state,
    putBackCues(
      cues.filter(({ cue }) => which.includes(cue.id)),
      records,
    ),
  )
}

describe('the bin', () => {
  test('has what was removed, the last first, with when and by what', () => {
    const state = make(make(start, removeCues([score])), removeCues([drop, crossing]))
    expect(ids(state).toSorted()).toEqual([score, drop, crossing].toSorted())
    expect(deletedOf(state).cues.at(-1)).toMatchObject({ label: 'Remove cue', made: 1, cue: { id: score } })
    expect(deletedOf(state).cues[0]).toMatchObject({ label: 'Remove 2 cues', made: 2 })
  })

  test('has them as they were in the end, and each once', () => {
    const once = make(make(start, updateCues([score], { title: 'Late' })), removeCues([score]))
    expect(deletedOf(once).cues[0]?.cue.title).toBe('Late')
    const twice = make(
      make(putBack(once, [score]), updateCues([score], { title: 'Later' })),
      removeCues([score]),
    )
    expect(deletedOf(twice).cues.map(({ cue }) => cue.title)).toEqual(['Later'])
  })

  test('has nothing of what was undone, or is there again', () => {
    const state = make(start, removeCues([score]))
    const step = state.history.steps.at(0)?.change as Change
    const undone = { document: apply(state.document, invert(step)), history: movedTo(state.history, 0) }
    expect(ids(undone)).toEqual([])
    expect(ids(putBack(state, [score]))).toEqual([])
  })

  test('has the cues that were joined into another', () => {
    const second = {
      ...sampleDocument.cues[score],
      id: 'c9',
      spans: [{ reel: 'r1', start: 92000, end: 92500 }],
    }
    const document = { ...sampleDocument, cues: { ...sampleDocument.cues, c9: second as never } }
    const state = make({ document, history: emptyHistory }, joinCues([score, 'c9' as CueId]))
    expect(ids(state)).toHaveLength(1)
  })

  test('is the same when the history was read from the disk', () => {
    const state = make(make(start, removeCues([drop])), removeCues([score]))
    const steps = [...state.history.steps].map((entry) => ({ ...entry, change: packed(entry.change) }))
    const later = { ...state, history: { ...state.history, steps: StepList.of(steps) } }
    expect(deletedOf(later)).toEqual(deletedOf(state))
  })
})

describe('putting back', () => {
  test('gives exactly what was there, licences too, several in one step', () => {
    const state = make(make(start, removeCues([drop])), removeCues([score]))
    expect(state.document.licences[syncLicence]?.cues).not.toContain(drop)
    const back = putBack(state, [drop, score])
    expect(back.document).toEqual(sampleDocument)
    expect(back.history.steps.at(-1)?.label).toBe('Put back 2 cues')
  })

  test('brings the work and the recording back that are gone meanwhile', () => {
    const gone = make(start, removeCues([drop]))
    const { [undertow]: work, ...works } = gone.document.works
    const recordings = {}
    const without = changed(gone, 'Clean up', compare(gone.document, { ...gone.document, works, recordings }))
    expect(work && without.document.works[undertow]).toBeUndefined()
    expect(putBack(without, [drop]).document).toEqual(sampleDocument)
  })

  test('is refused where something that the cue names is nowhere', () => {
    const state = make(start, removeCues([drop]))
    const lost = { ...state.document, works: {}, recordings: {} }
    const { cues, records } = deletedOf(state)
    expect(putBackCues(cues, records).run(lost)).toMatchObject({
      ok: false,
      problem: { message: expect.stringContaining('by itself') },
    })
  })
})
