import path from 'node:path'
import { Worker, type WorkerOptions } from 'node:worker_threads'
import { ok, type Problem, type Result, refuse } from '../../shared/result.ts'
import { fileProblem } from '../fileProblem.ts'

/** How much may be under way at once. */
export type SlotLimits = {
  /** Orders in work at once; each has a thread of its own. */
  readonly most: number
  /** Of these, about files of one folder: one that does not answer leaves slots for all others. */
  readonly mostPerFolder: number
  /** Seconds from the beginning of an order until it is given up. */
  readonly seconds: number
  /** Seconds that the rest may take after a provisional answer. */
  readonly secondsMore?: number
}

type Job<Order, Answer> = {
  readonly file: string
  readonly folder: string
  readonly order: Order
  readonly signal: AbortSignal | undefined
  readonly done: (answer: Result<Answer>) => void
}

/** What a thread says before it has done all: the answer if the rest comes to no end. */
export type Provisional<Answer> = { readonly provisional: Answer }

/** What a thread says once it can begin: the time that it takes to start is not the film's. */
export const ready = 'ready'

type Message<Answer> = Result<Answer> | Provisional<Answer> | typeof ready

type Slot<Order, Answer> = {
  readonly worker: Worker
  job: Job<Order, Answer> | null
  timer: NodeJS.Timeout | undefined
  provisional: Answer | undefined
  isReady: boolean
}

/** Everything of this process that reads in threads. */
const all = new Set<{ readonly busy: number }>()

/** Takes note of something else that reads in threads. */
export function countReadsOf(reader: { readonly busy: number }): void {
  all.add(reader)
}

/** Orders that are in work anywhere, or were given up and still wait for a disk. */
export function readsUnderWay(): number {
  return [...all].reduce((sum, { busy }) => sum + busy, 0)
}

/** Milliseconds within which a thread ends that computes; one that waits for a disk does not. */
const longestEnding = 500

/**
 * Threads that read films. Node's own pool, which writes the journal and the production, has four threads in Electron,
 * however the environment is set, so a folder that stalls must not get any of them. One order is in a thread at a time;
 * its script says `ready`, answers each message with a Result, and may give a provisional answer before.
 */
export class ReadSlots<Order, Answer> {
  readonly #script: URL
  readonly #limits: SlotLimits
  readonly #options: WorkerOptions
  readonly #slots = new Set<Slot<Order, Answer>>()
  /** Orders that were given up and whose threads have not ended; `isHeld` once it is clear that the disk holds them. */
  readonly #stuck = new Set<{ readonly folder: string; isHeld: boolean }>()
  #waiting: readonly Job<Order, Answer>[] = []

  constructor(script: URL, limits: SlotLimits, options: WorkerOptions = {}) {
    this.#script = script
    this.#limits = limits
    this.#options = options
    all.add(this)
  }

