import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { ok, type Result, refuse } from '../../shared/result.ts'
import type { ConfirmedChange } from './documentStore.ts'
import { JournalLink } from './journalLink.ts'

const change = (label: string): ConfirmedChange => ({ kind: 'edit', label, change: [] })
const full = refuse({ message: 'The disk is full.', expected: 'room', found: 'none', remedy: 'Make room.' })

describe('JournalLink', () => {
  /** Answers to the lines that were sent, each to be given by the test. */
  let pending: { readonly sequence: number; readonly answer: (result: Result<unknown>) => void }[]
  let journal: JournalLink
  const sent = () => pending.map(({ sequence }) => sequence)
  const answer = async (index: number, result: Result<unknown>) => {
    pending[index]?.answer(result)
    await vi.advanceTimersByTimeAsync(0)
  }
  beforeEach(() => {
    vi.useFakeTimers()
    pending = []
    journal = new JournalLink(
      7,
      (sequence) => new Promise((resolve) => pending.push({ sequence, answer: resolve })),
    )
  })
  afterEach(() => vi.useRealTimers())

  test('a change is safe when its line was written, and not before', async () => {
    journal.add(change('A'))
    expect(journal.state.value).toMatchObject({ made: 8, safe: 7 })
    await answer(0, ok(null))
    expect(journal.state.value).toMatchObject({ made: 8, safe: 8 })
  })

  test('lines go out one at a time, in the order of the changes', async () => {
    for (const label of ['A', 'B', 'C']) journal.add(change(label))
    expect(sent()).toEqual([8])
    await answer(0, ok(null))
    expect(sent()).toEqual([8, 9])
    expect(journal.state.value).toMatchObject({ made: 10, safe: 8 })
    await answer(1, ok(null))
    await answer(2, ok(null))
    expect(journal.state.value).toMatchObject({ made: 10, safe: 10 })
    journal.add(change('D'))
    expect(sent()).toEqual([8, 9, 10, 11])
  })

  test('a line that is refused is told of and sent again, ever later, and no other overtakes it', async () => {
    journal.add(change('A'))
    journal.add(change('B'))
    await answer(0, full)
    expect(journal.state.value).toMatchObject({ safe: 7, problem: full.problem })
    await vi.advanceTimersByTimeAsync(249)
    expect(sent()).toEqual([8])
    await vi.advanceTimersByTimeAsync(1)
    expect(sent()).toEqual([8, 8])
    await answer(1, full)
    await vi.advanceTimersByTimeAsync(499)
    expect(sent()).toEqual([8, 8])
    await vi.advanceTimersByTimeAsync(1)
    await answer(2, ok(null))
    expect(journal.state.value).toMatchObject({ safe: 8, problem: null })
    expect(sent()).toEqual([8, 8, 8, 9])
  })

  test('the pause never grows beyond eight seconds', async () => {
    journal.add(change('A'))
    for (let attempt = 0; attempt < 12; attempt++) {
      await answer(attempt, full)
      await vi.advanceTimersByTimeAsync(8000)
      expect(sent()).toHaveLength(attempt + 2)
    }
  })

  test('waiting for safety ends when everything made so far is written', async () => {
    let isSafe = false
    journal.add(change('A'))
    void journal.whenSafe().then(() => {
      isSafe = true
    })
    journal.add(change('B'))
    await answer(0, ok(null))
    expect(isSafe).toBe(false)
    await answer(1, ok(null))
    expect(isSafe).toBe(true)
  })

  test('what was refused is tried at once when that is asked for', async () => {
    journal.add(change('A'))
    await answer(0, full)
    journal.retryNow()
    await vi.advanceTimersByTimeAsync(0)
    expect(sent()).toEqual([8, 8])
    await answer(1, ok(null))
    expect(journal.state.value).toMatchObject({ safe: 8, problem: null })
  })

  test('a journal that takes no more lines is given the whole document, and nothing is safe before that', async () => {
    const restarts: number[] = []
    let restarted: Result<unknown> = full
    journal = new JournalLink(
      7,
      (sequence) => new Promise((resolve) => pending.push({ sequence, answer: resolve })),
      async (sequence) => {
        restarts.push(sequence)
        return restarted
      },
    )
    journal.add(change('A'))
    journal.add(change('B'))
    await answer(0, ok('restart'))
    expect(journal.state.value).toMatchObject({ made: 9, safe: 7, problem: full.problem })
    restarted = ok(null)
    journal.retryNow()
    await vi.advanceTimersByTimeAsync(0)
    await answer(1, ok('restart'))
    expect(restarts).toEqual([9, 9])
    expect(journal.state.value).toMatchObject({ made: 9, safe: 9, problem: null })
    journal.add(change('C'))
    expect(sent()).toEqual([8, 8, 10])
  })
})
