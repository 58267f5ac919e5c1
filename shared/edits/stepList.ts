const chunkSize = 256

/** A list that is never altered: adding to it copies 256 items at most, however long it is. */
export class StepList<Item> implements Iterable<Item> {
  readonly #chunks: readonly (readonly Item[])[]
  readonly length: number

  private constructor(chunks: readonly (readonly Item[])[], length: number) {
    this.#chunks = chunks
    this.length = length
  }

  /** A list of these items. */
  static of<Item>(items: readonly Item[]): StepList<Item> {
    const chunks: (readonly Item[])[] = []
    for (let from = 0; from < items.length; from += chunkSize)
      chunks.push(items.slice(from, from + chunkSize))
    return new StepList(chunks, items.length)
  }

  /** The item at a place from 0; a negative place counts from the end. */
  at(place: number): Item | undefined {
    const index = place < 0 ? this.length + place : place
    return this.#chunks[Math.floor(index / chunkSize)]?.[index % chunkSize]
  }

  /** The list with one item more at its end. */
  push(item: Item): StepList<Item> {
    const last = this.#chunks.at(-1)
    if (!last || last.length === chunkSize) return new StepList([...this.#chunks, [item]], this.length + 1)
    return new StepList([...this.#chunks.slice(0, -1), [...last, item]], this.length + 1)
  }

  /** The first items of the list. */
  first(count: number): StepList<Item> {
    if (count >= this.length) return this
    const whole = Math.floor(Math.max(0, count) / chunkSize)
    const rest = this.#chunks[whole]?.slice(0, Math.max(0, count) % chunkSize) ?? []
    const chunks = this.#chunks.slice(0, whole)
    return new StepList(rest.length > 0 ? [...chunks, rest] : chunks, Math.max(0, count))
  }

  /** The list with the items around a place, 256 at most, each replaced. */
  mapAround(place: number, replace: (item: Item) => Item): StepList<Item> {
    const chunk = Math.floor(place / chunkSize)
    const chunks = this.#chunks.map((items, index) => (index === chunk ? items.map(replace) : items))
    return new StepList(chunks, this.length)
  }

  *[Symbol.iterator](): Iterator<Item, void> {
    for (const chunk of this.#chunks) yield* chunk
  }
}
