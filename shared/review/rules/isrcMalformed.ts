import { nameOfUse } from '../../sheet/cueUse.ts'
import { isIsrc } from '../checkDigits.ts'
import { perUse } from '../perUse.ts'
import type { Rule } from '../rule.ts'

/** An ISRC that is not written like one. */
export const isrcMalformed: Rule = {
  id: 'CS-048',
  severity: 'warning',
  fault: 'An ISRC is not written like one.',
  reason:
    'An ISRC is two letters, three letters or digits and seven digits; anything else finds no recording.',
  remedy: 'Copy it from the label or the library.',
  source: 'ISRC, two letters, three letters or digits, seven digits',
  inspect: perUse((use) => {
    const isrc = use.recording?.isrc.trim() ?? ''
    return isrc && !isIsrc(isrc)
      ? `ISRC ${isrc} of ${nameOfUse(use)} is malformed. It has two letters, three letters or digits, seven digits.`
      : null
  }),
}
