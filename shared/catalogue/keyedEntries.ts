/** Records by id, and by keys under which one that means the same is found. */
export class KeyedEntries<Named extends { readonly id: string }> {
  readonly #byId: Map<string, Named>
  readonly #byKey = new Map<string, Set<string>>()
  readonly #keysOf: (record: Named) => readonly (string | null)[]

  constructor(
    records: Readonly<Record<string, Named>>,
    keysOf: (record: Named) => readonly (string | null)[],
  ) {
    this.#keysOf = keysOf
    this.#byId = new Map(Object.entries(records))
    for (const record of this.#byId.values()) this.#file(record)
  }

  get size(): number {
    return this.#byId.size
  }

  /** All records by id. */
  get all(): Readonly<Record<string, Named>> {
    return Object.fromEntries(this.#byId)
  }

  /** All records, in the order in which they came. */
  get list(): Iterable<Named> {
    return this.#byId.values()
  }

  get(id: string): Named | undefined {
    return this.#byId.get(id)
  }

  /** The records with a key. */
  with(key: string): readonly Named[] {
    return [...(this.#byKey.get(key) ?? [])].flatMap((id) => this.#byId.get(id) ?? [])
  }

  /** Stores a record in place of the one with its id. */
  put(record: Named): void {
    this.remove(record.id)
    this.#byId.set(record.id, record)
    this.#file(record)
  }

  remove(id: string): void {
    const record = this.#byId.get(id)
    if (!record) return
    for (const key of this.#keysOf(record)) if (key !== null) this.#byKey.get(key)?.delete(id)
    this.#byId.delete(id)
  }

  #file(record: Named): void {
    for (const key of this.#keysOf(record)) {
      if (key === null) continue
      const ids = this.#byKey.get(key)
      if (ids) ids.add(record.id)
      else this.#byKey.set(key, new Set([record.id]))
    }
  }
}
