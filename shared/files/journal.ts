import { z } from 'zod'
import type { Change } from '../edits/change.ts'
import { ok, type Problem, type Result, refuse } from '../result.ts'
import { crc32 } from './crc32.ts'
import { productionIdSchema } from './productionText.ts'
import { readJson } from './readJson.ts'
import type { RawDocument } from './upgrades.ts'

/*
 * A journal is a head and one line per change, each line `checksum sequence json`. It is written while the machine may
 * lose power, so a reader trusts nothing after the first line that is torn, altered, or out of sequence. All text is
 * ASCII, so that places in it are bytes; a reader decodes it as Latin-1. The checksum of a change also covers the
 * production's id: a line from another production's journal counts as damage.
 */

/** Whether a change was a new edit or a step along the history. */
export const journalKinds = ['edit', 'undo', 'redo'] as const

/** One change to a production; `sequence` rises by one with each. */
export type JournalEntry = {
  readonly sequence: number
  readonly kind: (typeof journalKinds)[number]
  readonly label: string
  readonly change: Change
  /** Milliseconds since 1970 at which it was made. */
  readonly made?: number
  /** Whether an edit belongs to the step of the history before it, or cancels that; a step of its own if absent. */
  readonly step?: 'joins' | 'cancels'
  /** Steps of the history that an undo or redo takes; one if absent. */
  readonly steps?: number
}

/** What a journal rests on. */
export type JournalHead = {
  /** The production's id. */
  readonly id: string
  /** Version of the file format in which its documents and changes are written. */
  readonly version: number
  /** The production file; null while the production was never saved. */
  readonly path: string | null
  /** Sequence number of the last change before this journal's first. */
  readonly sequence: number
  /** The document as it was at `sequence`, as long as no file is known to hold it. */
  readonly base: RawDocument | null
  /** The CRC-32 of the production file's text that `base` goes on from; absent where there was none. */
  readonly fileStamp?: string
}

/** What could be read of a journal. */
export type ReadJournal = {
  readonly head: JournalHead
  readonly entries: readonly JournalEntry[]
  /** Bytes and lines before the first damage; the whole journal if there is none. */
  readonly goodBytes: number
  readonly goodLines: number
  /** Bytes behind the first damage. */
  readonly lostBytes: number
  /** Whether what was lost is more than one last line that was torn off. */
  readonly lostLines: boolean
}

const keySchema = z
  .string()
  .min(1)
  .refine((key) => key !== '__proto__')

/** A record before or after a change, as it is; null where there is none. */
const recordSchema = z.custom<object | null>(
  (value) => value === null || (typeof value === 'object' && !Array.isArray(value)),
)

const headSchema = z.strictObject({
  needledropJournal: z.int().min(1),
  id: productionIdSchema,
  path: z.nullable(z.string()),
  base: recordSchema,
  fileStamp: z.string().optional(),
})

/** What a change says of its place in the history. */
export const journalMoveShape = {
  made: z.int().optional(),
  step: z.enum(['joins', 'cancels']).optional(),
  steps: z.int().min(1).optional(),
} as const

const entrySchema = z.strictObject({
  kind: z.enum(journalKinds),
  label: z.string(),
  ...journalMoveShape,
  change: z.array(
    z.strictObject({ table: keySchema, id: keySchema, before: recordSchema, after: recordSchema }),
  ),
})

/** The first line of a journal, with its line end. */
export function journalHeadText({ id, version, path, sequence, base, fileStamp }: JournalHead): string {
  const stamp = base === null ? undefined : fileStamp
  const json = asciiJson({ needledropJournal: version, id, path, base, fileStamp: stamp })
  return `${crc32(`${sequence} ${json}`)} ${sequence} ${json}\n`
}

/** The line of one change in the journal of a production, with its line end. */
export function journalEntryText(id: string, { sequence, ...entry }: JournalEntry): string {
  const { kind, label, made, step, steps, change } = entry
  const json = asciiJson({ kind, label, made, step, steps, change })
  return `${crc32(`${id} ${sequence} ${json}`)} ${sequence} ${json}\n`
}

/** Reads a journal up to its first damage. `text` has one character per byte. Refused when not even its head is whole. */
export function readJournal(text: string): Result<ReadJournal> {
  const lines = text.split('\n')
  const head = readHead(lines[0] ?? '')
  if (lines.length < 2 || !head) return refuse(headless())
  const entries: JournalEntry[] = []
  let goodBytes = (lines[0] ?? '').length + 1
  let goodLines = 1
  let sequence = head.sequence
  let last: string | null = null
  for (const line of lines.slice(1, -1)) {
    // A line may stand twice when a writer repeated it after a failure.
    if (line !== last) {
      const entry = readEntry(head.id, line)
      if (!entry || entry.sequence !== sequence + 1) break
      entries.push(entry)
      sequence = entry.sequence
      last = line
    }
    goodBytes += line.length + 1
    goodLines++
  }
  const lostBytes = text.length - goodBytes
  return ok({ head, entries, goodBytes, goodLines, lostBytes, lostLines: text.indexOf('\n', goodBytes) >= 0 })
}

type Line = { readonly checksum: string; readonly sequence: number; readonly json: string }

function splitLine(line: string): Line | null {
  const match = /^([0-9a-f]{8}) (\d{1,15}) (\{.*\})$/.exec(line)
  if (!match) return null
  const [, checksum = '', sequence = '', json = ''] = match
  return { checksum, sequence: Number(sequence), json }
}

function readHead(line: string): JournalHead | null {
  const parts = splitLine(line)
  if (!parts || crc32(`${parts.sequence} ${parts.json}`) !== parts.checksum) return null
  const parsed = headSchema.safeParse(parsedJson(parts.json))
  if (!parsed.success) return null
  const { needledropJournal: version, id, path, base, fileStamp } = parsed.data
  const head = { id, version, path, base: base as RawDocument | null, sequence: parts.sequence }
  return fileStamp === undefined ? head : { ...head, fileStamp }
}

function readEntry(id: string, line: string): JournalEntry | null {
  const parts = splitLine(line)
  if (!parts || crc32(`${id} ${parts.sequence} ${parts.json}`) !== parts.checksum) return null
  const parsed = entrySchema.safeParse(parsedJson(parts.json))
  if (!parsed.success) return null
  // The checksum vouches for records; the document as a whole is checked after the replay.
  return { sequence: parts.sequence, ...parsed.data } as unknown as JournalEntry
}

function parsedJson(json: string): unknown {
  const reading = readJson(json)
  return reading.ok ? reading.value : undefined
}

/** JSON in which every character beyond ASCII is escaped. */
export function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u0080-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

function headless(): Problem {
  return {
    message: 'This journal of unsaved work cannot be read.',
    expected: 'a journal with a whole first line',
    found: 'a first line that is torn, altered, or of another kind',
    remedy: 'Go on with the saved production. The journal is kept aside.',
  }
}
