import { z } from 'zod'
import type { EarlierUse } from '../edits/giveMusicEdits.ts'
import { cueOrigins, cueTypes, dramaticRoles, themeRoles, vocalKinds } from '../model/cue.ts'
import type { Id } from '../model/ids.ts'
import type { Party, Recording, Work } from '../model/work.ts'

/** Whom to ask for licences, as productions named them. */
export type Contact = { readonly id: string; readonly name: string; readonly contact: string }

/** How a work was used last, by the work's id. */
export type UseOfWork = EarlierUse & {
  /** Whole seconds for which its longest use ran; absent where nobody has learnt it. */
  readonly seconds?: number | undefined
  /** What it did for the scenes that it was used in. */
  readonly roles?: readonly (typeof dramaticRoles)[number][] | undefined
}

/** What a user's productions have taught, kept across them: records as productions hold them, with ids of its own. */
export type Catalogue = {
  readonly works: Readonly<Record<string, Work>>
  readonly recordings: Readonly<Record<string, Recording>>
  readonly parties: Readonly<Record<string, Party>>
  readonly contacts: Readonly<Record<string, Contact>>
  readonly uses: Readonly<Record<string, UseOfWork>>
  /** Whether it learns from productions when they are saved. */
  readonly learns: boolean
}

/** The kinds of entry that a catalogue has. */
export const catalogueTables = ['works', 'recordings', 'parties', 'contacts'] as const
/** One of `catalogueTables`. */
export type CatalogueTable = (typeof catalogueTables)[number]

/** A work with everything that belongs to it, or a holder or contact alone. */
export type CatalogueEntry = {
  readonly table: CatalogueTable
  /** The id in the catalogue of what it was found by. */
  readonly id: string
  readonly name: string
  /** Said behind the name, to tell namesakes apart. */
  readonly note: string
  readonly work: Work | null
  readonly recording: Recording | null
  readonly parties: readonly Party[]
  readonly use: UseOfWork | null
  readonly contact: Contact | null
}

/** How many entries a catalogue has. */
export type CatalogueCounts = Readonly<Record<CatalogueTable, number>>

/** How a work was used. */
export const useOfWorkSchema = z.object({
  type: z.enum(cueTypes),
  origin: z.enum(cueOrigins),
  vocals: z.enum(vocalKinds),
  themeRole: z.enum(themeRoles),
  seconds: z.optional(z.int().min(0)),
  roles: z.optional(z.array(z.enum(dramaticRoles))),
})

/** A catalogue without entries. */
export const emptyCatalogue: Catalogue = {
  works: {},
  recordings: {},
  parties: {},
  contacts: {},
  uses: {},
  learns: true,
}

/** Makes ids for the entries of a catalogue. */
export type MakeEntryId = <Table extends string>() => Id<Table>
