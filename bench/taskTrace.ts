import type { CDPSession } from '@playwright/test'

type TraceEvent = {
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  /** Microseconds of processor time. */
  readonly tdur?: number
  readonly args: { readonly name?: string }
}

/** Records the tasks of the page's main thread until it is asked for them; adds next to nothing to what they cost. */
export class TaskTrace {
  readonly #session: CDPSession
  readonly #events: TraceEvent[] = []

  private constructor(session: CDPSession) {
    this.#session = session
    session.on('Tracing.dataCollected', ({ value }) => {
      this.#events.push(...(value as unknown as TraceEvent[]))
    })
  }

  static async start(session: CDPSession): Promise<TaskTrace> {
    const trace = new TaskTrace(session)
    await session.send('Tracing.start', {
      transferMode: 'ReportEvents',
      traceConfig: { includedCategories: ['toplevel'] },
    })
    return trace
  }

  /** Milliseconds of processor time of the longest task, of the busiest of the pages where there are several. */
  async longest(): Promise<number> {
    const ended = new Promise<void>((resolve) =>
      this.#session.once('Tracing.tracingComplete', () => resolve()),
    )
    await this.#session.send('Tracing.end')
    await ended
    const threads = this.#events
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(({ pid, tid }) => this.#tasksOf(pid, tid))
    const busiest = threads.toSorted((a, b) => sum(b) - sum(a))[0] ?? []
    return Math.max(0, ...busiest) / 1000
  }

  #tasksOf(pid: number, tid: number): readonly number[] {
    return this.#events
      .filter((event) => event.pid === pid && event.tid === tid && event.ph === 'X')
      .map(({ tdur }) => tdur ?? 0)
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
