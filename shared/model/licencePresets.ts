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
  'Festivals, 2 years',
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

/** Usual rights that a licensor grants as an option, to be exercised later for a fee that is named now. */
export const optionRights = [
  'All media',
  'Theatrical',
  'Out-of-context promos',
  'In-context trailers',
  'World',
  'Perpetuity',
] as const

/** What an option says: the right, what it costs, and the day until which it can be exercised; parts that are not known are left out. */
export function optionText(right: string, price: string, until: string): string {
  return [
    right.trim(),
    ...(price.trim() === '' ? [] : [`for ${price.trim()}`]),
    ...(until.trim() === '' ? [] : [`to exercise by ${until.trim()}`]),
  ].join(', ')
}
