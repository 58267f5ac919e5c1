import { perUse } from '../perUse.ts'
import type { Rule } from '../rule.ts'

const audioExtension =
  /\.(wav|wave|bwf|rf64|w64|aiff?|aifc|caf|sd2|mp[23]|m4a|aac|flac|alac|ogg|oga|opus|wma)$/i
const placeholder = /^(untitled([\s_-]*\d+)?|(track|audio)[\s_-]*\d+)$/i

/** A title that a workstation or a sound file gave. */
export const titleLooksLikeFileName: Rule = {
  id: 'CS-023',
  severity: 'warning',
  reason: 'A clip’s file name is not the title under which a work is registered.',
  inspect: perUse(({ title }) => {
    const text = title.trim()
    return audioExtension.test(text) || placeholder.test(text)
      ? `“${text}” looks like a file name. Enter the title of the music.`
      : null
  }),
}
