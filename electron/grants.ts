import path from 'node:path'
import { refuse } from '../shared/result.ts'

/** Paths that a request may name: those that the user chose, and the films that an opened production names. */
export class Grants {
  readonly #paths = new Set<string>()
  readonly #named = new Set<string>()

  /** Lets requests name this path; gives it in its absolute form. */
  allow(file: string): string {
    const absolute = path.resolve(file)
    this.#paths.add(absolute)
    return absolute
  }

  /** Lets a film be opened that a production names; unlike a chosen one it is served only once it was probed. */
  allowNamed(file: string): void {
    this.#named.add(file)
  }

  /** Whether the user chose this path. */
  has(file: string): boolean {
    return this.#paths.has(file)
  }

  /** Whether this path may be opened as a film. */
  hasFilm(file: string): boolean {
    return this.has(file) || this.#named.has(file)
  }

  /** A refusal for a path that the user did not choose; null for one that may be used. */
  require(file: string, isAllowed = this.has(file)): ReturnType<typeof refuse> | null {
    if (isAllowed) return null
    return refuse({
      message: `${path.basename(file)} was not chosen by the user.`,
      expected: 'a file that was chosen in a dialog, dropped on the window, or opened before',
      found: file,
      remedy: 'Open it with Open.',
    })
  }
}
