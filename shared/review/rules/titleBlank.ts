import { formatTimecode } from '../../time/timecode.ts'
import { perUse } from '../perUse.ts'
import type { Rule } from '../rule.ts'

/** A cue that nobody can look up. */
export const titleBlank: Rule = {
  id: 'CS-020',
  severity: 'error',
  fault: 'Neither the cue nor its work has a title.',
  reason: 'Societies find the work by its title; a line without one pays nobody.',
  remedy: 'Enter a title, or name the work.',
  source: 'BMI, What is a cue sheet',
  inspect: perUse((use, { programme }) => {
    if (use.title.trim()) return null
    const start = use.cue.spans[0]?.start
    const number = use.cue.number.trim()
    const name = number ? `Cue ${number}` : 'The cue'
    const where = typeof start === 'number' ? ` at ${formatTimecode(start, programme.rate)}` : ''
    return `${name}${where} has no title. Enter one, or name its work.`
  }),
}
