import { z } from 'zod'
import { cueSchema, noteSchema } from './cue.ts'
import { ignoredSchema } from './ignored.ts'
import { licenceSchema } from './licence.ts'
import { productionSchema, reelSchema, segmentSchema } from './production.ts'
import { partySchema, recordingSchema, workSchema } from './work.ts'

/** The schema of one record of each table. */
export const recordSchemas = {
  reels: reelSchema,
  segments: segmentSchema,
  cues: cueSchema,
  works: workSchema,
  recordings: recordingSchema,
  parties: partySchema,
  licences: licenceSchema,
  notes: noteSchema,
  ignored: ignoredSchema,
} as const

/** The names of the tables. */
export type TableName = keyof typeof recordSchemas

/** Table names in the order in which they are saved. */
export const tableNames = Object.keys(recordSchemas) as readonly TableName[]

/** A record of the named table. */
export type RecordOf<Name extends TableName> = Readonly<z.infer<(typeof recordSchemas)[Name]>>

/** A table: records by id. */
export type Table<Name extends TableName> = { readonly [id: string]: RecordOf<Name> }

/** The document: the production's header and flat tables, with ids as references. Derived things are never stored. */
export type ProductionDocument = {
  readonly production: Readonly<z.infer<typeof productionSchema>>
} & { readonly [Name in TableName]: Table<Name> }

/** Checks a whole document, as on opening and saving. References are checked by `brokenReferences`. */
export const documentSchema = z.strictObject({
  production: productionSchema,
  reels: z.record(z.string(), reelSchema),
  segments: z.record(z.string(), segmentSchema),
  cues: z.record(z.string(), cueSchema),
  works: z.record(z.string(), workSchema),
  recordings: z.record(z.string(), recordingSchema),
  parties: z.record(z.string(), partySchema),
  licences: z.record(z.string(), licenceSchema),
  notes: z.record(z.string(), noteSchema),
  ignored: z.record(z.string(), ignoredSchema),
})

/** Every record of a table, in no particular order. */
export function recordsOf<Name extends TableName>(
  document: ProductionDocument,
  name: Name,
): readonly RecordOf<Name>[] {
  return Object.values(document[name]) as readonly RecordOf<Name>[]
}

/** A reference that names no record: where it stands and what it names. */
export type BrokenReference = { readonly at: string; readonly table: TableName; readonly id: string }

/** References to records that the document does not have. A sound document has none. */
export function brokenReferences(document: ProductionDocument): readonly BrokenReference[] {
  const broken: BrokenReference[] = []
  const check = (at: string, table: TableName, id: string | null) => {
    if (id !== null && !Object.hasOwn(document[table], id)) broken.push({ at, table, id })
  }
  for (const segment of recordsOf(document, 'segments'))
    check(`segments.${segment.id}.reel`, 'reels', segment.reel)
  for (const note of recordsOf(document, 'notes')) check(`notes.${note.id}.reel`, 'reels', note.reel)
  for (const cue of recordsOf(document, 'cues')) {
    check(`cues.${cue.id}.work`, 'works', cue.work)
    check(`cues.${cue.id}.recording`, 'recordings', cue.recording)
    for (const span of cue.spans) check(`cues.${cue.id}.spans`, 'reels', span.reel)
  }
  for (const work of recordsOf(document, 'works')) {
    for (const share of [...work.writers, ...work.publishers])
      check(`works.${work.id}`, 'parties', share.party)
  }
  for (const recording of recordsOf(document, 'recordings')) {
    check(`recordings.${recording.id}.work`, 'works', recording.work)
  }
  for (const licence of recordsOf(document, 'licences')) {
    for (const cue of licence.cues) check(`licences.${licence.id}.cues`, 'cues', cue)
  }
  return broken
}
