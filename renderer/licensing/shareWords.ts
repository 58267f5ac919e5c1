import type { publisherRoles, writerRoles } from '../../shared/model/work.ts'

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

/** Performing-right societies that are met most, with what two of the codes mean. */
export const knownSocieties: readonly {
  readonly id: string
  readonly name: string
  readonly note?: string
}[] = [
  { id: 'NS', name: 'NS', note: 'confirmed: no society' },
  { id: 'PD', name: 'PD', note: 'public domain' },
  ...[
    'ASCAP',
    'BMI',
    'SESAC',
    'GMR',
    'SOCAN',
    'PRS',
    'IMRO',
    'APRA',
    'GEMA',
    'SACEM',
    'SUISA',
    'AKM',
    'SIAE',
    'SGAE',
    'BUMA',
    'SABAM',
    'STIM',
    'TONO',
    'KODA',
    'TEOSTO',
    'ZAIKS',
    'JASRAC',
    'IPRS',
    'SAMRO',
  ].map((name) => ({ id: name, name })),
]
