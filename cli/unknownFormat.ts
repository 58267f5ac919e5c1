import type { Problem } from '../shared/result.ts'

/** The Problem for a format that is not on the list. */
export function unknownFormat(found: string, formats: readonly { readonly id: string }[]): Problem {
  return {
    message: 'There is no such format.',
    expected: formats.map(({ id }) => id).join(', '),
    found,
    remedy: 'Choose a format that `needledrop formats` lists.',
  }
}
