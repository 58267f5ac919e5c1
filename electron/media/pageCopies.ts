import type { MadeAddress, PreparedFilm } from '../../shared/ipc/film.ts'
import { ok, type Problem, type Result, refuse } from '../../shared/result.ts'
import { mediaScheme } from '../schemes.ts'
import type { MadeFilms } from './madeFilms.ts'
import { expectedBytes, type Original, type Preparations } from './preparations.ts'
import { Stopped } from './prepareThread.ts'

type Open = {
  readonly finish: () => void
  readonly drop: () => void
  readonly result: Promise<Result<PreparedFilm>>
}

/** Copies that the page encodes itself: it is told when its turn has come and where to write, and says when it is done. */
export class PageCopies {
  readonly #preparations: Preparations
  readonly #made: MadeFilms
  readonly #open = new Map<string, Open>()

  constructor(preparations: Preparations, made: MadeFilms) {
    this.#preparations = preparations
    this.#made = made
  }

  /** Resolves with where to write, once the jobs before this one have ended. */
  start(film: Original): Promise<Result<MadeAddress>> {
    return new Promise((begin) => {
      let result: Promise<Result<PreparedFilm>> | null = null
      const make = async (draft: string, _progress: unknown, signal: AbortSignal) => {
        const token = await this.#made.admit(draft, expectedBytes(film, 'prores-proxy') * 4)
        try {
          await new Promise<void>((finish, fail) => {
            const drop = () => fail(new Stopped())
            signal.addEventListener('abort', drop, { once: true })
            if (result) this.#open.set(token, { finish, drop, result })
            begin(ok({ token, url: `${mediaScheme}://made/${token}` }))
          })
        } finally {
          this.#open.delete(token)
          await this.#made.close(token)
        }
      }
      result = this.#preparations.enqueue(film, 'prores-proxy', make)
      // Where it never came to its turn, the refusal is the answer.
      void result.then((made) => begin(made.ok ? refuse(unknownCopy) : made))
    })
  }

  /** Takes what the page has written as a whole copy, if it is one. */
  finish(token: string): Promise<Result<PreparedFilm>> {
    const open = this.#open.get(token)
    open?.finish()
    return open?.result ?? Promise.resolve(refuse(unknownCopy))
  }

  /** Throws away what the page has written. */
  drop(token: string): void {
    this.#open.get(token)?.drop()
  }
}

const unknownCopy: Problem = {
  message: 'This copy is not being made any more.',
  expected: 'a copy that was begun and neither finished nor stopped',
  found: 'none',
  remedy: 'Begin it again.',
}
