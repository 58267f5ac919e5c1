/** `pointer` is what the user points at this moment; `cue` is what stands somewhere and can wait. */
export type Urgency = 'pointer' | 'cue'

/** What waits to be drawn: of the pointer only the newest, ahead of cues in the order in which they came. */
export class PictureQueue<Job> {
  #pointed: Job | null = null
  #cues: Job[] = []

  /** Takes a job in; gives the one that it makes pointless. */
  add(job: Job, urgency: Urgency): Job | null {
    if (urgency === 'cue') {
      this.#cues.push(job)
      return null
    }
    const before = this.#pointed
    this.#pointed = job
    return before
  }

  /** The job to do next, which waits no longer. */
  take(): Job | null {
    const pointed = this.#pointed
    this.#pointed = null
    return pointed ?? this.#cues.shift() ?? null
  }

  /** Takes a job out that nobody waits for any more. True when it was waiting. */
  drop(job: Job): boolean {
    const waited = this.#pointed === job || this.#cues.includes(job)
    if (this.#pointed === job) this.#pointed = null
    this.#cues = this.#cues.filter((other) => other !== job)
    return waited
  }
}
