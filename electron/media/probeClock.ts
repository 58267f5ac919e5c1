import type { TimeReference } from '../../shared/media/filmFacts.ts'
import type { BlockingFile } from './blockingFile.ts'
import { letters } from './letters.ts'

/** Where the time reference stands in the chunk bext, after description, originator, its reference, date and time. */
const referenceAt = 256 + 32 + 32 + 10 + 8
/** Chunks that are looked through. */
const mostChunks = 1000

/** Where a Broadcast Wave file (EBU Tech 3285, 3306) begins on the clock; null for any other file. */
export function timeReferenceOf(file: BlockingFile): TimeReference | null {
  const head = file.view(0, 12)
  if (
    head.byteLength < 12 ||
    !['RIFF', 'RF64', 'BW64'].includes(letters(head, 0)) ||
    letters(head, 8) !== 'WAVE'
  )
    return null
  let position = 12
  let longData = 0
  let sampleRate = 0
  let samples: number | null = null
  for (let count = 0; count < mostChunks && position + 8 <= file.size; count++) {
    const chunk = file.view(position, 8)
    if (chunk.byteLength < 8) break
    const name = letters(chunk, 0)
    const stated = chunk.getUint32(4, true)
    const body = file.view(position + 8, Math.min(stated, referenceAt + 8))
    if (name === 'ds64' && body.byteLength >= 16) longData = Number(body.getBigUint64(8, true))
    if (name === 'fmt ' && body.byteLength >= 8) sampleRate = body.getUint32(4, true)
    if (name === 'bext' && body.byteLength >= referenceAt + 8)
      samples = Number(body.getBigUint64(referenceAt, true))
    if (samples !== null && sampleRate > 0)
      return Number.isSafeInteger(samples) ? { samples, sampleRate } : null
    const size = name === 'data' && stated === 0xffffffff ? longData : stated
    position += 8 + size + (size % 2)
  }
  return null
}
