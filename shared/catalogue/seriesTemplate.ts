import { z } from 'zod'
import { blankParty } from '../edits/partyEdits.ts'
import { blankRecording, blankWork } from '../edits/workEdits.ts'
import { crc32 } from '../files/crc32.ts'
import {
  cueOrigins,
  cueTypes,
  diegeses,
  prominences,
  sourceVisibilities,
  themeRoles,
  vocalKinds,
} from '../model/cue.ts'
import { frameRateSchema, productionSchema } from '../model/production.ts'
import {
  type Party,
  partySchema,
  type Recording,
  recordingSchema,
  type Work,
  workSchema,
} from '../model/work.ts'
import { ok, type Problem, type Result, refuse } from '../result.ts'

/** The version of a template's file. */
export const templateVersion = 1

const text = z.string().max(20_000)

/** A theme or logo that every episode has: what it is, and where it lies from the start or the end of the programme. */
const recurringCueSchema = z.object({
  title: text,
  work: z.nullable(z.string()),
  recording: z.nullable(z.string()),
  type: z.enum(cueTypes),
  origin: z.enum(cueOrigins),
  themeRole: z.enum(themeRoles),
  diegesis: z.enum(diegeses),
  sourceVisibility: z.enum(sourceVisibilities),
  prominence: z.enum(prominences),
  vocals: z.enum(vocalKinds),
  notes: text,
  /** Frames at the template's rate; from the end they count backwards to the cue's out. */
  place: z.strictObject({ from: z.enum(['start', 'end']), offset: z.int().min(0), length: z.int().min(1) }),
})

const headerSchema = z.object(productionSchema.omit({ rate: true }).partial().shape)

const templateSchema = z.object({
  id: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/),
  name: z.string().trim().min(1).max(200),
  rate: frameRateSchema,
  header: headerSchema,
  cues: z.array(recurringCueSchema).max(200),
  works: z.array(z.looseObject({})).max(20_000),
  recordings: z.array(z.looseObject({})).max(20_000),
  parties: z.array(z.looseObject({})).max(20_000),
})

/** A theme or logo that every episode has. */
export type RecurringCue = Readonly<z.infer<typeof recurringCueSchema>>

/** What the episodes of a series have in common. */
export type SeriesTemplate = Omit<
  Readonly<z.infer<typeof templateSchema>>,
  'works' | 'recordings' | 'parties' | 'header'
> & {
  /** Header fields that hold for every episode, with season and episode of the one it was made from. */
  readonly header: Readonly<z.infer<typeof headerSchema>>
  readonly works: readonly Work[]
  readonly recordings: readonly Recording[]
  readonly parties: readonly Party[]
}

/** A template as the list shows it. */
export type TemplateSummary = Pick<SeriesTemplate, 'id' | 'name'> & {
  readonly episode: string
  readonly cues: number
  readonly works: number
}

/** A template as a file. */
export function templateText(template: SeriesTemplate): string {
  const body = JSON.stringify(template, null, 1)
  return `${JSON.stringify({ needledropTemplate: templateVersion, checksum: crc32(body) })}\n${body}`
}

/** Reads a template; one of a later version and one that was damaged is refused. */
export function readTemplate(written: string): Result<SeriesTemplate> {
  const end = written.indexOf('\n')
  const head = z
    .object({ needledropTemplate: z.int().min(1), checksum: z.string() })
    .safeParse(jsonOf(written.slice(0, Math.max(0, end))))
  if (!head.success) return refuse(unreadable('something else'))
  const version = head.data.needledropTemplate
  if (version > templateVersion) return refuse(unreadable(`one of a later Needledrop, version ${version}`))
  const body = written.slice(end + 1)
  if (crc32(body) !== head.data.checksum) return refuse(unreadable('one that was altered or cut short'))
  return checkTemplate(jsonOf(body))
}

/** Checks a template that comes from elsewhere. */
export function checkTemplate(value: unknown): Result<SeriesTemplate> {
  const parsed = templateSchema.safeParse(value)
  if (!parsed.success) return refuse(unreadable(parsed.error.issues[0]?.path.join('.') ?? 'another'))
  const works = filled(parsed.data.works, workSchema, blankWork('w' as never))
  const recordings = filled(parsed.data.recordings, recordingSchema, blankRecording('r' as never))
  const parties = filled(parsed.data.parties, partySchema, blankParty('p' as never))
  if (!works || !recordings || !parties) return refuse(unreadable('an entry of another shape'))
  const template = { ...parsed.data, works, recordings, parties }
  return isWhole(template) ? ok(template) : refuse(unreadable('entries that name others which are missing'))
}

/** A template as the list shows it. */
export function summaryOf({ id, name, header, cues, works }: SeriesTemplate): TemplateSummary {
  const episode = [
    header.seasonNumber && `Season ${header.seasonNumber}`,
    header.episodeNumber && `Episode ${header.episodeNumber}`,
  ]
  return { id, name, episode: episode.filter(Boolean).join(', '), cues: cues.length, works: works.length }
}

function filled<Named extends object>(
  records: readonly object[],
  schema: z.ZodType,
  blank: Named,
): readonly Named[] | null {
  const all = records.map((record) => {
    const known = Object.entries(record).filter(([field]) => field in blank)
    return { ...blank, ...Object.fromEntries(known) }
  })
  return all.every((record) => schema.safeParse(record).success) ? all : null
}

function isWhole({ works, recordings, parties, cues }: SeriesTemplate): boolean {
  const ids = (all: readonly { readonly id: string }[]) => new Set<string>(all.map(({ id }) => id))
  const [workIds, recordingIds, partyIds] = [ids(works), ids(recordings), ids(parties)]
  return (
    works.every(({ writers, publishers }) =>
      [...writers, ...publishers].every(({ party }) => partyIds.has(party)),
    ) &&
    recordings.every(({ work }) => work === null || workIds.has(work)) &&
    cues.every(
      ({ work, recording }) =>
        (work === null || workIds.has(work)) && (recording === null || recordingIds.has(recording)),
    )
  )
}

function jsonOf(written: string): unknown {
  try {
    return JSON.parse(written)
  } catch {
    return undefined
  }
}

function unreadable(found: string): Problem {
  return {
    message: 'This series template cannot be read.',
    expected: 'a template as Needledrop writes it',
    found,
    remedy: 'Make it again from an episode, or use another copy of it.',
  }
}
