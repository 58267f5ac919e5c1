import { nameOfUse } from '../../sheet/cueUse.ts'
import { perUse } from '../perUse.ts'
import type { Rule } from '../rule.ts'

/** Nobody has said whether there is singing. */
export const vocalsUnknown: Rule = {
  id: 'CS-030',
  severity: 'error',
  fault: 'Nobody has said whether the music is vocal or instrumental.',
  reason: 'US usage codes tell vocal from instrumental, so without this the line has no usage.',
  remedy: 'Choose vocal where lyrics are heard, or humming or whistling on camera; else instrumental.',
  source: 'RapidCue usage codes; ASCAP, definition of vocal',
  inspect: perUse((use) =>
    use.cue.vocals === 'unknown'
      ? `Is ${nameOfUse(use)} vocal or instrumental? Vocal means that lyrics are heard, or humming or whistling on camera.`
      : null,
  ),
}
