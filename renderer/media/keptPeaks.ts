import type { PeakColumns } from '../../shared/peaks/peakColumns.ts'
import type { Peaks } from '../../shared/peaks/peaks.ts'
import {
  areUnchanged,
  columnsAt,
  openingLength,
  type PeaksHead,
  readHead,
  takeLevels,
  wholeBlocks,
  writePeaks,
} from '../../shared/peaks/peaksBytes.ts'

/** What came of looking for kept peaks: their base columns, or why there are none. */
export type Kept = PeakColumns | 'none' | 'damaged'

/** Bytes asked for at once, while the finer levels are loaded. */
const loadLength = 4 * 2 ** 20

/** Puts coarse levels of a film's kept peaks into peaks of which nothing is known. */
export type Opening = (peaks: Peaks) => void

/** The coarse levels of kept peaks, enough to draw the whole film; undefined where there are none that can be used. */
export async function openKeptPeaks(cacheUrl: string, count: number): Promise<Opening | undefined> {
  const bytes = await readRange(cacheUrl, 0, openingLength)
  const head = bytes && readHead(bytes, count)
  if (!bytes || !head?.ok) return undefined
  const { headLength } = head.value.layout
  const end = wholeBlocks(head.value, bytes.length)
  if (!areUnchanged(head.value, headLength, bytes.subarray(headLength, end))) return undefined
  return (peaks) => takeLevels(peaks, head.value, bytes, headLength, end)
}

/** Loads kept peaks from the coarsest level to the finest, checking every byte, and shows each level as soon as it is there. */
export async function loadKeptPeaks(
  cacheUrl: string,
  count: number,
  onLevel: (depth: number, columns: PeakColumns) => void,
): Promise<Kept> {
  const opening = await readRange(cacheUrl, 0, openingLength)
  if (!opening) return 'none'
  const head = readHead(opening, count)
  if (!head.ok) return 'damaged'
  const { length, headLength } = head.value.layout
  const bytes = new Uint8Array(length)
  bytes.set(opening.subarray(0, length))
  let checked = headLength
  let there = Math.min(length, opening.length)
  while (checked < length) {
    const end = wholeBlocks(head.value, there)
    if (end === checked || !areUnchanged(head.value, checked, bytes.subarray(checked, end))) return 'damaged'
    levelsBetween(head.value, bytes, checked, end, onLevel)
    checked = end
    if (checked === length) break
    const more = await readRange(cacheUrl, checked, Math.min(length, checked + loadLength))
    if (!more || more.length === 0) return 'damaged'
    bytes.set(more, checked)
    there = checked + more.length
  }
  const base = head.value.layout.levels.at(-1)
  return base ? columnsAt(bytes, base.start, base.columns) : 'damaged'
}

/** Leaves the peaks of these base columns to be kept, also unfinished ones. A cache that cannot take them costs a second analysis and nothing else. */
export async function keepPeaks(cacheUrl: string, base: PeakColumns): Promise<void> {
  if (base.max.length === 0) return
  // A Blob is held outside this process, bytes would be copied inside it.
  await fetch(cacheUrl, { method: 'PUT', body: new Blob([writePeaks(base)]) }).catch(() => undefined)
}

/** Has kept peaks that cannot be used removed, and that noted in the app's log. */
export async function removeKeptPeaks(cacheUrl: string): Promise<void> {
  await fetch(cacheUrl, { method: 'DELETE' }).catch(() => undefined)
}

function levelsBetween(
  head: PeaksHead,
  bytes: Uint8Array,
  from: number,
  to: number,
  onLevel: (depth: number, columns: PeakColumns) => void,
): void {
  for (const { depth, columns, start, end } of head.layout.levels) {
    if (end <= from || end > to) continue
    const level = columnsAt(bytes, start, columns)
    onLevel(depth, { max: level.max.slice(), min: level.min.slice() })
  }
}

/** Bytes `start` up to `end` (excluded), or fewer where the file ends; undefined where there is none. */
async function readRange(url: string, start: number, end: number): Promise<Uint8Array | undefined> {
  const response = await fetch(url, { headers: { range: `bytes=${start}-${end - 1}` } }).catch(
    () => undefined,
  )
  if (!response?.ok || response.status === 204) return undefined
  const bytes = await response.arrayBuffer().catch(() => undefined)
  return bytes && new Uint8Array(bytes)
}
