import { ok, type Result, refuse } from '../result.ts'
import { columnsPerSecond } from './peakColumns.ts'
import { columnCount, type Peaks, pyramidOf } from './peaks.ts'

/*
 * Little-endian: magic (4), version (2), channels (2), columns per second (4), number of columns (4), CRC-32 of the
 * columns (4); then the base columns, all maxima before all minima. Coarser levels are made again on reading.
 */
const magic = 0x4b_50_44_4e
const version = 1
const channels = 1
const headerLength = 20
const checksumAt = 16

/** Peaks as bytes for keeping. */
export function writePeaks(peaks: Peaks): Uint8Array<ArrayBuffer> {
  const count = columnCount(peaks)
  const bytes = new Uint8Array(headerLength + 2 * count)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, magic, true)
  view.setUint16(4, version, true)
  view.setUint16(6, channels, true)
  view.setUint32(8, columnsPerSecond, true)
  view.setUint32(12, count, true)
  const base = peaks.levels[0]
  if (base) {
    bytes.set(base.max, headerLength)
    bytes.set(base.min, headerLength + count)
  }
  view.setUint32(checksumAt, crc32(bytes.subarray(headerLength)), true)
  return bytes
}

/** Peaks from kept bytes. Refuses bytes that are not peaks, come from another version, or are damaged. */
export function readPeaks(bytes: Uint8Array): Result<Peaks> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < headerLength || view.getUint32(0, true) !== magic) {
    return unreadable('a waveform file', `${bytes.length} bytes of something else`)
  }
  const layout = [view.getUint16(4, true), view.getUint16(6, true), view.getUint32(8, true)]
  if (layout.join() !== [version, channels, columnsPerSecond].join()) {
    return unreadable(
      `version ${version}, ${channels} channel, ${columnsPerSecond} columns per second`,
      `version ${layout[0]}, ${layout[1]} channels, ${layout[2]} columns per second`,
    )
  }
  const count = view.getUint32(12, true)
  if (bytes.length !== headerLength + 2 * count) {
    return unreadable(`${headerLength + 2 * count} bytes`, `${bytes.length} bytes`)
  }
  if (view.getUint32(checksumAt, true) !== crc32(bytes.subarray(headerLength))) {
    return unreadable('bytes that fit their checksum', 'changed bytes')
  }
  const columns = new Int8Array(bytes.slice(headerLength).buffer)
  return ok(pyramidOf({ max: columns.subarray(0, count), min: columns.subarray(count) }))
}

function unreadable(expected: string, found: string): ReturnType<typeof refuse> {
  return refuse({
    message: 'The kept waveform cannot be used.',
    expected,
    found,
    remedy: 'Have the sound analysed again; nothing else is lost.',
  })
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  return crc
})

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (let index = 0; index < bytes.length; index += 1) {
    crc = (crcTable[(crc ^ (bytes[index] as number)) & 0xff] as number) ^ (crc >>> 8)
  }
  return (crc ^ 0xffffffff) >>> 0
}
