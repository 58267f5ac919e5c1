import { nameOfUse } from '../../sheet/cueUse.ts'
import { perUse } from '../perUse.ts'
import type { Rule } from '../rule.ts'

/** A record without its performer. */
export const artistMissing: Rule = {
  id: 'CS-060',
  severity: 'warning',
  fault: 'A commercial recording has no artist.',
  reason: 'A commercial recording is told from other versions of the same work by its artist.',
  remedy: 'Enter who performs it.',
  source: 'APRA, Cue sheets',
  inspect: perUse((use) =>
    use.cue.origin === 'commercial' && !use.recording?.artist.trim()
      ? `No artist for ${nameOfUse(use)}, a commercial recording. Enter who performs it.`
      : null,
  ),
}
