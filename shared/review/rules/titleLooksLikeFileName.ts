import { looksLikeFileName } from '../audioFileName.ts'
import { perUse } from '../perUse.ts'
import type { Rule } from '../rule.ts'

/** A title that a workstation or a sound file gave. */
export const titleLooksLikeFileName: Rule = {
  id: 'CS-023',
  severity: 'warning',
  fault: 'The title ends like a sound file, or is Untitled, Track or Audio with a number.',
  reason: 'A clip’s file name is not the title under which a work is registered.',
  remedy: 'Enter the title under which the work is registered.',
  source: 'GEMA: every piece needs a name',
  inspect: perUse(({ title }) => {
    const text = title.trim()
    return looksLikeFileName(text) ? `“${text}” looks like a file name. Enter the title of the music.` : null
  }),
}
