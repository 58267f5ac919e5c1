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
/** One of `licenceKinds`. */
export type LicenceKind = Licence['kind']
/** One of `licenceStatuses`. */
export type LicenceStatus = Licence['status']
/** One of `licenceSides`. */
export type LicenceSide = (typeof licenceSides)[number]
