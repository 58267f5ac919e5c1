/** Lets marks become edits in the order of their keys, however long each has to wait for its picture. */
export class MarkQueue {
  #last: Promise<void> | null = null

  /** Whether every mark has become an edit or was given up. */
  get isEmpty(): boolean {
    return this.#last === null
  }

  /** Runs a mark at once, or as soon as all before it are done. */
  add(mark: () => Promise<void> | undefined): void {
    const before = this.#last
    const done = before ? before.then(mark) : mark()
    if (!done) return
    const last = done.finally(() => {
      if (this.#last === last) this.#last = null
    })
    this.#last = last
  }
}
