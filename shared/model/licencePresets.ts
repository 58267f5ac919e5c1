/** Usual wordings of where, for how long and in which media a licence runs (cue-sheet reference, section 9.4); any other text is allowed. */
export const territoryPresets = ['World', 'World excl. US', 'US & Canada', 'UK & Ireland', 'EU/EEA'] as const

/** Usual terms of a licence. */
export const termPresets = [
  'Perpetuity',
  '1 year',
  '2 years',
  '5 years',
  '10 years',
  'Festivals, 1 year',
] as const

/** Usual media of a licence. Trailers and promos are never part of the others. */
export const mediaPresets = [
  'All media now known or later devised',
  'All media excl. theatrical',
  'Theatrical',
  'TV + VOD',
  'SVOD',
  'Festivals only',
  'In-context trailers',
  'Out-of-context promos',
  'Online/social',
] as const
