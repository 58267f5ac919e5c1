import { parentPort } from 'node:worker_threads'
import { ok, type Result, refuse } from '../../shared/result.ts'
import { fileProblem } from '../fileProblem.ts'
import { BlockingFile } from './blockingFile.ts'
import { type ByteRange, requestedRange } from './byteRange.ts'
import { identityOf } from './contentIdentity.ts'
import { ready } from './readSlots.ts'

/** What a thread is asked to read: the beginning of an answer, one more piece of it, whether there is a file at all, or its content's identity. */
export type ReadOrder =
  | { readonly kind: 'first'; readonly file: string; readonly range: string | null; readonly most: number }
  | { readonly kind: 'piece'; readonly file: string; readonly stamp: string; readonly range: ByteRange }
  | { readonly kind: 'presence'; readonly file: string }
  | { readonly kind: 'identity'; readonly file: string }

/** What a file is at the moment, and the first bytes of the range that was asked for. */
export type FirstPiece = {
  /** In bytes. */
  readonly size: number
  readonly stamp: string
  readonly range: ReturnType<typeof requestedRange>
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** Null where there is no file that can be read; bytes for a piece, text for an identity. */
export type ReadAnswer = FirstPiece | Uint8Array<ArrayBuffer> | boolean | string | null

/** Does one order. The file is open only meanwhile, so that nobody who goes away leaves a descriptor behind. */
export function read(order: ReadOrder): Result<ReadAnswer> {
  let file: BlockingFile
  try {
    file = BlockingFile.open(order.file)
  } catch (error) {
    const isForbidden =
      error instanceof Error && 'code' in error && ['EACCES', 'EPERM'].includes(String(error.code))
    return ok(order.kind === 'presence' ? isForbidden : null)
  }
  try {
    if (order.kind === 'presence') return ok(true)
    if (order.kind === 'identity') return ok(identityOf(file))
    return ok(order.kind === 'first' ? firstPiece(file, order) : nextPiece(file, order))
  } catch (error) {
    return refuse(fileProblem(error, order.file))
  } finally {
    file.close()
  }
}

function firstPiece(
  file: BlockingFile,
  { range: header, most }: Extract<ReadOrder, { kind: 'first' }>,
): FirstPiece {
  const { size, stamp } = file
  const range = requestedRange(header, size)
  const { first, last } =
    range === 'impossible' ? { first: 0, last: -1 } : (range ?? { first: 0, last: size - 1 })
  return { size, stamp, range, bytes: file.read(first, Math.min(most, last + 1 - first)) }
}

/** Null when the file was replaced or changed, since its bytes would not fit those that went before. */
function nextPiece(
  file: BlockingFile,
  { stamp, range }: Extract<ReadOrder, { kind: 'piece' }>,
): Uint8Array<ArrayBuffer> | null {
  const bytes = file.stamp === stamp ? file.read(range.first, range.last + 1 - range.first) : null
  return bytes?.length === range.last + 1 - range.first ? bytes : null
}

parentPort?.on('message', (order: ReadOrder) => {
  const answer = read(order)
  const value = answer.ok ? answer.value : null
  const bytes = value instanceof Uint8Array ? value : value && typeof value === 'object' ? value.bytes : null
  parentPort?.postMessage(answer, bytes ? [bytes.buffer] : [])
})
parentPort?.postMessage(ready)
