import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { dismiss, firstMoment, type Moment, notify } from './moment.ts'
import { Store } from './store.ts'

const problem = { message: 'It broke.', expected: 'x', found: 'y', remedy: 'z' }

describe('notices', () => {
  let moment: Store<Moment>
  const texts = () => moment.value.notices.map(({ text }) => text)
  beforeEach(() => {
    vi.useFakeTimers()
    moment = new Store(firstMoment)
  })
  afterEach(() => vi.useRealTimers())

  test('what was done goes away by itself, a Problem stays until it is closed', () => {
    notify(moment, { tone: 'done', text: 'Saved' })
    notify(moment, { tone: 'problem', text: 'It broke.', problem })
    vi.advanceTimersByTime(60_000)
    expect(texts()).toEqual(['It broke.'])
    dismiss(moment, moment.value.notices[0]?.key ?? 0)
    expect(texts()).toEqual([])
  })

  test('the same words are shown once, as the newest, for their whole time', () => {
    notify(moment, { tone: 'done', text: 'Saved' })
    notify(moment, { tone: 'done', text: 'Exported' })
    vi.advanceTimersByTime(5000)
    notify(moment, { tone: 'done', text: 'Saved' })
    expect(texts()).toEqual(['Exported', 'Saved'])
    vi.advanceTimersByTime(5000)
    expect(texts()).toEqual(['Saved'])
  })

  test('only the last few are shown, and the newest is said aloud', () => {
    for (const text of ['a', 'b', 'c', 'd', 'e', 'f']) notify(moment, { tone: 'done', text })
    expect(texts()).toEqual(['c', 'd', 'e', 'f'])
    expect(moment.value.announcement).toBe('f')
  })
})
