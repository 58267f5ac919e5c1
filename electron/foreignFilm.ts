import type { Result } from '../shared/result.ts'
import type { Grants } from './grants.ts'

/**
 * A refusal for reels out of the page that name a film which neither the user chose nor an opened production named;
 * null if there is none. Otherwise the page could let itself have any film by putting it into a document.
 */
export function foreignFilm(
  grants: Grants,
  reels: readonly unknown[],
): Extract<Result<never>, { ok: false }> | null {
  for (const reel of reels) {
    const path = filmOf(reel)
    const refused = path === null ? null : grants.require(path, grants.hasFilm(path))
    if (refused) return refused
  }
  return null
}

/** The records of one table of a document that was not checked yet. */
export function reelsOf(document: Readonly<Record<string, unknown>>): readonly unknown[] {
  const { reels } = document
  return typeof reels === 'object' && reels !== null ? Object.values(reels) : []
}

/** The path of the film that a record of a reel names, whatever its shape; null for none. */
export function filmOf(reel: unknown): string | null {
  const media = field(reel, 'media')
  const path = field(media, 'path')
  return typeof path === 'string' ? path : null
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}
