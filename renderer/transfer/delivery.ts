import type { DeliveryDetails } from '../../shared/delivery/deliveryRecord.ts'
import { type PlannedFile, plannedFiles } from '../../shared/delivery/plannedFiles.ts'
import { exporters } from '../../shared/formats/exporters.ts'
import type { Exporter } from '../../shared/formats/format.ts'
import type { PastDeliveries } from '../../shared/ipc/delivery.ts'
import type { DeliverySetup, Settings } from '../../shared/ipc/settingsSchema.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import type { Problem, Result } from '../../shared/result.ts'
import { listen, request } from '../ipc.ts'
import { today } from '../licensing/today.ts'
import type { OpenWork, Session } from '../store/session.ts'
import { Store } from '../store/store.ts'
import { DeliverThread } from './deliverThread.ts'
import { optionsInForce } from './deliverySetup.ts'

/** A delivery that is under way. */
export type DeliveryRun = {
  /** What is being written, and which of how many. */
  readonly label: string
  readonly at: number
  readonly of: number
  /** Of the file, from 0 to 1. */
  readonly done: number
}

/** What the place Deliver shows besides the setup, which is in the settings. */
export type DeliveryState = {
  /** Null until one was chosen, now or for the last delivery. */
  readonly folder: string | null
  /** The format that is previewed. */
  readonly shown: string
  readonly tab: 'preview' | 'changes' | 'past'
  readonly run: DeliveryRun | null
  /** Names that are taken in the folder; the user is asked about them. */
  readonly taken: readonly string[]
  readonly problem: Problem | null
  /** What the last delivery did, in words; empty before one. */
  readonly done: string
  /** Null until it was read. */
  readonly past: PastDeliveries | null
  /** The record against which changes are shown; null for the latest. */
  readonly since: string | null
}

/** The formats that a setup names, in the order of the list. */
export function chosenExporters({ formats }: Pick<DeliverySetup, 'formats'>): readonly Exporter[] {
  return exporters.filter(({ id }) => formats.includes(id))
}

/** The files that the setup gives for a document. */
export function filesOf(
  { production }: Pick<ProductionDocument, 'production'>,
  settings: Pick<Settings, 'delivery' | 'byteOrderMark'>,
): Result<readonly PlannedFile[]> {
  const { pattern, client } = settings.delivery
  const chosen = chosenExporters(settings.delivery)
  const options = Object.fromEntries(
    chosen.map((exporter) => [exporter.id, optionsInForce(exporter, settings)]),
  )
  return plannedFiles(production, { exporters: chosen, pattern, options, client, today: today() })
}

/** The deliveries of one open production: what is being written, and what was. It lives as long as the production is open. */
export class Delivery {
  readonly state: Store<DeliveryState>
  readonly thread = new DeliverThread()
  readonly #session: Session
  readonly #work: OpenWork
  #stop: AbortController | null = null

  constructor(session: Session, work: OpenWork) {
    this.#session = session
    this.#work = work
    const [first] = chosenExporters(session.settings.value.delivery)
    this.state = new Store<DeliveryState>({
      folder: null,
      shown: first?.id ?? exporters[0]?.id ?? '',
      tab: 'preview',
      run: null,
      taken: [],
      problem: null,
      done: '',
      past: null,
      since: null,
    })
    void this.#readPast()
  }

  end(): void {
    this.#stop?.abort()
    this.thread.end()
  }

  /** Stops what is being written; files that are done stay. */
  cancel(): void {
    this.#stop?.abort()
    void request('delivery:stop', {})
  }

