import type { Session } from '../store/session.ts'
import type { Command } from './command.ts'

/** Keys on a Mac that keep back the letting go of any other key while they are down. */
const muting = /^Meta/

/** The keys that are down and mean something as long as they are; none is down for ever. */
export class HeldKeys {
  readonly #session: Session
  /** Commands by the code of the key that is down. */
  readonly #held = new Map<string, Command>()

  constructor(session: Session) {
    this.#session = session
  }

  press(code: string, command: Command): void {
    if (this.#held.has(code) || (command.when?.(this.#session) ?? true) === false) return
    this.#held.set(code, command)
    command.hold?.press(this.#session)
  }

  release(code: string): void {
    if (muting.test(code)) this.releaseAll()
    const command = this.#held.get(code)
    this.#held.delete(code)
    command?.hold?.release(this.#session)
  }

  releaseAll(): void {
    for (const code of [...this.#held.keys()]) this.release(code)
  }
}
