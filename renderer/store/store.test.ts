import { describe, expect, test } from 'vitest'
import { Store } from './store.ts'

describe('Store', () => {
  test('listeners hear each new value once, and none that is the same', () => {
    const store = new Store(1)
    const heard: number[] = []
    store.subscribe((value) => heard.push(value))
    for (const value of [1, 2, 2, 3, Number.NaN, Number.NaN]) store.set(value)
    expect(heard).toEqual([2, 3, Number.NaN])
  })

  test('a patch keeps the value when nothing differs, and the other fields when something does', () => {
    const first = { a: 1, b: 2 }
    const store = new Store<{ a: number; b: number }>(first)
    store.patch({ a: 1 })
    expect(store.value).toBe(first)
    store.patch({ a: 3 })
    expect(store.value).toEqual({ a: 3, b: 2 })
    expect(first).toEqual({ a: 1, b: 2 })
  })

  test('a listener that leaves, or joins, while others are told is left in peace', () => {
    const store = new Store(0)
    const heard: string[] = []
    const leave = store.subscribe(() => {
      heard.push('first')
      leave()
      store.subscribe(() => heard.push('late'))
    })
    store.subscribe(() => heard.push('second'))
    store.set(1)
    expect(heard).toEqual(['first', 'second'])
    store.set(2)
    expect(heard).toEqual(['first', 'second', 'second', 'late'])
  })

  test('waiting resolves with the first value that fits, the present one included', async () => {
    const store = new Store(5)
    expect(await store.when((value) => value > 4)).toBe(5)
    const later = store.when((value) => value > 6)
    for (const value of [6, 7, 8]) store.set(value)
    expect(await later).toBe(7)
  })
})
