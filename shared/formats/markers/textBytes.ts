import { plainText } from '../plainText.ts'

/** Text as UTF-8. */
export function utf8Bytes(text: string): Uint8Array<ArrayBuffer> {
  const encoded = encodeURIComponent(plainText(text)).replace(/%([0-9A-F]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
  return Uint8Array.from(encoded, (character) => character.charCodeAt(0))
}

/** Text as UTF-16, little-endian, behind its byte-order mark. */
export function utf16Bytes(text: string): Uint8Array<ArrayBuffer> {
  const plain = `\uFEFF${plainText(text)}`
  const bytes = new Uint8Array(plain.length * 2)
  for (let index = 0; index < plain.length; index++) {
    const code = plain.charCodeAt(index)
    bytes[index * 2] = code & 0xff
    bytes[index * 2 + 1] = code >> 8
  }
  return bytes
}
