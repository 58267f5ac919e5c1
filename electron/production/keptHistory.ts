import { createHash } from 'node:crypto'
import { access } from 'node:fs/promises'
import { applyToCopy, invert } from '../../shared/edits/change.ts'
import { packedText } from '../../shared/edits/storedChange.ts'
import { historyHeadText, historyMarkText, historyMoveText } from '../../shared/files/historyLine.ts'
import type { JournalEntry } from '../../shared/files/journal.ts'
import { type KeptSteps, StepsReader } from '../../shared/files/keptSteps.ts'
import { productionFileText, productionFileVersion } from '../../shared/files/productionFile.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import type { Problem } from '../../shared/result.ts'
import {
  copyHistoryAside,
  createHistory,
  forkHistory,
  historyFilesOf,
  setHistoryAside,
  writeBehind,
} from './historyFiles.ts'
import { type HistoryScan, type PlacedMark, scanHistory } from './historyScan.ts'

/*
 * The journal holds what was done since the file was saved; before a save takes lines out of it, they are moved here. So an edit
 * costs nothing, and every line is flushed in one of the two at any instant. A history is used only where a mark in it names the
 * very text of the production file.
 */

/** What was opened, for its history to be found. */
export type HistoryBase = {
  /** Sequence number of the last change in the production file, and a digest of that file's text. */
  readonly savedSequence: number
  readonly stamp: string | null
  /** Sequence number before the journal's first change, and the changes that stand in the journal. */
  readonly journalSequence: number
  readonly journalled: readonly JournalEntry[]
}

/** A production that was opened. */
export type OpenedForHistory = {
  readonly id: string
  readonly path: string | null
  readonly document: ProductionDocument
  readonly lastSequence: number
  readonly base: HistoryBase
}

/** A state of the production file. */
export type SavedState = { readonly sequence: number; readonly path: string; readonly stamp: string }

/** Where the history of a production stands. */
type Found = {
  /** Let go once the window has it. */
  reader: StepsReader
  /** Null while nothing was ever moved from the journal. */
  file: string | null
  /** Bytes of the file that are good. */
  size: number
  last: PlacedMark | null
  readonly warnings: readonly Problem[]
}

const slice = 500

