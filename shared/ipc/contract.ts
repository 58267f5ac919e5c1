import { z } from 'zod'
import type { Change } from '../edits/change.ts'
import { journalMoveShape } from '../files/journal.ts'
import type { KeptSteps } from '../files/keptSteps.ts'
import type { Alternative } from '../licensing/alternatives.ts'
import type { ProductionDocument } from '../model/document.ts'
import type { Problem, Result } from '../result.ts'
import { assumedSchema } from './assumed.ts'
import {
  type CatalogueEntry,
  type CataloguePage,
  type CatalogueState,
  catalogueEntrySchema,
  cataloguePageSchema,
  catalogueSearchSchema,
  catalogueWantedSchema,
  type SeriesTemplate,
  type TemplateSummary,
  templateIdSchema,
} from './catalogue.ts'
import {
  deliveryNameSchema,
  madeDeliverySchema,
  type PastDeliveries,
  type PastDelivery,
  presentFilesSchema,
  type WrittenFile,
  writtenFileSchema,
} from './delivery.ts'
import type {
  AttachedProxy,
  FfmpegState,
  MadeAddress,
  OpenedFilm,
  PreparedFilm,
  Preparing,
  ServedFilm,
} from './film.ts'
import type { GuardState } from './guardState.ts'
import { type KeptView, keptViewSchema } from './keptView.ts'
import {
  type ContentState,
  type MediaNews,
  type SearchOutcome,
  type SearchProgress,
  wantedFileSchema,
} from './mediaLinks.ts'
import { type Mix, mixSchema } from './mixSchema.ts'
import { type PackedDocument, packedDocumentSchema } from './packedDocument.ts'
import type { KeptAside, RecoveryFacts } from './recoveryFacts.ts'
import { type Settings, settingsSchema } from './settingsSchema.ts'
import {
  type DescribedVersion,
  describedSchema,
  type ReadVersion,
  type VersionList,
  versionKeySchema,
} from './versions.ts'

const nothing = z.strictObject({})
const path = z.string().min(1).max(4096)
const token = z.string().regex(/^[0-9a-f]{32}$/)
const productionId = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)
const sequence = z.int().min(0)

const changeInput = z.array(
  z.strictObject({
    table: z.string().max(40),
    id: z.string().max(100),
    before: z.nullable(z.looseObject({})),
    after: z.nullable(z.looseObject({})),
  }),
)

/** One confirmed change on its way to the journal; the records are checked in full when they are read back. */
const journalInput = z.strictObject({
  id: productionId,
  sequence,
  kind: z.enum(['edit', 'undo', 'redo']),
  label: z.string().max(500),
  ...journalMoveShape,
  change: changeInput,
})

const wantedFiles = z.array(wantedFileSchema).max(10_000)

const menuName = z.nullable(z.string().max(600))
/** What Undo and Redo stand for now; null where there is nothing. */
const menuNamesSchema = z.strictObject({ undo: menuName, redo: menuName })

/** The document is checked whole by the service that saves it, so that it is parsed once. */
const documentInput = z.looseObject({})

/** What the window is told when it starts. */
export type StartState = {
  readonly version: string
  readonly runtime: string
  readonly settings: Settings
  readonly recoverable: readonly Recoverable[]
  readonly hasDemo: boolean
  /** A file that the app was started with. */
  readonly file: string | null
  /** What went wrong while starting, for the user to know. */
  readonly problems: readonly Problem[]
}

/** Work that was never saved to a file, found in a journal. */
export type Recoverable = {
  readonly id: string
  readonly title: string
  /** ISO 8601 instant of the last change. */
  readonly changedAt: string
  readonly changes: number
  /** The file that it belongs to; null when it never had one. */
  readonly path: string | null
  /** What the last changes were called, the latest first. */
  readonly last: readonly string[]
}

/** A production, ready to be edited: its document with every journalled change. */
export type OpenedProduction = {
  readonly id: string
  readonly path: string | null
  readonly document: ProductionDocument
  readonly lastSequence: number
  /** Labels of the changes that came from the journal and not from the file. */
  readonly recovered: readonly string[]
  readonly warnings: readonly Problem[]
  readonly guard: GuardState
}

/** The same on its way to the window. */
export type PackedProduction = Omit<OpenedProduction, 'document'> & {
  readonly document: PackedDocument
  readonly media: MediaNews
}

/** Where a production was saved. */
export type SavedProduction = {
  readonly path: string
  readonly title: string
  /** Name of the copy that keeps another program's version; null when there was none to keep. */
  readonly kept: string | null
  readonly guard: GuardState
}

/** Another program's version of an open production. */
export type TheirVersion = {
  readonly name: string
  readonly stamp: string
  readonly document: PackedDocument
  /** ISO 8601 instant at which it was written. */
  readonly changedAt: string
}

