import { z } from 'zod'
import { basisPointsSchema, idSchema, textSchema } from './fields.ts'

/** Writers' roles: C composer, A author, CA both, AR arranger, AD adapter, SA sub-author, SR sub-arranger, TR translator. */
export const writerRoles = ['C', 'A', 'CA', 'AR', 'AD', 'SA', 'SR', 'TR'] as const
/** Publishers' roles: E publisher, SE sub-publisher, AM administrator. */
export const publisherRoles = ['E', 'SE', 'AM'] as const

/** A writer's part of a work, in basis points of the writers' side (which totals 10 000). */
export const writerShareSchema = z.strictObject({
  party: idSchema<'parties'>(),
  role: z.enum(writerRoles),
  share: basisPointsSchema,
})

/** A publisher's part of a work, in basis points of the publishers' side (which totals 10 000). */
export const publisherShareSchema = z.strictObject({
  party: idSchema<'parties'>(),
  role: z.enum(publisherRoles),
  share: basisPointsSchema,
})

/** The composition. */
export const workSchema = z.strictObject({
  id: idSchema<'works'>(),
  title: textSchema,
  iswc: textSchema,
  writers: z.array(writerShareSchema),
  publishers: z.array(publisherShareSchema),
  publicDomain: z.boolean(),
  /** Has no publisher, and none is missing. */
  unpublished: z.boolean(),
  /** How it is known that the composition is in the public domain: a certificate, dates of death, an opinion. */
  publicDomainProof: textSchema,
  /** Where it is in the public domain, as `licence.territory` says it. */
  publicDomainTerritory: textSchema,
})

/** One master of a work. */
export const recordingSchema = z.strictObject({
  id: idSchema<'recordings'>(),
  work: z.nullable(idSchema<'works'>()),
  artist: textSchema,
  label: textSchema,
  album: textSchema,
  catalogueNo: textSchema,
  trackNo: textSchema,
  library: textSchema,
  isrc: textSchema,
  /** No master licence is needed. */
  ownedByProduction: z.boolean(),
  /** Somebody has checked whether musicians' and singers' unions ask payment for using it again. */
  unionReuseChecked: z.boolean(),
})

/** A person or firm with a part in a work or recording; "holder" in the interface. Firms use `name` alone. */
export const partySchema = z.strictObject({
  id: idSchema<'parties'>(),
  firstName: textSchema,
  lastName: textSchema,
  name: textSchema,
  /** Performing-right society; `NS` is none, `PD` public domain, empty not known. */
  society: textSchema,
  /** IPI name number, digits as given. */
  ipi: textSchema,
  /** How to reach them: address, e-mail, telephone, whom to ask for. */
  contact: textSchema,
})

/** A work. */
export type Work = Readonly<z.infer<typeof workSchema>>
/** A recording. */
export type Recording = Readonly<z.infer<typeof recordingSchema>>
/** A party. */
export type Party = Readonly<z.infer<typeof partySchema>>
/** A writer's share. */
export type WriterShare = Readonly<z.infer<typeof writerShareSchema>>
/** A publisher's share. */
export type PublisherShare = Readonly<z.infer<typeof publisherShareSchema>>

/** A party's name in reading order. */
export function partyName(party: Party): string {
  return party.name || [party.firstName, party.lastName].filter(Boolean).join(' ')
}