/** Where a file lies from the production's, and the checksum that covers that. In a text of JSON a quote is always escaped. */
const places = /,"relative":"(?:[^"\\]|\\.)*"|^"checksum": "[^"\n]*",\n/gm

/** Tells one text of a production file from any other; where films lie from the file is no part of its history. */
export function textStamp(text: string): string {
  return createHash('sha256').update(text.replaceAll(places, '')).digest('hex').slice(0, 32)
}

/** The history of one open production: found when it is first asked for, added to when the journal is cut. */
export class KeptHistory {
  readonly #folder: string
  #opened: OpenedForHistory
  #found: Promise<Found> | null = null
  #queue: Promise<unknown> = Promise.resolve()

  constructor(folder: string, opened: OpenedForHistory) {
    this.#folder = folder
    this.#opened = opened
  }

  /** A slice of the steps, from one on. After the last slice they are let go: they are read once. */
  async read(from: number): Promise<KeptSteps> {
    const found = await this.#find()
    const { steps, position } = found.reader
    const { warnings } = found
    if (from + slice >= steps.length) found.reader = new StepsReader()
    return {
      steps: steps.slice(from, from + slice),
      count: steps.length,
      position,
      warnings: from === 0 ? warnings : [],
    }
  }

  /** Takes over what the journal is about to drop, and notes which text the file has now. Rejects with Node's error. */
  keep(dropped: readonly JournalEntry[], saved: SavedState): Promise<void> {
    const run = this.#queue.then(() => this.#keep(dropped, saved))
    this.#queue = run.catch(() => undefined)
    return run
  }

  async #keep(dropped: readonly JournalEntry[], saved: SavedState): Promise<void> {
    const { id } = this.#opened
    const found = await this.#find()
    const entries = dropped.filter(({ sequence }) => sequence > (found.last?.sequence ?? -1))
    const isNoted = found.last?.stamp === saved.stamp && found.last.path === saved.path
    if (entries.length === 0 && isNoted) return
    const lines = [
      ...entries.map((entry) => historyMoveText(id, entry)),
      historyMarkText(id, saved.sequence, saved),
    ].join('')
    const start = (entries[0]?.sequence ?? saved.sequence + 1) - 1
    const end = await this.#write(found, lines, start)
    found.size = end
    found.last = { ...saved, end }
  }

  /** Appends to the file, or starts one; a file that was removed or cut short meanwhile is started anew. */
  async #write(found: Found, lines: string, start: number): Promise<number> {
    const { id } = this.#opened
    if (found.file !== null) {
      try {
        return await writeBehind(found.file, found.size, lines)
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? error.code : ''
        if (code === 'ESTALE') await setHistoryAside(found.file)
        else if (code !== 'ENOENT') throw error
      }
    }
    const text = historyHeadText(id, start, productionFileVersion) + lines
    found.file = await createHistory(this.#folder, id, text)
    return text.length
  }

  #find(): Promise<Found> {
    this.#found ??= this.#looked()
    return this.#found
  }

  async #looked(): Promise<Found> {
    const found = await this.#look().catch((error) => ({
      reader: this.#withJournal(new StepsReader(), this.#opened.base.journalSequence),
      file: null,
      size: 0,
      last: null,
      warnings: [unreadable(error)],
    }))
    this.#opened = { ...this.#opened, base: { ...this.#opened.base, journalled: [] } }
    return found
  }

  async #look(): Promise<Found> {
    const { id, path, base } = this.#opened
    const nothing = (warnings: readonly Problem[]): Found => ({
      reader: this.#withJournal(new StepsReader(), base.journalSequence),
      file: null,
      size: 0,
      last: null,
      warnings,
    })
    if (path === null) return nothing([])
    const scans: HistoryScan[] = []
    for (const file of await historyFilesOf(this.#folder, id)) scans.push(await scanHistory(file, id))
    const fitting = await this.#fitting(scans, path)
    if (fitting) return this.#adopt(fitting, path)
    const warnings: Problem[] = []
    for (const { file, marks } of scans) {
      if (marks.length > 0 && marks.at(-1)?.path !== path) continue
      warnings.push(otherCourse(await setHistoryAside(file)))
    }
    return nothing(warnings)
  }

  /** The history that leads to what was opened: its own, else that of a file that was moved here, else that of the original of a copy. */
  async #fitting(scans: readonly HistoryScan[], path: string): Promise<Fitting | null> {
    const stamps = new Map<number, string>()
    const stampAt = (sequence: number) => {
      const stamp = stamps.get(sequence) ?? this.#stampAt(sequence)
      stamps.set(sequence, stamp)
      return stamp
    }
    const { lastSequence, base } = this.#opened
    let best: Fitting | null = null
    for (const scan of scans) {
      if (scan.version !== null && scan.version !== productionFileVersion) continue
      const mark = scan.marks.findLast(
        ({ sequence, stamp }) =>
          sequence >= base.journalSequence && sequence <= lastSequence && stamp === stampAt(sequence),
      )
      if (!mark) continue
      const belongs = scan.marks.at(-1)?.path ?? ''
      const rank = belongs === path ? 3 : (await isThere(belongs)) ? 1 : 2
      if (!best || rank > best.rank) best = { scan, mark, rank }
    }
    return best
  }

  async #adopt({ scan, mark, rank }: Fitting, path: string): Promise<Found> {
    const { id } = this.#opened
    const isLast = scan.marks.at(-1) === mark
    const warnings: Problem[] = []
    let { file } = scan
    if (rank === 1) file = await forkHistory(file, this.#folder, id)
    else if (!isLast) warnings.push(wentBack(await copyHistoryAside(file)))
    // Lines behind the mark are those of a save that was stopped; the journal still has them.
    const { reader } = scan.end === mark.end ? scan : await scanHistory(file, id, mark.end)
    if (!reader.isWhole) warnings.push(damaged())
    const moved = mark.path === path ? '' : historyMarkText(id, mark.sequence, { stamp: mark.stamp, path })
    const size = await writeBehind(file, mark.end, moved)
    const last = { ...mark, path, end: size }
    return { reader: this.#withJournal(reader, mark.sequence), file, size, last, warnings }
  }

  /** The steps with those that stand in the journal behind them. */
  #withJournal(reader: StepsReader, after: number): StepsReader {
    for (const entry of this.#opened.base.journalled) {
      if (entry.sequence <= after) continue
      reader.take(entry, entry.kind === 'edit' ? packedText(entry.change) : '')
    }
    return reader
  }

  /** What the text of the production file was, or would have been, after a change that the journal still has. */
  #stampAt(sequence: number): string {
    const { id, document, base } = this.#opened
    if (sequence === base.savedSequence && base.stamp !== null) return base.stamp
    const copy: Record<string, unknown> = { ...document }
    const copied = new Set<string>()
    for (const entry of base.journalled.toReversed()) {
      if (entry.sequence > sequence) applyToCopy(copy, copied, invert(entry.change))
    }
    return textStamp(productionFileText(copy as ProductionDocument, { id, lastSequence: sequence }))
  }
}

type Fitting = { readonly scan: HistoryScan; readonly mark: PlacedMark; readonly rank: number }

async function isThere(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  )
}

function otherCourse(aside: string): Problem {
  return {
    message: 'The undo history begins anew: the one that was kept does not lead to this file.',
    expected: 'the file as it was last saved here',
    found: 'a file that was changed elsewhere or by another program',
    remedy: `Go on; nothing in the production is affected. The old history is kept as ${aside}.`,
  }
}

function wentBack(aside: string): Problem {
  return {
    message: 'This is an earlier state of the file. Its undo history goes as far as that state.',
    expected: 'the file as it was last saved here',
    found: 'the file as it was saved before that',
    remedy: `Go on; what came after is kept, with its history, as ${aside}.`,
  }
}

function damaged(): Problem {
  return {
    message: 'Part of the undo history could not be read. What is newer than the damage can still be undone.',
    expected: 'a history whose lines are all whole',
    found: 'lines that were damaged on the disk',
    remedy: 'Go on; nothing in the production is affected.',
  }
}

function unreadable(error: unknown): Problem {
  return {
    message: 'The undo history of earlier sessions could not be read.',
    expected: 'a readable file in the folder of the app',
    found: error instanceof Error ? error.message : String(error),
    remedy: 'Go on; nothing in the production is affected. Opening it again tries once more.',
  }
}
