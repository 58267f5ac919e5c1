import { isEidr, isIsan } from '../checkDigits.ts'
import type { Rule } from '../rule.ts'

/** An EIDR or ISAN that cannot be one. */
export const titleIdentifierWrong: Rule = {
  id: 'CS-094',
  severity: 'warning',
  reason: 'The last character of an EIDR or ISAN checks the others, so a typing error shows.',
  inspect: ({ document: { production } }) => {
    const wrong = [
      ...(production.eidr.trim() && !isEidr(production.eidr) ? [`EIDR ${production.eidr.trim()}`] : []),
      ...(production.isan.trim() && !isIsan(production.isan) ? [`ISAN ${production.isan.trim()}`] : []),
    ]
    return wrong.map((name) => ({
      message: `${name} is not a valid identifier. Copy it again from the registry.`,
    }))
  },
}
