import type { Result } from '../shared/result.ts'
import type { Grants } from './grants.ts'

/**
 * A refusal for reels out of the page that name a film, proxy or stem which neither the user chose nor an opened production
 * named; null if there is none. Otherwise the page could let itself have any film by putting it into a document.
 */
export function foreignFilm(
  grants: Grants,
  reels: readonly unknown[],
): Extract<Result<never>, { ok: false }> | null {
  for (const file of reels.flatMap(filesOf)) {
    const refused = grants.require(file, grants.hasFilm(file))
    if (refused) return refused
  }
  return null
}

/** The records of one table of a document that was not checked yet. */
export function reelsOf(document: Readonly<Record<string, unknown>>): readonly unknown[] {
  return valuesOf(document.reels)
}

/** The path of the film that a record of a reel names, whatever its shape; null for none. */
export function filmOf(reel: unknown): string | null {
  return pathIn(field(reel, 'media'))
}

/** The paths of all files that a record of a reel names, whatever its shape: film, proxy and stems. */
export function filesOf(reel: unknown): readonly string[] {
  const stems: unknown = field(reel, 'stems')
  const named = [field(reel, 'media'), field(field(reel, 'media'), 'proxy'), ...valuesOf(stems)]
  return named.map(pathIn).filter((file) => file !== null)
}

function valuesOf(value: unknown): readonly unknown[] {
  return typeof value === 'object' && value !== null ? Object.values(value) : []
}

function pathIn(record: unknown): string | null {
  const path = field(record, 'path')
  return typeof path === 'string' ? path : null
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}
