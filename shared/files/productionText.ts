import { z } from 'zod'
import { issuePath } from '../edits/checkRecord.ts'
import { ok, type Problem, type Result, refuse } from '../result.ts'
import { damagedAt } from './checkDocument.ts'
import { readJson } from './readJson.ts'
import { firstWithRelativePaths, type RelativePaths, takeRelativePaths } from './relativePaths.ts'
import type { RawDocument } from './upgrades.ts'

/** A production file as it is written, before its document is upgraded and checked. */
export type RawProduction = {
  readonly version: number
  readonly id: string
  readonly lastSequence: number
  readonly checksum: string | null
  readonly document: RawDocument
  /** Where films, proxies and stems lie from the file; absent where it tells of none. */
  readonly relatives?: RelativePaths
}

/** The identity of a production: it becomes part of a file name. */
export const productionIdSchema = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)

const versionSchema = z.looseObject({ needledrop: z.int().min(1) })

const headFields: readonly string[] = ['needledrop', 'id', 'lastSequence', 'checksum']

const headSchema = z.looseObject({
  id: productionIdSchema,
  lastSequence: z.int().min(0),
  checksum: z.optional(z.string()),
})

/** Reads a production file of any version up to `newest`, without looking at the shape of its records. */
export function readProductionText(text: string, newest: number): Result<RawProduction> {
  const json = parseJson(text)
  if (!json.ok) return json
  const marked = versionSchema.safeParse(json.value)
  if (!marked.success) return refuse(notOurs('JSON of another kind'))
  const version = marked.data.needledrop
  if (version > newest) return refuse(tooNew(version, newest))
  const head = headSchema.safeParse(json.value)
  if (!head.success) {
    const [issue] = head.error.issues
    const field = issue ? issuePath(issue) : 'its head'
    return refuse(damagedAt(field, 'a production’s id and its last sequence number', issue?.message ?? ''))
  }
  const { id, lastSequence, checksum = null } = head.data
  const read = tablesById(text, json.value as object)
  if (!read.ok) return read
  if (version < firstWithRelativePaths)
    return ok({ version, id, lastSequence, checksum, document: read.value })
  const { document, relatives, fault } = takeRelativePaths(read.value)
  if (fault) {
    const where = `reels.${fault.reel}, line ${lineOf(text, fault.reel, text.indexOf('"reels"'))}`
    return refuse(damagedAt(where, fault.expected, fault.found))
  }
  return ok({
    ...{ version, id, lastSequence, checksum, document },
    ...(relatives.size > 0 ? { relatives } : {}),
  })
}

/** Each list of records as records by id. Refuses an id that occurs twice in one list. */
function tablesById(text: string, file: object): Result<RawDocument> {
  const parts: [string, unknown][] = []
  for (const [name, value] of Object.entries(file)) {
    if (headFields.includes(name)) continue
    const read = name === 'production' ? ok(value) : recordsById(text, name, value)
    if (!read.ok) return read
    parts.push([name, read.value])
  }
  return ok(Object.fromEntries(parts))
}

function recordsById(
  text: string,
  table: string,
  records: unknown,
): Result<Readonly<Record<string, unknown>>> {
  if (!Array.isArray(records)) return refuse(damagedAt(table, 'a list of records', 'something else'))
  const byId = new Map<string, unknown>()
  for (const [index, record] of records.entries()) {
    const id: unknown = record?.id
    const where = `${table}, record ${index + 1}`
    if (typeof id !== 'string') return refuse(damagedAt(where, 'a record with an id', 'none'))
    if (byId.has(id)) {
      const line = text.slice(0, text.lastIndexOf(`{"id":${JSON.stringify(id)}`)).split('\n').length
      return refuse(damagedAt(`${where}, line ${line}`, 'an id that no other record has', `${id} again`))
    }
    byId.set(id, record)
  }
  return ok(Object.fromEntries(byId))
}

/** The line on which a record begins, the first of its id from a place in the text on. */
function lineOf(text: string, id: string, from: number): number {
  return text.slice(0, text.indexOf(`{"id":${JSON.stringify(id)}`, from)).split('\n').length
}

function parseJson(text: string): Result<unknown> {
  const reading = readJson(text)
  if (reading.ok) return ok(reading.value)
  const isOurs = /^\s*\{\s*"needledrop"/.test(text)
  if (!isOurs) return refuse(notOurs(text.trim() === '' ? 'an empty file' : 'something else'))
  const { fault } = reading
  return refuse(fault ? damagedAt(`line ${fault.line}`, fault.expected, fault.found) : notJson(text))
}

/** The Problem for a file of ours that is no JSON: names the first line that cannot be read on its own. */
function notJson(text: string): Problem {
  const lines = text.split('\n')
  const index = lines.findIndex((line) => !isReadable(line.trim().replace(/,$/, '')))
  const where = index < 0 ? 'its end' : `line ${index + 1}`
  const found = index < 0 ? 'a file that ends too early' : (lines[index] ?? '').trim().slice(0, 80)
  return damagedAt(where, 'a line as Needledrop writes it', found)
}

function isReadable(line: string): boolean {
  if (/^(\{|\}|\]|"\w+": [[{])?$/.test(line)) return true
  try {
    JSON.parse(line.startsWith('{') ? line : `{${line}}`)
    return true
  } catch {
    return false
  }
}

function notOurs(found: string): Problem {
  return {
    message: 'This is not a Needledrop production.',
    expected: 'a file that Needledrop has saved',
    found,
    remedy: 'Choose another file, or import this one if it is a cue sheet or a list of markers.',
  }
}

function tooNew(version: number, newest: number): Problem {
  return {
    message: 'This production was made by a newer Needledrop.',
    expected: `a production file of version ${newest} or earlier`,
    found: `version ${version}`,
    remedy: 'Update Needledrop, then open it again. The file has not been changed.',
  }
}
