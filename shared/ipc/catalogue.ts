import { z } from 'zod'
import {
  type CatalogueCounts,
  type CatalogueEntry,
  type CatalogueTable,
  catalogueTables,
} from '../catalogue/catalogue.ts'
import type { SearchPlace } from '../catalogue/catalogueSearch.ts'
import type { SeriesTemplate, TemplateSummary } from '../catalogue/seriesTemplate.ts'
import type { Wanted } from '../licensing/alternatives.ts'
import { dramaticRoles, vocalKinds } from '../model/cue.ts'
import type { Problem } from '../result.ts'

export type { CatalogueEntry, CatalogueTable, SeriesTemplate, TemplateSummary }

/** What the personal catalogue holds, and what became of its file. */
export type CatalogueState = {
  readonly counts: CatalogueCounts
  /** Whether it learns from productions when they are saved. */
  readonly learns: boolean
  /** Told once, as after a damaged file was set aside; or as long as the file cannot be used. */
  readonly problem: Problem | null
}

/** A part of a list of entries. */
export type CataloguePage = { readonly total: number; readonly found: readonly CatalogueEntry[] }

/** Entries shown in the list at once. */
export const cataloguePageSize = 60

/** What is looked for as one types. */
export const catalogueSearchSchema = z.strictObject({
  place: z.enum(['title', 'artist', 'holder', 'contact'] satisfies readonly SearchPlace[]),
  text: z.string().max(400),
})

/** A part of a list that is asked for. */
export const cataloguePageSchema = z.strictObject({
  table: z.enum(catalogueTables),
  text: z.string().max(400),
  from: z.int().min(0).max(10_000_000),
})

/** What is looked for in place of music that is not cleared. */
export const catalogueWantedSchema = z.strictObject({
  seconds: z.int().min(0).max(1_000_000),
  vocals: z.enum(vocalKinds),
  roles: z.array(z.enum(dramaticRoles)).max(20),
  notTitle: z.string().max(4000),
}) satisfies z.ZodType<Wanted>

/** An entry by its id in the catalogue. */
export const catalogueEntrySchema = z.strictObject({
  table: z.enum(catalogueTables),
  id: z.string().min(1).max(100),
})

/** The id of a template, which is part of its file's name. */
export const templateIdSchema = z.strictObject({ id: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/) })
