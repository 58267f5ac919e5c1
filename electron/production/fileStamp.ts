import { isUtf8 } from 'node:buffer'
import { createHash } from 'node:crypto'
import { open, stat } from 'node:fs/promises'
import { crc32 } from 'node:zlib'
import { codeOf } from './errorCode.ts'
import { largestProductionBytes } from './readProduction.ts'

/** The state of a file: there with these bytes, not there, or not to be found out. */
export type FileSight =
  | { readonly kind: 'there'; readonly stamp: string; readonly bytes: Uint8Array }
  | { readonly kind: 'gone' }
  | { readonly kind: 'unreachable'; readonly found: string }

/** Reads a file and tells its state from any other by a stamp. */
export async function sightOf(file: string): Promise<FileSight> {
  try {
    const handle = await open(file, 'r')
    try {
      const { size } = await handle.stat()
      if (size > largestProductionBytes)
        return { kind: 'there', stamp: `large ${size}`, bytes: new Uint8Array() }
      const bytes = await handle.readFile()
      return { kind: 'there', stamp: stampOfBytes(bytes), bytes }
    } finally {
      await handle.close().catch(() => undefined)
    }
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return { kind: 'gone' }
    return { kind: 'unreachable', found: codeOf(error) || String(error) }
  }
}

/** The stamp of a text as `productionFileText` makes it: the CRC-32 that `shared/files/crc32.ts` gives, some times as fast. */
export function stampOfText(text: string): string {
  return stampOf(Buffer.from(text))
}

const byteOrderMark = [0xef, 0xbb, 0xbf]

/** The stamp of the text that bytes are; a mark of their order at the beginning is no part of it. */
function stampOfBytes(bytes: Uint8Array): string {
  if (!isUtf8(bytes)) return createHash('sha256').update(bytes).digest('hex')
  const isMarked = byteOrderMark.every((byte, index) => bytes[index] === byte)
  return stampOf(isMarked ? bytes.subarray(byteOrderMark.length) : bytes)
}

function stampOf(bytes: Uint8Array): string {
  return crc32(bytes).toString(16).padStart(8, '0')
}

/** What changes about a file when it is written or replaced, without reading it; clocks may stand anywhere. */
export async function outsideOf(file: string): Promise<string> {
  const { size, mtimeNs, ctimeNs } = await stat(file, { bigint: true })
  return `${size} ${mtimeNs} ${ctimeNs}`
}
