import { z } from 'zod'
import {
  circumstances,
  cueOrigins,
  cueSchema,
  cueStates,
  cueTypes,
  diegeses,
  dramaticRoles,
  identificationConfidences,
  identificationMethods,
  overrulingSchema,
  prominences,
  sourceVisibilities,
  themeRoles,
  vocalKinds,
} from '../../model/cue.ts'
import { daySchema, framesSchema, idSchema, textSchema } from '../../model/fields.ts'
import { ignoredSchema } from '../../model/ignored.ts'
import { licenceKinds, licenceSides, licenceStatuses, licenceStepSchema } from '../../model/licence.ts'
import {
  budgetSchema,
  classifications,
  numberingSchema,
  productionCategories,
  productionSchema,
  productionVersions,
  targetSocieties,
  visualRules,
} from '../../model/production.ts'
import { publisherRoles, writerRoles } from '../../model/work.ts'

/*
 * The exchange file, field by field as docs/exchange-format.md has it. A field with a default may be missing, never null.
 */

/** What the file says it is. */
export const exchangeFormat = 'needledrop.example-cue-sheet'

const text = textSchema.default('')
const texts = z.array(textSchema).default([])
const day = daySchema.default('')
/** The exact frame of a label beside it, where the label alone would be read as another. */
const exactFrame = z.nullable(framesSchema).default(null)
const percent = z.number().min(-1_000_000).max(1_000_000)

const production = z.object({
  title: text,
  titleAka: texts,
  seasonNumber: text,
  episodeTitle: text,
  episodeTitleAka: texts,
  episodeNumber: text,
  productionNumber: text,
  category: z.enum(productionCategories).default('Other'),
  version: z.enum(productionVersions).default('Original'),
  classification: z.enum(classifications).default('Original'),
  network: text,
  airDate: day,
  datePrepared: day,
  countryOfOrigin: text,
  yearOfProduction: text,
  directors: texts,
  cast: texts,
  productionCompany: text,
  companyAddress: text,
  preparedBy: text,
  preparedByEmail: text,
  eidr: text,
  isan: text,
  cutName: text,
  cutDate: day,
  showDurationOverride: productionSchema.shape.showDurationOverride.default(null),
  revisionNote: text,
  neededTerritories: texts,
  neededMedia: texts,
  neededTerm: text,
  budgets: z.array(budgetSchema).default([]),
  numbering: numberingSchema.default({ prefix: '', head: 'automatic', restartsPerReel: false, digits: 2 }),
  targetSocieties: z.array(z.enum(targetSocieties)).default([]),
})

const picture = z.object({
  id: idSchema<'reels'>(),
  label: text,
  startTc: textSchema,
  endTc: textSchema,
  startFrame: exactFrame,
  endFrame: exactFrame,
  /** What the picture's own file says of its rate; null where that is not known. */
  rateNum: z.nullable(z.int().min(1)).default(null),
  rateDen: z.int().min(1).default(1),
  isVariableRate: z.boolean().default(false),
})

const segment = z.object({
  id: idSchema<'segments'>(),
  label: text,
  kind: z.enum(['content', 'break']),
  picture: idSchema<'reels'>(),
  in: textSchema,
  out: textSchema,
  inFrame: exactFrame,
  outFrame: exactFrame,
})

const party = z.object({
  id: idSchema<'parties'>(),
  firstName: text,
  lastName: text,
  name: text,
  pro: text,
  ipi: text,
  contact: text,
})

const work = z.object({
  id: idSchema<'works'>(),
  title: text,
  iswc: text,
  writers: z
    .array(z.object({ party: idSchema<'parties'>(), role: z.enum(writerRoles), share: percent }))
    .default([]),
  publishers: z
    .array(z.object({ party: idSchema<'parties'>(), role: z.enum(publisherRoles), share: percent }))
    .default([]),
  publicDomain: z.boolean().default(false),
  unpublished: z.boolean().default(false),
  publicDomainProof: text,
  publicDomainTerritory: text,
})

const recording = z.object({
  id: idSchema<'recordings'>(),
  work: z.nullable(idSchema<'works'>()).default(null),
  artist: text,
  label: text,
  album: text,
  catalogueNo: text,
  trackNo: text,
  library: text,
  isrc: text,
  ownedByProduction: z.boolean().default(false),
  unionReuseChecked: z.boolean().default(false),
})

