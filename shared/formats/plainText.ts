/** Control characters but for tab and line ends, halves of surrogate pairs, and the two that no XML may hold. */
const unprintable = /(?![\t\n\r])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu

/** A text that every reader of text, XML and HTML takes: U+FFFD stands for what some would stumble over. */
export function plainText(text: string): string {
  return text.replace(unprintable, '\uFFFD')
}
