import { z } from 'zod'
import { blankParty } from '../edits/partyEdits.ts'
import { blankRecording, blankWork } from '../edits/workEdits.ts'
import { crc32 } from '../files/crc32.ts'
import { partySchema, recordingSchema, workSchema } from '../model/work.ts'
import { ok, type Problem, type Result, refuse } from '../result.ts'
import { type Catalogue, useOfWorkSchema } from './catalogue.ts'

/** The version of the catalogue's file. */
export const catalogueVersion = 1

const record = z.record(z.string().min(1).max(100), z.looseObject({}))
const contactSchema = z.strictObject({
  id: z.string().min(1).max(100),
  name: z.string().max(20_000),
  contact: z.string().max(20_000),
})
const bodySchema = z.object({
  learns: z.boolean(),
  works: record,
  recordings: record,
  parties: record,
  contacts: record,
  uses: record,
})

/** A catalogue as a file: a line that says what it is and checks the rest, then the entries, one a line. */
export function catalogueText(catalogue: Catalogue): string {
  const { learns, works, recordings, parties, contacts, uses } = catalogue
  const tables = Object.entries({ works, recordings, parties, contacts, uses }).map(
    ([name, entries]) => `${JSON.stringify(name)}:${linesOf(entries)}`,
  )
  const body = `{"learns":${learns},\n${tables.join(',\n')}}\n`
  return `${JSON.stringify({ needledropCatalogue: catalogueVersion, checksum: crc32(body) })}\n${body}`
}

/** Reads a catalogue. One of a later version, and one that is damaged, is refused whole. */
export function readCatalogue(text: string): Result<Catalogue> {
  const end = text.indexOf('\n')
  const head = headSchema.safeParse(jsonOf(text.slice(0, Math.max(0, end))))
  if (!head.success) return refuse(unreadable('something else'))
  const { needledropCatalogue: version, checksum } = head.data
  if (version > catalogueVersion) return refuse(laterVersion(version))
  const body = text.slice(end + 1)
  if (crc32(body) !== checksum) return refuse(unreadable('one that was altered or cut short'))
  const parsed = bodySchema.safeParse(jsonOf(body))
  if (!parsed.success) return refuse(unreadable(parsed.error.issues[0]?.path.join('.') ?? 'another'))
  return soundCatalogue(parsed.data)
}

/** Whether a Problem says that the file is of a later Needledrop, which must be left as it is. */
export function isOfLaterVersion(problem: Problem): boolean {
  return problem.message === laterMessage
}

const headSchema = z.object({ needledropCatalogue: z.int().min(1), checksum: z.string() })

/** Fields that an earlier version did not know are blank; fields that this one does not know are left out. */
function soundCatalogue(body: z.infer<typeof bodySchema>): Result<Catalogue> {
  const works = filled(body.works, workSchema, (id) => blankWork(id as never))
  const recordings = filled(body.recordings, recordingSchema, (id) => blankRecording(id as never))
  const parties = filled(body.parties, partySchema, (id) => blankParty(id as never))
  const contacts = filled(body.contacts, contactSchema, (id) => ({ id, name: '', contact: '' }))
  const uses = z.record(z.string(), useOfWorkSchema).safeParse(body.uses)
  if (!works || !recordings || !parties || !contacts) return refuse(unreadable('an entry of another shape'))
  const catalogue = { learns: body.learns, works, recordings, parties, contacts, uses: uses.data ?? {} }
  const broken = brokenEntry(catalogue)
  return broken === null ? ok(catalogue) : refuse(unreadable(broken))
}

function filled<Named extends { readonly id: string }>(
  entries: Readonly<Record<string, unknown>>,
  schema: z.ZodType,
  blank: (id: string) => Named,
): Readonly<Record<string, Named>> | null {
  const result: Record<string, Named> = {}
  for (const [id, entry] of Object.entries(entries)) {
    const empty: Record<string, unknown> = { ...blank(id) }
    for (const [field, value] of Object.entries(entry as object)) if (field in empty) empty[field] = value
    if (!schema.safeParse(empty).success || empty.id !== id) return null
    result[id] = empty as Named
  }
  return result
}

function brokenEntry({ works, recordings, parties }: Catalogue): string | null {
  for (const { title, writers, publishers } of Object.values(works)) {
    const isLost = [...writers, ...publishers].some(({ party }) => !Object.hasOwn(parties, party))
    if (isLost) return `${title}, of which a holder is missing`
  }
  const orphan = Object.values(recordings).find(({ work }) => work !== null && !Object.hasOwn(works, work))
  return orphan ? `a recording by ${orphan.artist} whose work is missing` : null
}

function linesOf(entries: Readonly<Record<string, unknown>>): string {
  const lines = Object.entries(entries).map(([id, entry]) => `${JSON.stringify(id)}:${JSON.stringify(entry)}`)
  return lines.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n}`
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function unreadable(found: string): Problem {
  return {
    message: 'This catalogue cannot be read.',
    expected: 'a catalogue as Needledrop writes it',
    found,
    remedy: 'Use another copy of it, if there is one.',
  }
}

const laterMessage = 'This catalogue was written by a later Needledrop.'

function laterVersion(version: number): Problem {
  return {
    message: laterMessage,
    expected: `version ${catalogueVersion} or earlier`,
    found: `version ${version}`,
    remedy: 'Update Needledrop to use it. It is left as it is.',
  }
}
