import { ok, type Result, refuse } from '../result.ts'
import { crc32 } from './crc32.ts'
import { columnsPerSecond, mergeColumn, missingMax, missingMin, type PeakColumns } from './peakColumns.ts'
import { addLevel, createPeaks, type Peaks } from './peaks.ts'

/*
 * Little-endian: magic (4), version (2), columns per second (2), number of base columns (4), CRC-32 of the rest of the
 * head (4), then the CRC-32 of each block of the body (4 each). The body holds the levels from the coarsest to the finest,
 * of each all maxima before all minima, in blocks of `blockLength` bytes.
 */
const magic = 0x4b_50_44_4e
const version = 2
const tableAt = 16
const blockLength = 65_536

/** Bytes at the beginning of kept peaks that hold enough of them to draw a whole film some 2,000 pixels wide. */
export const openingLength = 5 * blockLength

/** Where things lie in kept peaks of so many base columns; `start` and `end` are byte offsets in the file, `end` excluded. */
export type PeaksLayout = {
  readonly headLength: number
  readonly length: number
  /** From the coarsest level to the finest. */
  readonly levels: readonly {
    readonly depth: number
    readonly columns: number
    readonly start: number
    readonly end: number
  }[]
}

/** What the head of kept peaks says. */
export type PeaksHead = { readonly layout: PeaksLayout; readonly checksums: readonly number[] }

/** The layout of kept peaks of so many base columns. */
export function peaksLayout(count: number): PeaksLayout {
  const counts = [count]
  for (let next = count; next > 1; ) {
    next = Math.ceil(next / 2)
    counts.push(next)
  }
  const bodyLength = counts.reduce((sum, columns) => sum + 2 * columns, 0)
  const headLength = tableAt + 4 * Math.ceil(bodyLength / blockLength)
  let start = headLength
  const levels = counts
    .map((columns, depth) => ({ columns, depth }))
    .reverse()
    .map(({ columns, depth }) => {
      const from = start
      start += 2 * columns
      return { depth, columns, start: from, end: start }
    })
  return { headLength, length: headLength + bodyLength, levels }
}

/** The bytes for keeping peaks of these base columns; the levels are made in their place, without a copy in between. */
export function writePeaks(base: PeakColumns): Uint8Array<ArrayBuffer> {
  const count = base.max.length
  const { headLength, length, levels } = peaksLayout(count)
  const bytes = new Uint8Array(length)
  const view = new DataView(bytes.buffer)
  const finest = levels.toReversed().map(({ columns, start }) => columnsAt(bytes, start, columns))
  finest[0]?.max.set(base.max)
  finest[0]?.min.set(base.min)
  finest.slice(1).forEach(({ max, min }, index) => {
    max.fill(missingMax)
    min.fill(missingMin)
    coarsen(finest[index] as PeakColumns, { max, min })
  })
  for (let at = headLength, block = 0; at < length; at += blockLength, block += 1) {
    view.setUint32(tableAt + 4 * block, crc32(bytes.subarray(at, at + blockLength)), true)
  }
  view.setUint32(0, magic, true)
  view.setUint16(4, version, true)
  view.setUint16(6, columnsPerSecond, true)
  view.setUint32(8, count, true)
  view.setUint32(12, headChecksum(bytes, headLength), true)
  return bytes
}

/** The head of kept peaks, from their first bytes. Refuses other files, other versions, other lengths and damage. */
export function readHead(bytes: Uint8Array, count: number): Result<PeaksHead> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const layout = peaksLayout(count)
  if (bytes.length < tableAt || view.getUint32(0, true) !== magic) {
    return unreadable('a waveform file', `${bytes.length} bytes of something else`)
  }
  const found = [view.getUint16(4, true), view.getUint16(6, true), view.getUint32(8, true)]
  if (found.join() !== [version, columnsPerSecond, count].join()) {
    return unreadable(
      `version ${version}, ${columnsPerSecond} columns per second, ${count} columns`,
      `version ${found[0]}, ${found[1]} columns per second, ${found[2]} columns`,
    )
  }
  if (bytes.length < layout.headLength) return unreadable(`${layout.length} bytes`, `${bytes.length} bytes`)
  if (view.getUint32(12, true) !== headChecksum(bytes, layout.headLength)) return changedBytes()
  const blocks = (layout.headLength - tableAt) / 4
  const checksums = Array.from({ length: blocks }, (_, block) => view.getUint32(tableAt + 4 * block, true))
  return ok({ layout, checksums })
}

/** The end of the last block that lies wholly before byte `end` of the file. */
export function wholeBlocks({ layout }: PeaksHead, end: number): number {
  if (end >= layout.length) return layout.length
  const blocks = Math.floor((end - layout.headLength) / blockLength)
  return layout.headLength + Math.max(0, blocks) * blockLength
}

/** Whether the bytes of the file from offset `start` on, where a block begins, are those that were written; whole blocks only. */
export function areUnchanged({ layout, checksums }: PeaksHead, start: number, bytes: Uint8Array): boolean {
  const first = (start - layout.headLength) / blockLength
  for (let at = 0; at < bytes.length; at += blockLength) {
    if (crc32(bytes.subarray(at, at + blockLength)) !== checksums[first + at / blockLength]) return false
  }
  return true
}

/** Takes the levels that end between two offsets of the file into peaks; `bytes` is the file from its beginning. */
export function takeLevels(peaks: Peaks, head: PeaksHead, bytes: Uint8Array, from: number, to: number): void {
  for (const { depth, columns, start, end } of head.layout.levels) {
    if (end <= from || end > to) continue
    addLevel(peaks, depth, columnsAt(bytes, start, columns))
  }
}

/** The columns that lie at an offset of a file's bytes, which are not copied. */
export function columnsAt(bytes: Uint8Array, start: number, columns: number): PeakColumns {
  const at = bytes.byteOffset + start
  return {
    max: new Int8Array(bytes.buffer, at, columns),
    min: new Int8Array(bytes.buffer, at + columns, columns),
  }
}

/** Peaks of so many base columns from all their bytes. Refuses bytes of another kind or length, and any damage. */
export function readPeaks(bytes: Uint8Array, count: number): Result<Peaks> {
  const head = readHead(bytes, count)
  if (!head.ok) return head
  const { headLength, length } = head.value.layout
  if (bytes.length !== length) return unreadable(`${length} bytes`, `${bytes.length} bytes`)
  if (!areUnchanged(head.value, headLength, bytes.subarray(headLength))) return changedBytes()
  const peaks = createPeaks(count / columnsPerSecond)
  takeLevels(peaks, head.value, bytes, headLength, length)
  return ok(peaks)
}

/** The CRC of the head but for its own field. */
function headChecksum(bytes: Uint8Array, headLength: number): number {
  return (crc32(bytes.subarray(0, 12)) ^ crc32(bytes.subarray(tableAt, headLength))) >>> 0
}

/** Takes each two columns of a level into one of the next. */
function coarsen(finer: PeakColumns, coarser: PeakColumns): void {
  for (let column = 0; column < finer.max.length; column += 1) {
    mergeColumn(coarser, column >> 1, finer, column)
  }
}

function changedBytes(): ReturnType<typeof refuse> {
  return unreadable('bytes that fit their checksum', 'changed bytes')
}

function unreadable(expected: string, found: string): ReturnType<typeof refuse> {
  return refuse({
    message: 'The kept waveform cannot be used.',
    expected,
    found,
    remedy: 'Have the sound analysed again; nothing else is lost.',
  })
}
