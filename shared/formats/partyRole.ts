import type { SheetParty } from '../sheet/sheetRow.ts'

/** What a party is to those whose sheets know three kinds. */
export type PartyRole = 'Composer' | 'Arranger' | 'Publisher'

const roles: Readonly<Record<SheetParty['role'], PartyRole>> = {
  C: 'Composer',
  A: 'Composer',
  CA: 'Composer',
  SA: 'Composer',
  TR: 'Composer',
  AR: 'Arranger',
  SR: 'Arranger',
  AD: 'Arranger',
  E: 'Publisher',
  SE: 'Publisher',
  AM: 'Publisher',
}

/** The kind of a party's role. */
export function partyRole({ role }: Pick<SheetParty, 'role'>): PartyRole {
  return roles[role]
}
