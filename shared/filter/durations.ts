import type { FrameRate } from '../time/frameRate.ts'
import { parseTimecode } from '../time/timecode.ts'

const unit = /^(\d+(?:[.,]\d+)?)\s*(h|hours?|m|min|mins|minutes?|s|secs?|seconds?|f|fr|frames?)?$/i
const clock = /^(?:(\d{1,2}):)?(\d{1,3}):(\d{2})$/
const parts = /^(?:(\d+)h)?(?:(\d+)m(?:in)?)?(?:(\d+)s(?:ec)?)?$/i

/** Words that may stand after a number with a space between. */
export const unitWord = /^(h|hours?|m|min|mins|minutes?|s|secs?|seconds?|f|fr|frames?)$/i

/** Frames that a length as people write it means: `30s`, `30 s`, `1:30`, `1m30s`, `2 min`, `48f`, timecode; null for none. */
export function framesOfLength(text: string, rate: FrameRate): number | null {
  const said = text.trim()
  const single = unit.exec(said)
  if (single) {
    const value = Number((single[1] ?? '').replace(',', '.'))
    const of = (single[2] ?? 's').toLowerCase()[0]
    if (of === 'f') return value
    return ofSeconds(value * (of === 'h' ? 3600 : of === 'm' ? 60 : 1), rate)
  }
  const [, hours, minutes, seconds] = clock.exec(said) ?? parts.exec(said) ?? []
  if (seconds !== undefined || minutes !== undefined || hours !== undefined) {
    return ofSeconds(Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0), rate)
  }
  const timecode = parseTimecode(said, { ...rate, dropFrame: false })
  return timecode.ok && /[:;.].*[:;.].*[:;.,]/.test(said) ? timecode.value : null
}

/** Frames of a place: a whole label, or hours, minutes and seconds of one. */
export function framesOfPlace(text: string, rate: FrameRate): number | null {
  const said = text.trim()
  const short = /^\d{1,2}(?::\d{2}){0,2}$/.exec(said)
    ? `${said}${':00'.repeat(3 - (said.split(':').length - 1))}`
    : said
  const whole = parseTimecode(short, rate)
  if (whole.ok) return whole.value
  const next = whole.problem.suggestion === undefined ? null : parseTimecode(whole.problem.suggestion, rate)
  return next?.ok ? next.value : null
}

function ofSeconds(seconds: number, rate: FrameRate): number {
  return (seconds * rate.num) / rate.den
}

/** The rate at which text is checked before it is known of which production it speaks. */
export const anyRate: FrameRate = { num: 30, den: 1, dropFrame: false }
