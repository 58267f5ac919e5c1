import { createHash } from 'node:crypto'
import { open, stat } from 'node:fs/promises'
import { crc32 } from '../../shared/files/crc32.ts'
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

/** The stamp of a text as `productionFileText` makes it. */
export function stampOfText(text: string): string {
  return crc32(text)
}

function stampOfBytes(bytes: Uint8Array): string {
  try {
    return stampOfText(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return createHash('sha256').update(bytes).digest('hex')
  }
}

/** What changes about a file when it is written or replaced, without reading it; clocks may stand anywhere. */
export async function outsideOf(file: string): Promise<string> {
  const { size, mtimeNs, ctimeNs } = await stat(file, { bigint: true })
  return `${size} ${mtimeNs} ${ctimeNs}`
}