  /** Orders that are in work or were given up without an end, for a test to see. */
  get busy(): number {
    return [...this.#slots].filter(({ job }) => job).length + this.#stuck.size
  }

  /** Has an order about `file` done; one whose signal is aborted before its turn comes is not begun. */
  run(file: string, order: Order, signal?: AbortSignal): Promise<Result<Answer>> {
    return new Promise((done) => {
      this.#waiting = [...this.#waiting, { file, folder: path.dirname(file), order, signal, done }]
      this.#begin()
    })
  }

  /** Ends all threads; what is under way is answered with a Problem. */
  async end(): Promise<void> {
    await Promise.all([...this.#slots].map(({ worker }) => worker.terminate()))
    all.delete(this)
  }

  #begin(): void {
    this.#waiting = this.#waiting.filter((job) => !this.#settle(job) && !this.#start(job))
  }

  /** Answers an order that need not or cannot be begun any more. */
  #settle({ file, folder, signal, done }: Job<Order, Answer>): boolean {
    const held = [...this.#stuck].filter((other) => other.isHeld && other.folder === folder)
    if (!signal?.aborted && held.length < this.#limits.mostPerFolder) return false
    done(refuse(noAnswer(file, this.#limits.seconds)))
    return true
  }

  #start(job: Job<Order, Answer>): boolean {
    const others = [...[...this.#slots].map((slot) => slot.job), ...this.#stuck]
    if (others.filter((other) => other?.folder === job.folder).length >= this.#limits.mostPerFolder)
      return false
    const slot = [...this.#slots].find((one) => !one.job) ?? this.#open()
    if (!slot) return false
    slot.job = job
    slot.provisional = undefined
    if (slot.isReady) this.#setTimer(slot, this.#limits.seconds)
    slot.worker.ref()
    slot.worker.postMessage(job.order)
    return true
  }

  #open(): Slot<Order, Answer> | null {
    if (this.#slots.size >= this.#limits.most) return null
    const worker = new Worker(this.#script, this.#options)
    const slot: Slot<Order, Answer> = {
      worker,
      job: null,
      timer: undefined,
      provisional: undefined,
      isReady: false,
    }
    worker.unref()
    worker.on('message', (message: Message<Answer>) => this.#hear(slot, message))
    worker.on('error', (error) => {
      this.#slots.delete(slot)
      this.#answer(slot, refuse(fileProblem(error, slot.job?.file ?? '')))
    })
    worker.on('exit', () => {
      this.#slots.delete(slot)
      this.#answer(slot, refuse(fileProblem(new Error('a fault while reading'), slot.job?.file ?? '')))
    })
    this.#slots.add(slot)
    return slot
  }

  #hear(slot: Slot<Order, Answer>, message: Message<Answer>): void {
    if (message === ready) {
      slot.isReady = true
      if (slot.job) this.#setTimer(slot, this.#limits.seconds)
    } else if ('provisional' in message) {
      slot.provisional = message.provisional
      this.#setTimer(slot, this.#limits.secondsMore ?? this.#limits.seconds)
    } else {
      this.#answer(slot, message)
    }
  }

  #setTimer(slot: Slot<Order, Answer>, seconds: number): void {
    clearTimeout(slot.timer)
    slot.timer = setTimeout(() => void this.#giveUp(slot), seconds * 1000)
  }

  #answer(slot: Slot<Order, Answer>, answer: Result<Answer>): void {
    clearTimeout(slot.timer)
    slot.worker.unref()
    const { job } = slot
    slot.job = null
    const { provisional } = slot
    job?.done(answer.ok || provisional === undefined ? answer : ok(provisional))
    this.#begin()
  }

  async #giveUp(slot: Slot<Order, Answer>): Promise<void> {
    const { job, provisional } = slot
    if (!job) return
    if (provisional !== undefined) job.done(ok(provisional))
    slot.job = null
    this.#slots.delete(slot)
    const stuck = { folder: job.folder, isHeld: false }
    this.#stuck.add(stuck)
    const ending = slot.worker.terminate().then(() => {
      this.#stuck.delete(stuck)
      this.#begin()
      return true
    })
    this.#begin()
    const hasEnded = await Promise.race([ending, after(longestEnding)])
    stuck.isHeld = !hasEnded
    this.#begin()
    slot.worker.unref()
    const { seconds } = this.#limits
    job.done(refuse(hasEnded ? endless(job.file, seconds) : noAnswer(job.file, seconds)))
  }
}

function after(milliseconds: number): Promise<false> {
  return new Promise((resolve) => setTimeout(() => resolve(false), milliseconds))
}

function noAnswer(file: string, seconds: number): Problem {
  return {
    message: `${path.basename(file)} does not answer.`,
    expected: `a disk or a network folder that answers within ${seconds} seconds`,
    found: `none that does, at ${path.dirname(file)}`,
    remedy: 'Look whether the disk or the network is connected, then open the film again.',
  }
}

function endless(file: string, seconds: number): Problem {
  return {
    message: `${path.basename(file)} cannot be read to its end.`,
    expected: `a film that can be understood within ${seconds} seconds`,
    found: 'a file that is damaged, or a disk that is very slow',
    remedy: 'Copy the film to a disk of this computer and open it there; if that fails, export it again.',
  }
}
