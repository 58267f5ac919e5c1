import { useSyncExternalStore } from 'react'

/** A value that is replaced, never altered, and tells its listeners when it is. */
export class Store<T> {
  #value: T
  readonly #listeners = new Set<(value: T) => void>()

  constructor(initial: T) {
    this.#value = initial
  }

  get value(): T {
    return this.#value
  }

  set(next: T): void {
    if (Object.is(next, this.#value)) return
    this.#value = next
    for (const listener of [...this.#listeners]) listener(next)
  }

  /** Replaces some fields of an object value; keeps the value when nothing differs. */
  patch(fields: Partial<T>): void {
    const current = this.#value
    const keys = Object.keys(fields) as (keyof T)[]
    if (keys.some((key) => !Object.is(current[key], fields[key]))) this.set({ ...current, ...fields })
  }

  subscribe = (listener: (value: T) => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Resolves with the first value, the present one included, that fits. */
  when(fits: (value: T) => boolean): Promise<T> {
    if (fits(this.#value)) return Promise.resolve(this.#value)
    return new Promise((resolve) => {
      const stop = this.subscribe((value) => {
        if (!fits(value)) return
        stop()
        resolve(value)
      })
    })
  }
}

/** Reads a store, or a part of it, in a component; renders again only when that part changes. */
export function useStore<T, Part = T>(
  store: Store<T>,
  select: (value: T) => Part = (value) => value as never,
): Part {
  return useSyncExternalStore(store.subscribe, () => select(store.value))
}