const cue = z.object({
  id: idSchema<'cues'>(),
  number: z.string().max(50).default(''),
  title: text,
  work: z.nullable(idSchema<'works'>()).default(null),
  recording: z.nullable(idSchema<'recordings'>()).default(null),
  spans: z
    .array(
      z.object({
        picture: idSchema<'reels'>(),
        in: textSchema,
        out: z.nullable(textSchema),
        inFrame: exactFrame,
        outFrame: exactFrame,
      }),
    )
    .min(1),
  type: z.enum(cueTypes),
  origin: z.enum(cueOrigins),
  themeRole: z.enum(themeRoles).default('none'),
  diegesis: z.enum(diegeses),
  sourceVisibility: z.enum(sourceVisibilities).default('none'),
  prominence: z.enum(prominences).default('background'),
  vocals: z.enum(vocalKinds),
  state: z.enum(cueStates).default('active'),
  scene: text,
  description: text,
  notes: text,
  dramaticRole: z.array(z.enum(dramaticRoles)).default([]),
  identification: z
    .nullable(
      z.object({
        method: z.enum(identificationMethods),
        confidence: z.enum(identificationConfidences),
        note: text,
        link: text,
      }),
    )
    .default(null),
  licensedDuration: cueSchema.shape.licensedDuration.default(null),
  licensedUses: cueSchema.shape.licensedUses.default(null),
  circumstances: z.array(z.enum(circumstances)).default([]),
  overrulings: z
    .array(overrulingSchema.extend({ side: overrulingSchema.shape.side.default(null), day, author: text }))
    .default([]),
})

const licence = z.object({
  id: idSchema<'licences'>(),
  cues: z.array(idSchema<'cues'>()),
  kind: z.enum(licenceKinds),
  grants: z.array(z.enum(licenceSides)),
  licensor: text,
  contact: text,
  share: percent.default(100),
  status: z.enum(licenceStatuses),
  requested: day,
  quoted: day,
  approved: day,
  executed: day,
  paid: day,
  history: z.array(licenceStepSchema.extend({ day, author: text })).default([]),
  replaces: z.array(idSchema<'licences'>()).default([]),
  estimateMinor: z.nullable(z.int()).default(null),
  feeMinor: z.nullable(z.int()).default(null),
  currency: text,
  mfn: z.boolean().default(false),
  territory: text,
  term: text,
  media: text,
  options: text,
  starts: day,
  expires: day,
  number: text,
  notes: text,
  licensedUsage: text,
  files: texts,
})

const note = z.object({
  id: idSchema<'notes'>(),
  picture: idSchema<'reels'>(),
  at: textSchema,
  atFrame: exactFrame,
  text,
})

const ignored = z.object({
  id: idSchema<'ignored'>(),
  rule: ignoredSchema.shape.rule,
  cue: ignoredSchema.shape.cue.default(null),
  other: ignoredSchema.shape.other.default(null),
  licence: ignoredSchema.shape.licence.default(null),
  party: ignoredSchema.shape.party.default(null),
  side: ignoredSchema.shape.side.default(null),
  field: text,
  reason: ignoredSchema.shape.reason,
  day,
})

/** The whole exchange file. */
export const exchangeSchema = z.object({
  format: z.literal(exchangeFormat),
  version: z.literal(1),
  settings: z
    .object({ visualRule: z.enum(visualRules).default('sourceVisible') })
    .default({ visualRule: 'sourceVisible' }),
  production,
  timebase: z.object({ rateNum: z.int(), rateDen: z.int(), dropFrame: z.boolean() }),
  pictures: z.array(picture),
  segments: z.array(segment).default([]),
  parties: z.array(party).default([]),
  works: z.array(work).default([]),
  recordings: z.array(recording).default([]),
  cues: z.array(cue),
  licences: z.array(licence).default([]),
  notes: z.array(note).default([]),
  ignored: z.array(ignored).default([]),
})

/** An exchange file that has its shape. */
export type ExchangeFile = z.infer<typeof exchangeSchema>
