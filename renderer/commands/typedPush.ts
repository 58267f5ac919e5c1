import { ok, type Result, refuse } from '../../shared/result.ts'
import type { FrameRate } from '../../shared/time/frameRate.ts'
import { frames } from '../../shared/time/frames.ts'
import { parseTypedTimecode } from '../../shared/time/typedTimecode.ts'

const countedFrames = /^(\d{1,9})\s*(?:f|fr|frames?)$/i
const signs = /^[+\-\u2212\u2013]/

/**
 * A length typed as timecode by the rules of time fields, or as frames where an f follows; negative after a minus. At 24,
 * `12` and `12f` are twelve frames, `100` is a second and `100f` are a hundred frames.
 */
export function typedPush(text: string, rate: FrameRate): Result<number> {
  const trimmed = text.trim()
  const sign = signs.exec(trimmed)?.[0]
  const length = sign === undefined ? trimmed : trimmed.slice(1).trim()
  const direction = sign === undefined || sign === '+' ? 1 : -1
  const counted = countedFrames.exec(length)?.[1]
  if (counted !== undefined) return ok(direction * Number(counted))
  if (signs.test(length)) return refuse(notLength(text))
  const typed = parseTypedTimecode(`+${length}`, rate, frames(0))
  if (typed.ok) return ok(direction * typed.value)
  const { suggestion } = typed.problem
  if (suggestion === undefined) return refuse(notLength(text))
  return refuse({ ...typed.problem, suggestion: `${direction < 0 ? '-' : ''}${suggestion.replace('+', '')}` })
}

function notLength(text: string) {
  return {
    message: 'This is not a length.',
    expected: 'frames such as 12 or 100f, or a timecode such as 1.00, with a minus for earlier',
    found: text.trim() === '' ? 'nothing' : text,
    remedy: 'Type digits; a full stop stands for a pair of zeroes.',
  }
}
