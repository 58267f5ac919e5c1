import type { BlockingFile } from './blockingFile.ts'
import { letters } from './letters.ts'

/** A box of an ISO base media file (ISO/IEC 14496-12): four letters and the bytes inside. */
type Box = { readonly type: string; readonly bytes: DataView }

/** Bytes of the largest list of frames that is looked through, that of a day at 60 frames a second. */
const largest = 256 * 1024 * 1024
/** Boxes at the top of a file that are looked through for the list of frames. */
const mostBoxes = 2000

/**
 * Whether an MP4 or MOV shows its first picture after time 0 by the order of its frames and has no edit list that says so.
 * Chromium then lands on the next keyframe when it seeks to one of the last frames before it.
 */
export function lacksEditList(file: BlockingFile): boolean {
  const tops = topBoxes(file)
  const movie = tops.find(({ type }) => type === 'moov')
  const track = movie && boxesIn(movie.bytes).filter(isTrak).find(isPicture)
  if (!track || hasEdit(track)) return false
  const offsets = inside(track, 'mdia', 'minf', 'stbl', 'ctts')
  const fragment = tops.find(({ type }) => type === 'moof')
  return (
    (offsets !== null && isLate(listedOffsets(offsets))) ||
    (fragment !== undefined && isLate(runOffsets(fragment)))
  )
}

/** The boxes `moov` and the first `moof` of a file. */
function topBoxes(file: BlockingFile): readonly Box[] {
  const found: Box[] = []
  let position = 0
  for (let count = 0; count < mostBoxes && position + 8 <= file.size; count++) {
    const head = file.view(position, 16)
    const type = letters(head, 4)
    const short = head.getUint32(0)
    const size = short === 1 && head.byteLength === 16 ? Number(head.getBigUint64(8)) : short
    const end = size === 0 ? file.size : position + size
    if (end <= position || end > file.size) break
    const start = position + (short === 1 ? 16 : 8)
    if ((type === 'moov' || type === 'moof') && end - start <= largest) {
      found.push({ type, bytes: file.view(start, end - start) })
      if (type === 'moof') break
    }
    position = end
  }
  return found
}

function boxesIn(bytes: DataView): readonly Box[] {
  const found: Box[] = []
  let position = 0
  while (position + 8 <= bytes.byteLength) {
    const size = bytes.getUint32(position)
    if (size < 8 || position + size > bytes.byteLength) break
    found.push({ type: letters(bytes, position + 4), bytes: part(bytes, position + 8, size - 8) })
    position += size
  }
  return found
}

function inside(box: Box, ...types: readonly string[]): DataView | null {
  let bytes: DataView | undefined = box.bytes
  for (const wanted of types) bytes = bytes && boxesIn(bytes).find(({ type }) => type === wanted)?.bytes
  return bytes ?? null
}

function isTrak({ type }: Box): boolean {
  return type === 'trak'
}

function isPicture(track: Box): boolean {
  const handler = inside(track, 'mdia', 'hdlr')
  return handler !== null && handler.byteLength >= 12 && letters(handler, 8) === 'vide'
}

/** Whether the edit list has an entry that shows something: a media time of -1 is a gap. */
function hasEdit(track: Box): boolean {
  const list = inside(track, 'edts', 'elst')
  if (!list || list.byteLength < 8) return false
  const isLong = list.getUint8(0) === 1
  const entry = isLong ? 20 : 12
  for (let at = 8; at + entry <= list.byteLength; at += entry) {
    const time = isLong ? Number(list.getBigInt64(at + 8)) : list.getInt32(at + 4)
    if (time >= 0) return true
  }
  return false
}

/** Offsets from decoding to showing, of the box ctts. */
function* listedOffsets(list: DataView): Generator<number> {
  for (let at = 8; at + 8 <= list.byteLength; at += 8) yield list.getInt32(at + 4)
}

/** The same of the first run of frames in a fragment, where they stand beside the frames' other fields. */
function* runOffsets(fragment: Box): Generator<number> {
  for (const { type, bytes } of boxesIn(fragment.bytes)) {
    const run = type === 'traf' ? boxesIn(bytes).find((box) => box.type === 'trun')?.bytes : undefined
    if (!run || run.byteLength < 8) continue
    const flags = run.getUint32(0) & 0xffffff
    if ((flags & 0x800) === 0) continue
    const before = [0x100, 0x200, 0x400].filter((flag) => flags & flag).length * 4
    const head = 8 + [0x1, 0x4].filter((flag) => flags & flag).length * 4
    for (let at = head; at + before + 4 <= run.byteLength; at += before + 4) yield run.getInt32(at + before)
    return
  }
}

/** Whether something is shown later than it is decoded and nothing is counted back from it. */
function isLate(offsets: Iterable<number>): boolean {
  let isAfter = false
  for (const offset of offsets) {
    if (offset < 0) return false
    if (offset > 0) isAfter = true
  }
  return isAfter
}

function part(bytes: DataView, from: number, length: number): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset + from, length)
}
