import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { PendingSave } from './pendingSave.ts'

const full = {
  message: 'It cannot be written.',
  expected: 'room',
  found: 'a full disk',
  remedy: 'Make room.',
}

describe('a save that the disk refuses', () => {
  let pending: PendingSave
  let tries: number
  const attempt = async () => {
    tries++
    pending.refused(full, attempt)
  }
  beforeEach(() => {
    vi.useFakeTimers()
    pending = new PendingSave()
    tries = 0
    pending.refused(full, attempt)
  })
  afterEach(() => vi.useRealTimers())

  test('is tried again with pauses that grow to half a minute', async () => {
    await vi.advanceTimersByTimeAsync(1000)
    expect(tries).toBe(1)
    await vi.advanceTimersByTimeAsync(2000)
    expect(tries).toBe(2)
    await vi.advanceTimersByTimeAsync(300_000)
    const before = tries
    await vi.advanceTimersByTimeAsync(30_000)
    expect(tries).toBe(before + 1)
    expect(pending.problem.value).toBe(full)
  })

  test('is tried at once when that is asked for', () => {
    pending.retryNow()
    expect(tries).toBe(1)
  })

  test('is forgotten when it has succeeded, or the production was closed', async () => {
    pending.done()
    await vi.advanceTimersByTimeAsync(100_000)
    expect([tries, pending.problem.value]).toEqual([0, null])
    pending.end()
    pending.refused(full, attempt)
    await vi.advanceTimersByTimeAsync(100_000)
    expect([tries, pending.problem.value]).toEqual([0, null])
  })

  test('never runs beside another one', async () => {
    const order: string[] = []
    const slow = pending.inTurn(async () => {
      await new Promise((resolve) => setTimeout(resolve, 50))
      order.push('slow')
    })
    const quick = pending.inTurn(async () => order.push('quick'))
    await vi.advanceTimersByTimeAsync(50)
    await Promise.all([slow, quick])
    expect(order).toEqual(['slow', 'quick'])
  })
})
