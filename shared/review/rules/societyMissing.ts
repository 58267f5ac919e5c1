import { partyName } from '../../model/work.ts'
import { nameOfUse } from '../../sheet/cueUse.ts'
import { listed } from '../../sheet/listed.ts'
import { perUse } from '../perUse.ts'
import type { Rule } from '../rule.ts'
import { workParties } from '../workParties.ts'

/** A writer or publisher of whom no society is known. */
export const societyMissing: Rule = {
  id: 'CS-044',
  severity: 'warning',
  fault: 'A writer or publisher has no society.',
  reason: 'Royalties reach a writer or publisher through their society; NS confirms that they have none.',
  remedy: 'Enter the society, or NS where there is none.',
  source: 'BMI, What is a cue sheet',
  inspect: perUse((use, { document }) => {
    const names = workParties(use.work, document)
      .filter(({ society }) => !society.trim())
      .map((party) => partyName(party) || 'a holder without a name')
    if (names.length === 0) return null
    return `No society for ${listed(names)} in ${nameOfUse(use)}. Enter it, or NS if there is none.`
  }),
}