  /** The sheet of a past delivery as it was recorded, as JSON; null where the record cannot be read, which is told. */
  async sheetOf(name: string): Promise<string | null> {
    const sheet = await request('delivery:sheet', { id: this.#work.id, name })
    if (sheet.ok) return sheet.value
    this.state.patch({ problem: sheet.problem })
    return null
  }

  /** Asks for a folder. True when there is one. */
  async chooseFolder(): Promise<boolean> {
    const chosen = await request('delivery:chooseFolder', {})
    if (!chosen.ok) this.state.patch({ problem: chosen.problem })
    else if (chosen.value !== null) this.state.patch({ folder: chosen.value, taken: [], problem: null })
    return chosen.ok && chosen.value !== null
  }

  /** Writes every file of the setup. Of the files that are there only those are replaced that the user was `asked` about. */
  async deliver(asked: readonly string[]): Promise<void> {
    if (this.#stop) return
    this.#stop = new AbortController()
    this.state.patch({ problem: null, done: '', taken: [] })
    try {
      await this.#deliver(asked, this.#stop.signal)
    } catch (error) {
      this.state.patch({ problem: unexpected(error) })
    } finally {
      this.#stop = null
      this.state.patch({ run: null })
    }
  }

  async #deliver(asked: readonly string[], signal: AbortSignal): Promise<void> {
    const settings = this.#session.settings.value
    const { document } = this.#work.documents
    const files = filesOf(document, settings)
    if (!files.ok) return this.state.patch({ problem: files.problem })
    if (files.value.length === 0) return
    if (this.state.value.folder === null && !(await this.chooseFolder())) return
    const { folder } = this.state.value
    if (folder === null) return
    const taken = await request('delivery:present', { folder, names: files.value.map(({ name }) => name) })
    if (!taken.ok) return this.state.patch({ problem: taken.problem })
    if (taken.value.some((name) => !asked.includes(name))) return this.state.patch({ taken: taken.value })
    await this.thread.open(document)
    const recorded = await this.thread.record()
    const written: DeliveryDetails['files'][number][] = []
    const problem = await this.#write(files.value, folder, taken.value, signal, written)
    if (problem) this.state.patch({ problem: withWritten(problem, written) })
    if (written.length === 0) return
    const details: DeliveryDetails = {
      title: titleOf(document),
      preparedBy: document.production.preparedBy.slice(0, 2000),
      client: settings.delivery.client,
      folder,
      isDraft: recorded.errors > 0,
      files: written,
    }
    const kept = await request('delivery:record', { id: this.#work.id, details, sheet: recorded.sheet })
    if (!kept.ok) return this.state.patch({ problem: unrecorded(kept.problem) })
    await this.#readPast()
    if (!problem) this.state.patch({ done: `Delivered ${countText(written.length)} into ${folder}` })
  }

  /** Null when all was written, or when the user stopped it before the first file. */
  async #write(
    files: readonly PlannedFile[],
    folder: string,
    taken: readonly string[],
    signal: AbortSignal,
    written: DeliveryDetails['files'][number][],
  ): Promise<Problem | null> {
    for (const [index, { exporter, name, options }] of files.entries()) {
      const tell = (done: number) =>
        this.state.patch({ run: { label: exporter.label, at: index + 1, of: files.length, done } })
      tell(0)
      const rendered = await this.thread.render(exporter.id, options, {
        signal,
        onProgress: (done) => tell(done / 2),
      })
      if (!rendered) return stopped(files.length - written.length)
      tell(0.5)
      const quiet = listen('delivery:printing', ({ done }) => tell(0.5 + done / 2))
      const data = rendered.artifact
      const file = await request('delivery:write', { folder, name, data, replaces: taken.includes(name) })
      quiet()
      if (!file.ok) return signal.aborted ? stopped(files.length - written.length) : file.problem
      written.push({ format: exporter.id, name, ...file.value })
    }
    return null
  }

  async #readPast(): Promise<void> {
    const past = await request('delivery:list', { id: this.#work.id })
    if (!past.ok) return this.state.patch({ problem: past.problem })
    const { folder } = this.state.value
    this.state.patch({ past: past.value, folder: folder ?? past.value.deliveries[0]?.details.folder ?? null })
  }
}

const deliveries = new WeakMap<OpenWork, Delivery>()

/** The deliveries of an open production; the same ones until it is closed. */
export function deliveryOf(session: Session, work: OpenWork): Delivery {
  const known = deliveries.get(work)
  if (known) return known
  const delivery = new Delivery(session, work)
  deliveries.set(work, delivery)
  const stop = session.work.subscribe((open) => {
    if (open === work) return
    stop()
    delivery.end()
  })
  return delivery
}

/** `1 file`, `3 files`. */
export function countText(files: number): string {
  return files === 1 ? '1 file' : `${files.toLocaleString()} files`
}

function titleOf({ production }: ProductionDocument): string {
  const { title, episodeNumber, episodeTitle } = production
  return [title || 'Untitled production', episodeNumber, episodeTitle]
    .filter(Boolean)
    .join(' ')
    .slice(0, 2000)
}

function withWritten(problem: Problem, written: readonly { readonly name: string }[]): Problem {
  if (written.length === 0) return problem
  const names = written.map(({ name }) => name).join(', ')
  return { ...problem, found: `${problem.found}. Written before it and kept: ${names}` }
}

function stopped(missing: number): Problem {
  return {
    message: 'The delivery was stopped.',
    expected: 'every file',
    found: `${countText(missing)} not written`,
    remedy: 'Deliver again when you are ready.',
  }
}

function unrecorded({ found, remedy }: Problem): Problem {
  return {
    message: 'The files were delivered, but no record of it could be kept.',
    expected: 'a record beside the journals, for the list of past deliveries',
    found,
    remedy,
  }
}

function unexpected(error: unknown): Problem {
  return {
    message: 'The delivery failed.',
    expected: 'files as they are previewed',
    found: error instanceof Error ? error.message : String(error),
    remedy: 'This is a fault in Needledrop. Leave out the format that fails, and report it.',
  }
}
