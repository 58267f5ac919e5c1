import { randomBytes } from 'node:crypto'

/** The films that the user has opened in this run; nothing else is ever served to the page. */
export class OpenFilms {
  readonly #paths = new Map<string, string>()

  /** Grants a film to the page and gives the token that its address holds. */
  grant(path: string): string {
    for (const [token, granted] of this.#paths) if (granted === path) return token
    const token = randomBytes(16).toString('hex')
    this.#paths.set(token, path)
    return token
  }

  /** The path behind a token, or undefined when no film was granted under it. */
  pathOf(token: string): string | undefined {
    return this.#paths.get(token)
  }
}
