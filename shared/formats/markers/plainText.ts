/** What no text file should hold: control characters but for tab and line breaks, and what is no character. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed.
const unprintable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFEFF]/g
const noCharacter = /\p{Surrogate}|[\uFFFE\uFFFF]/gu

/** Text that every reader takes: control characters left out, halves of surrogate pairs replaced by U+FFFD. */
export function plainText(text: string): string {
  return text.replace(unprintable, '').replace(noCharacter, '\uFFFD')
}

/** The same on one line without tabs, at most so many characters, `…` where it was cut. */
export function plainLine(text: string, most = Number.POSITIVE_INFINITY): string {
  const line = plainText(text).replace(/\s+/gu, ' ').trim()
  if (line.length <= most) return line
  return `${line.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
}
