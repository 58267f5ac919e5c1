import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { median, ReactionTrial, trialRounds } from './reactionTrial.ts'

describe('ReactionTrial', () => {
  let now: number
  let trial: ReactionTrial
  const pass = (milliseconds: number) => {
    now += milliseconds
    vi.advanceTimersByTime(milliseconds)
  }
  /** Lets the lamp light, and answers it after so long. */
  const answer = (milliseconds: number) => {
    pass(1200)
    pass(milliseconds)
    trial.press()
  }
  beforeEach(() => {
    vi.useFakeTimers()
    now = 0
    trial = new ReactionTrial({ now: () => now, random: () => 0, painted: (done) => setTimeout(done, 16) })
  })
  afterEach(() => void vi.useRealTimers())

  test('times each key from when the lamp was on screen, and ends after its rounds', () => {
    trial.press()
    for (let round = 0; round < trialRounds; round++) {
      expect(trial.state.value.phase).toBe('waiting')
      pass(1200)
      expect(trial.state.value.phase).toBe('lit')
      pass(16)
      pass(200 + round)
      trial.press()
    }
    expect(trial.state.value).toEqual({ phase: 'done', times: [200, 201, 202, 203, 204, 205, 206] })
  })

  test('a key before the lamp counts for nothing, and the dark begins again', () => {
    trial.press()
    pass(1100)
    trial.press()
    expect(trial.state.value).toEqual({ phase: 'early', times: [] })
    pass(1100)
    expect(trial.state.value.phase).toBe('early')
    pass(100)
    expect(trial.state.value.phase).toBe('lit')
  })

  test('begins anew after it was done', () => {
    trial.press()
    for (let round = 0; round < trialRounds; round++) answer(200)
    trial.press()
    expect(trial.state.value).toEqual({ phase: 'waiting', times: [] })
  })

  test('lights no lamp after it was left', () => {
    trial.press()
    trial.end()
    pass(5000)
    expect(trial.state.value.phase).toBe('waiting')
  })
})

test('the median leaves out what was slow for once', () => {
  expect(median([210, 190, 900, 205, 195])).toBe(205)
  expect(median([200, 300])).toBe(250)
  expect(median([214.4])).toBe(214)
  expect(median([])).toBe(0)
})