function request<Input extends z.ZodType>(input: Input) {
  return { input, answers: <Output>() => ({ input }) as unknown as { input: Input; output: Output } }
}

function event<Payload>() {
  return {} as unknown as { payload: Payload }
}

/** Every channel between the page and the main process. A request answers with a Result. */
export const contract = {
  requests: {
    'app:start': request(nothing).answers<StartState>(),
    // The list of recent files says what may be opened, the picture's window is placed by the system, and ffmpeg is a program
    // that is started: no say for the page.
    'settings:set': request(
      settingsSchema.omit({ recents: true, picture: true, ffmpeg: true }).partial(),
    ).answers<Settings>(),
    'recents:forget': request(z.strictObject({ path })).answers<Settings>(),
    'file:choose': request(z.strictObject({ purpose: z.enum(['open', 'film', 'import']) })).answers<
      string | null
    >(),
    'production:open': request(
      z.strictObject({ path, takeOver: z.nullable(z.string().max(64)).default(null) }),
    ).answers<PackedProduction>(),
    'production:create': request(z.strictObject({ document: documentInput })).answers<PackedProduction>(),
    'production:demo': request(nothing).answers<PackedProduction>(),
    'production:recover': request(z.strictObject({ id: productionId })).answers<PackedProduction>(),
    'production:discard': request(z.strictObject({ id: productionId })).answers<null>(),
    'production:save': request(
      z.strictObject({
        id: productionId,
        document: packedDocumentSchema,
        lastSequence: sequence,
        as: z.boolean(),
        over: z.nullable(z.string().max(100)).default(null),
      }),
    ).answers<SavedProduction | 'changed' | null>(),
    'production:theirs': request(
      z.strictObject({ id: productionId, copy: z.nullable(z.string().min(1).max(255)) }),
    ).answers<TheirVersion>(),
    'production:close': request(z.strictObject({ id: productionId })).answers<null>(),
    'recovery:facts': request(z.strictObject({ id: productionId })).answers<RecoveryFacts | null>(),
    'recovery:refuse': request(
      z.strictObject({ id: productionId, title: z.string().max(1000), since: changeInput }),
    ).answers<{ readonly change: Change; readonly kept: KeptAside }>(),
    'recovery:kept': request(z.strictObject({ id: productionId })).answers<readonly KeptAside[]>(),
    'recovery:take': request(
      z.strictObject({ id: productionId, name: z.string().max(200) }),
    ).answers<Change>(),
    'recovery:discarded': request(nothing).answers<readonly Recoverable[]>(),
    'recovery:undiscard': request(z.strictObject({ id: productionId })).answers<null>(),
    'view:get': request(z.strictObject({ id: productionId })).answers<KeptView | null>(),
    'view:keep': request(z.strictObject({ id: productionId, view: keptViewSchema })).answers<null>(),
    'media:check': request(z.strictObject({ files: wantedFiles })).answers<readonly ContentState[]>(),
    'media:chooseFolder': request(nothing).answers<string | null>(),
    'media:search': request(z.strictObject({ folder: path, wanted: wantedFiles })).answers<SearchOutcome>(),
    'media:stopSearch': request(nothing).answers<null>(),
    'versions:list': request(
      z.union([z.strictObject({ id: productionId }), z.strictObject({ path })]),
    ).answers<VersionList>(),
    'versions:describe': request(describedSchema).answers<readonly DescribedVersion[]>(),
    'versions:read': request(z.strictObject({ key: versionKeySchema })).answers<ReadVersion>(),
    'versions:save': request(z.strictObject({ key: versionKeySchema })).answers<string | null>(),
    'versions:rescue': request(z.strictObject({ key: versionKeySchema, path })).answers<PackedProduction>(),
    // `restart` says that the journal takes no more lines and wants the whole document.
    'journal:append': request(journalInput).answers<'restart' | null>(),
    'journal:restart': request(
      z.strictObject({ id: productionId, document: packedDocumentSchema, lastSequence: sequence }),
    ).answers<null>(),
    'history:read': request(z.strictObject({ id: productionId, from: z.int().min(0) })).answers<KeptSteps>(),
    'menu:name': request(menuNamesSchema).answers<null>(),
    'media:serve': request(z.strictObject({ path })).answers<ServedFilm>(),
    'media:open': request(z.strictObject({ path })).answers<OpenedFilm>(),
    'media:prepare': request(
      z.strictObject({ path, remedy: z.enum(['rewrap', 'wav', 'proxy']) }),
    ).answers<PreparedFilm>(),
    'media:cancel': request(z.strictObject({ path })).answers<null>(),
    'media:attachProxy': request(z.strictObject({ path, proxy: path })).answers<AttachedProxy>(),
    'made:start': request(z.strictObject({ path })).answers<MadeAddress>(),
    'made:finish': request(z.strictObject({ token })).answers<PreparedFilm>(),
    'made:drop': request(z.strictObject({ token })).answers<null>(),
    'ffmpeg:find': request(nothing).answers<FfmpegState>(),
    'ffmpeg:choose': request(nothing).answers<FfmpegState>(),
    'ffmpeg:forget': request(nothing).answers<FfmpegState>(),
    'import:read': request(
      z.strictObject({ path, assumed: z.optional(assumedSchema) }),
    ).answers<PackedProduction>(),
    'stems:choose': request(nothing).answers<readonly string[]>(),
    'papers:choose': request(nothing).answers<readonly string[]>(),
    // Whether each path is there, and nothing else of it; null for a folder that does not answer.
    'papers:check': request(z.strictObject({ paths: z.array(path).max(500) })).answers<
      readonly (boolean | null)[]
    >(),
    'mix:get': request(z.strictObject({ id: productionId })).answers<Mix | null>(),
    'mix:set': request(z.strictObject({ id: productionId, mix: mixSchema })).answers<null>(),
    'catalogue:state': request(nothing).answers<CatalogueState>(),
    'catalogue:search': request(catalogueSearchSchema).answers<readonly CatalogueEntry[]>(),
    'catalogue:list': request(cataloguePageSchema).answers<CataloguePage>(),
    'catalogue:alternatives': request(catalogueWantedSchema).answers<readonly Alternative[]>(),
    'catalogue:learn': request(z.strictObject({ document: packedDocumentSchema })).answers<CatalogueState>(),
    'catalogue:remove': request(catalogueEntrySchema).answers<CatalogueState>(),
    'catalogue:set': request(z.strictObject({ learns: z.boolean() })).answers<CatalogueState>(),
    'catalogue:clear': request(nothing).answers<CatalogueState>(),
    'catalogue:export': request(nothing).answers<string | null>(),
    'catalogue:import': request(nothing).answers<CatalogueState | null>(),
    'templates:list': request(nothing).answers<readonly TemplateSummary[]>(),
    'templates:read': request(templateIdSchema).answers<SeriesTemplate>(),
    'templates:keep': request(z.strictObject({ template: z.looseObject({}) })).answers<
      readonly TemplateSummary[]
    >(),
    'templates:remove': request(templateIdSchema).answers<readonly TemplateSummary[]>(),
    'templates:export': request(templateIdSchema).answers<string | null>(),
    'templates:import': request(nothing).answers<readonly TemplateSummary[] | null>(),
    'artifact:write': request(
      z.strictObject({ name: z.string().min(1).max(200), text: z.string().max(50_000_000) }),
    ).answers<string | null>(),
    'delivery:chooseFolder': request(nothing).answers<string | null>(),
    'delivery:present': request(presentFilesSchema).answers<readonly string[]>(),
    'delivery:write': request(writtenFileSchema).answers<WrittenFile>(),
    'delivery:stop': request(nothing).answers<null>(),
    'delivery:record': request(madeDeliverySchema).answers<PastDelivery>(),
    'delivery:list': request(z.strictObject({ id: productionId })).answers<PastDeliveries>(),
    'delivery:sheet': request(
      z.strictObject({ id: productionId, name: deliveryNameSchema }),
    ).answers<string>(),
    'window:focus': request(nothing).answers<null>(),
    'picture:fullScreen': request(
      z.strictObject({ wish: z.union([z.boolean(), z.literal('toggle')]) }),
    ).answers<null>(),
    'window:close': request(z.strictObject({ stays: z.boolean() })).answers<null>(),
  },
  events: {
    'menu:chosen': event<{ readonly command: string }>(),
    'file:offered': event<{ readonly path: string }>(),
    'versions:kept': event<{ readonly id: string; readonly problem: Problem | null }>(),
    'media:preparing': event<Preparing>(),
    'media:searching': event<SearchProgress>(),
    'delivery:printing': event<{ readonly done: number }>(),
    'window:closing': event<Record<string, never>>(),
    'guard:changed': event<{ readonly id: string; readonly state: GuardState }>(),
    'guard:woke': event<Record<string, never>>(),
  },
} as const

/** Names of the requests. */
export type RequestName = keyof (typeof contract)['requests']
/** Names of the events. */
export type EventName = keyof (typeof contract)['events']
/** What a request carries. */
export type Input<Name extends RequestName> = z.input<(typeof contract)['requests'][Name]['input']>
/** What a request answers with when all goes well. */
export type Output<Name extends RequestName> = (typeof contract)['requests'][Name]['output']
/** What an event carries. */
export type Payload<Name extends EventName> = (typeof contract)['events'][Name]['payload']
/** One handler for each request; a missing one does not compile. */
export type Handlers = {
  readonly [Name in RequestName]: (
    input: z.output<(typeof contract)['requests'][Name]['input']>,
  ) => Promise<Result<Output<Name>>>
}
