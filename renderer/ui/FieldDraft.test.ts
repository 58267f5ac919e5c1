import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ok, type Problem, type Result, refuse } from '../../shared/result.ts'
import { FieldDraft, flushDrafts, typingPause } from './FieldDraft.ts'

const problem: Problem = { message: 'No.', expected: 'yes', found: 'no', remedy: 'Type yes.' }

describe('text that is being typed', () => {
  let stored: string[]
  let told: Problem[]
  beforeEach(() => {
    stored = []
    told = []
    vi.useFakeTimers()
  })
  afterEach(() => vi.useRealTimers())

  function draftOf({ storesOnPause = true, takes = () => true as boolean } = {}): FieldDraft {
    const commit = (text: string): Result<unknown> => {
      if (!takes()) return refuse(problem)
      stored.push(text)
      return ok(null)
    }
    return new FieldDraft(() => ({ commit, tell: (refusal) => told.push(refusal) }), storesOnPause)
  }

  it('is stored once after a pause, as it stands', () => {
    const draft = draftOf()
    for (const text of ['T', 'Th', 'The ']) {
      draft.change(text)
      vi.advanceTimersByTime(typingPause - 1)
    }
    expect(stored).toEqual([])
    vi.advanceTimersByTime(1)
    expect(stored).toEqual(['The '])
    expect(draft.state.value).toEqual({ text: null, problem: null })
  })

  it('is stored on leaving, without space around it, and not again after that', () => {
    const draft = draftOf()
    draft.change(' Undertow ')
    expect(draft.flush()).toBe(true)
    vi.advanceTimersByTime(typingPause * 2)
    draft.end()
    expect(stored).toEqual(['Undertow'])
  })

  it('is not stored half typed where that means nothing', () => {
    const draft = draftOf({ storesOnPause: false })
    draft.change('01:0')
    vi.advanceTimersByTime(typingPause * 10)
    expect(stored).toEqual([])
    expect(draft.flush()).toBe(true)
    expect(stored).toEqual(['01:0'])
  })

  it('is stored when the field goes', () => {
    const draft = draftOf()
    draft.change('Half ty')
    draft.end()
    expect(stored).toEqual(['Half ty'])
  })

  it('stays with the reason when it is refused, until it is changed', () => {
    const draft = draftOf({ takes: () => false })
    draft.change('no')
    expect(draft.flush()).toBe(false)
    expect(draft.state.value).toEqual({ text: 'no', problem })
    draft.change('y')
    expect(draft.state.value).toEqual({ text: 'y', problem: null })
    expect(told).toEqual([])
  })

  it('is told of elsewhere when it is refused as the field goes', () => {
    const draft = draftOf({ takes: () => false })
    draft.change('no')
    draft.end()
    expect(told).toEqual([problem])
  })

  it('is forgotten when it is dropped', () => {
    const draft = draftOf()
    draft.change('no')
    draft.drop()
    vi.advanceTimersByTime(typingPause * 2)
    draft.end()
    expect(stored).toEqual([])
  })

  it('is stored with that of all other fields before the production is saved', () => {
    const [one, other, idle] = [draftOf(), draftOf({ storesOnPause: false }), draftOf()]
    one.change('one')
    other.change('other')
    idle.change('dropped')
    idle.drop()
    flushDrafts()
    expect(stored).toEqual(['one', 'other'])
  })
})
