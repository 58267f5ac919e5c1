import { nameOfUse } from '../../sheet/cueUse.ts'
import { perUse } from '../perUse.ts'
import type { Rule } from '../rule.ts'

/** A record that cannot be traced to its owner. */
export const labelAndIsrcMissing: Rule = {
  id: 'CS-061',
  severity: 'warning',
  fault: 'A commercial recording has neither label nor ISRC.',
  reason: 'Without label and ISRC nobody can tell whose recording it is.',
  remedy: 'Enter at least one.',
  source: 'SOCAN; BBC helpcard',
  inspect: perUse((use) =>
    use.cue.origin === 'commercial' && !use.recording?.label.trim() && !use.recording?.isrc.trim()
      ? `Neither label nor ISRC for ${nameOfUse(use)}, a commercial recording. Enter at least one.`
      : null,
  ),
}
