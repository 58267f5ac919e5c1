import { z } from 'zod'
import { packedText } from '../edits/storedChange.ts'
import { crc32 } from './crc32.ts'
import { asciiJson, type JournalEntry, journalKinds, journalMoveShape } from './journal.ts'
import type { HistoryMove } from './keptSteps.ts'

/*
 * A history file is a list of lines `checksum sequence json TAB change`. The checksum covers the rest of the line and the production's
 * id. Lines are moves, as the journal has them but with the change packed, and marks: a mark says which text the production file
 * had after the move before it, so that a reader can tell whether the history leads to the file it has before it.
 */

/** Version of the history's own form. */
export const historyVersion = 1

/** What a line of a history says. */
export type HistoryLine =
  | { readonly kind: 'head'; readonly sequence: number; readonly version: number }
  | { readonly kind: 'mark'; readonly sequence: number; readonly mark: HistoryMark }
  | { readonly kind: 'move'; readonly sequence: number; readonly move: HistoryMove; readonly text: string }

/** The production file as it was after a move. */
export type HistoryMark = {
  /** Digest of the text of the file. */
  readonly stamp: string
  readonly path: string
}

const headSchema = z.strictObject({ needledropHistory: z.literal(historyVersion), version: z.int().min(1) })
const markSchema = z.strictObject({ stamp: z.string(), path: z.string() })
const moveSchema = z.strictObject({ kind: z.enum(journalKinds), label: z.string(), ...journalMoveShape })

/** The first line; `version` is that of the file format in which records are written. */
export function historyHeadText(id: string, sequence: number, version: number): string {
  return lineText(id, sequence, { needledropHistory: historyVersion, version }, '')
}

/** The line of a mark. */
export function historyMarkText(id: string, sequence: number, { stamp, path }: HistoryMark): string {
  return lineText(id, sequence, { stamp, path }, '')
}

/** The line of a journalled change. An undo and a redo need no change: they move along what is there. */
export function historyMoveText(id: string, entry: JournalEntry): string {
  const { sequence, kind, label, made, step, steps, change } = entry
  return lineText(id, sequence, { kind, label, made, step, steps }, kind === 'edit' ? packedText(change) : '')
}

/** What a line without its line end says; null for one that is torn, altered, or of another production. */
export function readHistoryLine(id: string, line: string): HistoryLine | null {
  const match = /^([0-9a-f]{8}) (\d{1,15}) (\{[^\t]*\})\t(.*)$/.exec(line)
  if (!match) return null
  const [, checksum = '', digits = '', json = '', text = ''] = match
  if (crc32(`${id} ${line.slice(9)}`) !== checksum) return null
  return lineOf(Number(digits), parsedJson(json), text)
}

function lineOf(sequence: number, json: unknown, text: string): HistoryLine | null {
  const move = moveSchema.safeParse(json)
  if (move.success) return { kind: 'move', sequence, move: move.data as HistoryMove, text }
  const mark = markSchema.safeParse(json)
  if (mark.success) return { kind: 'mark', sequence, mark: mark.data }
  const head = headSchema.safeParse(json)
  return head.success ? { kind: 'head', sequence, version: head.data.version } : null
}

function lineText(id: string, sequence: number, json: object, text: string): string {
  const rest = `${sequence} ${asciiJson(json)}\t${ascii(text)}`
  return `${crc32(`${id} ${rest}`)} ${rest}\n`
}

/** Text of JSON with every character beyond ASCII escaped, so that places in a file are bytes. */
function ascii(json: string): string {
  return json.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

function parsedJson(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}
