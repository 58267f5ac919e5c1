import { societies } from '../../shared/model/societies.ts'
import type { publisherRoles, writerRoles } from '../../shared/model/work.ts'
import type { Suggestion } from '../ui/suggestionsFor.ts'

/** Writers' roles in words. */
export const writerRoleNames: Readonly<Record<(typeof writerRoles)[number], string>> = {
  C: 'Composer',
  A: 'Author of the words',
  CA: 'Composer and author',
  AR: 'Arranger',
  AD: 'Adapter',
  SA: 'Sub-author',
  SR: 'Sub-arranger',
  TR: 'Translator',
}

/** Publishers' roles in words. */
export const publisherRoleNames: Readonly<Record<(typeof publisherRoles)[number], string>> = {
  E: 'Publisher',
  SE: 'Sub-publisher',
  AM: 'Administrator',
}

/** Performing-right societies that are met most, with where they sit and what two of the codes mean. */
export const knownSocieties: readonly Suggestion[] = societies.map(({ code, name }) => ({
  id: code,
  name: code,
  note: name,
}))
