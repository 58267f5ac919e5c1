/** Runs one job after the other; a job that was stopped while it waited never starts. */
export class JobQueue {
  #last: Promise<unknown> = Promise.resolve()

  /** Runs a job as soon as those before it have ended, however they did. */
  run<T>(job: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(job)
    this.#last = turn.catch(() => {})
    return turn
  }
}
