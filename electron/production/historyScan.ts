import { open } from 'node:fs/promises'
import { type HistoryMark, readHistoryLine } from '../../shared/files/historyLine.ts'
import { StepsReader } from '../../shared/files/keptSteps.ts'

/** A mark with its place: the file up to `end`, in bytes, leads to the text that the mark names. */
export type PlacedMark = HistoryMark & { readonly sequence: number; readonly end: number }

/** What a history file holds. */
export type HistoryScan = {
  readonly file: string
  /** Version of the file format of its records; null where not even the head could be read. */
  readonly version: number | null
  readonly marks: readonly PlacedMark[]
  readonly reader: StepsReader
  /** Sequence number of the last move read. */
  readonly lastSequence: number
  /** Bytes of the lines read, whole or damaged. */
  readonly end: number
}

const chunkBytes = 64 * 1024

/**
 * Reads a history, up to a place in it if one is given, piece by piece: other work of the process goes on between two pieces. After a
 * damaged line or a gap the history begins anew, for what is undone is reached from its end.
 */
export async function scanHistory(
  file: string,
  id: string,
  upTo = Number.POSITIVE_INFINITY,
): Promise<HistoryScan> {
  const scan = new Scan(id)
  const handle = await open(file, 'r')
  try {
    const buffer = Buffer.alloc(chunkBytes)
    for (let at = 0; at < upTo; ) {
      const { bytesRead } = await handle.read(buffer, 0, Math.min(chunkBytes, upTo - at), at)
      if (bytesRead === 0) break
      scan.take(buffer.toString('latin1', 0, bytesRead))
      at += bytesRead
    }
  } finally {
    await handle.close()
  }
  const { version, marks, reader, lastSequence, end } = scan
  return { file, version, marks, reader, lastSequence, end }
}

class Scan {
  readonly #id: string
  readonly marks: PlacedMark[] = []
  readonly reader = new StepsReader()
  version: number | null = null
  lastSequence = -1
  end = 0
  #rest = ''

  constructor(id: string) {
    this.#id = id
  }

  take(text: string): void {
    const lines = (this.#rest + text).split('\n')
    this.#rest = lines.pop() ?? ''
    for (const line of lines) {
      this.end += line.length + 1
      this.#takeLine(line)
    }
  }

  #takeLine(line: string): void {
    const read = readHistoryLine(this.#id, line)
    if (read === null) {
      this.reader.beginHere()
      return
    }
    if (read.kind === 'head') this.version = read.version
    if (read.kind === 'mark') {
      if (read.sequence !== this.lastSequence) this.reader.beginHere()
      this.marks.push({ ...read.mark, sequence: read.sequence, end: this.end })
    }
    if (read.kind === 'move') {
      // A change that was noted twice stands once.
      if (read.sequence <= this.lastSequence) return
      if (read.sequence !== this.lastSequence + 1 && this.lastSequence >= 0) this.reader.beginHere()
      this.reader.take(read.move, read.text)
    }
    this.lastSequence = read.sequence
  }
}
