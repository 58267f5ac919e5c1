/** Owns listeners, timers and whatever else must be ended, and ends them all together. */
export class Scope {
  readonly #ends: (() => void)[] = []
  #ended = false

  get hasEnded(): boolean {
    return this.#ended
  }

  /** Takes on one more thing to end; ends it at once if the scope is already over. */
  own(end: () => void): void {
    if (this.#ended) end()
    else this.#ends.push(end)
  }

  listen<Name extends keyof HTMLElementEventMap>(
    target: EventTarget,
    name: Name | (string & {}),
    listener: (event: HTMLElementEventMap[Name]) => void,
    options?: AddEventListenerOptions,
  ): void {
    target.addEventListener(name, listener as EventListener, options)
    this.own(() => target.removeEventListener(name, listener as EventListener, options))
  }

  observeSize(element: Element, changed: () => void): void {
    const observer = new ResizeObserver(changed)
    observer.observe(element)
    this.own(() => observer.disconnect())
  }

  end(): void {
    this.#ended = true
    for (const end of this.#ends.splice(0).reverse()) end()
  }
}
