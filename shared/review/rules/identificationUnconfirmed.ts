import { nameOfUse } from '../../sheet/cueUse.ts'
import { perUse } from '../perUse.ts'
import type { Rule } from '../rule.ts'

/** A record of which nobody is sure that it is the right one. */
export const identificationUnconfirmed: Rule = {
  id: 'CS-024',
  severity: 'info',
  fault: 'A commercial recording whose identification is not confirmed.',
  reason: 'A wrong title pays the wrong people, and what an app has heard is no document.',
  remedy: 'Find a document that names it (licence, end credits), and say so under its identification.',
  source: 'Synchtank: recognition tells what was heard, not who is owed',
  inspect: perUse((use) => {
    const { origin, identification } = use.cue
    if (origin !== 'commercial' || identification?.confidence === 'confirmed') return null
    const known = identification ? `only ${identification.confidence}` : 'not stated'
    return `Who is ${nameOfUse(use)} really? Its identification is ${known}. Confirm it by a licence, the credits or the composer.`
  }),
}
