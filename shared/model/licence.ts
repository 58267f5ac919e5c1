import { z } from 'zod'
import { basisPointsSchema, daySchema, idSchema, textSchema } from './fields.ts'

/** The papers a use may need (cue-sheet reference, section 9.1). */
export const licenceKinds = [
  'sync',
  'master',
  'composerAgreement',
  'songAgreement',
  'arrangerAgreement',
  'library',
  'clip',
  'performerRelease',
  'publicDomainProof',
  'other',
] as const

/** The two rights a use of music needs: the composition's and the recording's. */
export const licenceSides = ['sync', 'master'] as const

/** How far a licence has come, in the order of section 9.3, then the three that end it. */
export const licenceStatuses = [
  'toRequest',
  'requested',
  'quoted',
  'negotiating',
  'approved',
  'drafted',
  'executed',
  'paid',
  'denied',
  'expired',
  'replaced',
] as const

/** A step of a licence: the status it got, when, and from whom. */
export const licenceStepSchema = z.strictObject({
  status: z.enum(licenceStatuses),
  day: daySchema,
  /** Who recorded it; empty when that is not known. */
  author: textSchema,
})

/** A permission needed or held, for one or more cues. */
export const licenceSchema = z.strictObject({
  id: idSchema<'licences'>(),
  cues: z.array(idSchema<'cues'>()),
  kind: z.enum(licenceKinds),
  grants: z.array(z.enum(licenceSides)),
  licensor: textSchema,
  contact: textSchema,
  /** Part of each granted side that it covers, in basis points. */
  share: basisPointsSchema,
  status: z.enum(licenceStatuses),
  requested: daySchema,
  quoted: daySchema,
  approved: daySchema,
  executed: daySchema,
  paid: daySchema,
  /** What happened to it, the latest last; empty where nobody recorded it. The last step has the present status. */
  history: z.array(licenceStepSchema),
  /** Records that it takes the place of, after a refusal or a change of the music. They may be gone from the production. */
  replaces: z.array(idSchema<'licences'>()),
  /** What it is expected to cost, in minor units of `currency`, as long as no fee is known; null without an expectation. */
  estimateMinor: z.nullable(z.int()),
  /** Minor units of `currency` (cents); null when no fee is known. */
  feeMinor: z.nullable(z.int()),
  /** ISO 4217. */
  currency: textSchema,
  /** Most favoured nations. */
  mfn: z.boolean(),
  territory: textSchema,
  term: textSchema,
  media: textSchema,
  options: textSchema,
  starts: daySchema,
  expires: daySchema,
  number: textSchema,
  notes: textSchema,
  /** The usage it was given for, in its own words or as a usage code; empty when it names none. */
  licensedUsage: textSchema,
  /** Where its papers are: paths or links. */
  files: z.array(textSchema),
})

/** A licence. */
export type Licence = Readonly<z.infer<typeof licenceSchema>>
/** A step of a licence. */
export type LicenceStep = Readonly<z.infer<typeof licenceStepSchema>>
/** One of `licenceKinds`. */
export type LicenceKind = Licence['kind']
/** One of `licenceStatuses`. */
export type LicenceStatus = Licence['status']
/** One of `licenceSides`. */
export type LicenceSide = (typeof licenceSides)[number]
