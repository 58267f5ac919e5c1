import { partyName } from '../../model/work.ts'
import { nameOfUse } from '../../sheet/cueUse.ts'
import { listed } from '../../sheet/listed.ts'
import { perUse } from '../perUse.ts'
import type { Rule } from '../rule.ts'
import { workParties } from '../workParties.ts'

/** A writer or publisher who can be told from namesakes by name only. */
export const ipiMissing: Rule = {
  id: 'CS-046',
  severity: 'info',
  fault: 'A writer or publisher has no IPI name number.',
  reason: 'By its IPI a society knows a party among all of the same name.',
  remedy: 'Copy it from the society’s catalogue, where it can be found.',
  source: 'ASCAP/BMI template, IPI column',
  inspect: perUse((use, { document }) => {
    const names = workParties(use.work, document)
      .filter(({ ipi, society }) => !ipi.trim() && society.trim().toUpperCase() !== 'PD')
      .map((party) => partyName(party) || 'a holder without a name')
    if (names.length === 0) return null
    return `No IPI for ${listed(names)} in ${nameOfUse(use)}. Enter it, if it is known.`
  }),
}
