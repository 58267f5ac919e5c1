import { plainText } from '../plainText.ts'

/** A text on one line without tabs, at most so many characters, `…` where it was cut. */
export function plainLine(text: string, most = Number.POSITIVE_INFINITY): string {
  const line = plainText(text.replace(/\s+/gu, ' ').trim())
  if (line.length <= most) return line
  return `${line.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
}
