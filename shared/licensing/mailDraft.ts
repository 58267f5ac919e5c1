import type { RequestLetter } from './requestLetter.ts'

/** The address of a draft for the user's own mail program. Long letters do not fit everywhere; those go out as a file. */
export function mailtoAddress({ to, subject, body }: Pick<RequestLetter, 'to' | 'subject' | 'body'>): string {
  // Mail programs read CRLF as the line end of a mailto body (RFC 6068).
  const text = encodeURIComponent(soundText(body).replace(/\n/g, '\r\n'))
  return `mailto:${encodeURIComponent(soundText(to)).replace(/%40/g, '@')}?subject=${encodeURIComponent(soundText(subject))}&body=${text}`
}

/** Length beyond which some mail programs and systems cut a mailto address off. */
export const longestMailto = 2000

/** A draft as a file that mail programs open as unsent (RFC 5322, with the header that marks it so). */
export function mailFile(
  { to, subject, body }: Pick<RequestLetter, 'to' | 'subject' | 'body'>,
  from: string,
): string {
  const head = [
    'X-Unsent: 1',
    ...(from.trim() === '' ? [] : [`From: ${headerText(from)}`]),
    `To: ${headerText(to)}`,
    `Subject: ${encodedWords(subject)}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
  ]
  const lines = base64(utf8(body.replace(/\r\n|\r|\n/g, '\r\n'))).match(/.{1,76}/g) ?? []
  return `${head.join('\r\n')}\r\n\r\n${lines.join('\r\n')}\r\n`
}

/** Without what would begin another header. */
function headerText(text: string): string {
  const plain = text.replace(/[\r\n\t]+/g, ' ').trim()
  return isAscii(plain) ? plain : encodedWords(plain)
}

/** Text of a header as RFC 2047 has it: plain where it is ASCII, else in words of at most 75 characters. */
function encodedWords(text: string): string {
  const plain = text.replace(/[\r\n\t]+/g, ' ').trim()
  if (isAscii(plain)) return plain
  const words: string[] = []
  let word: number[] = []
  for (const letter of plain) {
    const bytes = utf8(letter)
    if (word.length + bytes.length > 42) {
      words.push(base64(word))
      word = []
    }
    word.push(...bytes)
  }
  words.push(base64(word))
  return words.map((each) => `=?utf-8?B?${each}?=`).join('\r\n ')
}

/** Without halves of characters, which no encoding has. */
function soundText(text: string): string {
  return text.replace(/\p{Cs}/gu, '\uFFFD')
}

function isAscii(text: string): boolean {
  return /^[\x20-\x7e]*$/.test(text)
}

function utf8(text: string): number[] {
  const escaped = encodeURIComponent(soundText(text))
  return [...escaped.matchAll(/%([0-9A-F]{2})|[^%]/g)].map(([whole, hex]) =>
    hex === undefined ? whole.charCodeAt(0) : Number.parseInt(hex, 16),
  )
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

function base64(bytes: readonly number[]): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b, c] = bytes.slice(at, at + 3)
    const all = (a << 16) | ((b ?? 0) << 8) | (c ?? 0)
    const four = [18, 12, 6, 0].map((shift) => digits[(all >> shift) & 63] ?? '')
    text += four
      .join('')
      .slice(0, c === undefined ? (b === undefined ? 2 : 3) : 4)
      .padEnd(4, '=')
  }
  return text
}
