import { isEidr, isIsan } from '../checkDigits.ts'
import type { Rule } from '../rule.ts'

/** An EIDR or ISAN that cannot be one. */
export const titleIdentifierWrong: Rule = {
  id: 'CS-094',
  severity: 'warning',
  fault: 'The EIDR or the ISAN fails its check.',
  reason: 'The last character of an EIDR or ISAN checks the others, so a typing error shows.',
  remedy: 'Copy it again from the registry.',
  source: 'ISO 7064, mod 37,36',
  inspect: ({ document: { production } }) => {
    const identifiers = [
      { field: 'eidr', name: 'EIDR', text: production.eidr.trim(), isValid: isEidr },
      { field: 'isan', name: 'ISAN', text: production.isan.trim(), isValid: isIsan },
    ]
    return identifiers
      .filter(({ text, isValid }) => text && !isValid(text))
      .map(({ field, name, text }) => ({
        field,
        message: `${name} ${text} is not a valid identifier. Copy it again from the registry.`,
      }))
  },
}
