import { columnCount, columnsOfSeconds, type Peaks } from '../../shared/peaks/peaks.ts'
import { readPeaks, writePeaks } from '../../shared/peaks/peaksBytes.ts'
import type { PeaksOrder } from './peaksMessages.ts'

/** Peaks kept from an earlier analysis; undefined where there are none, or none that fit, and the sound is analysed anew. */
export async function findKeptPeaks(order: PeaksOrder): Promise<Peaks | undefined> {
  if (order.cacheUrl === undefined) return undefined
  const response = await fetch(order.cacheUrl).catch(() => undefined)
  if (!response?.ok) return undefined
  const peaks = readPeaks(new Uint8Array(await response.arrayBuffer()))
  if (!peaks.ok || columnCount(peaks.value) !== columnsOfSeconds(order.durationSeconds)) return undefined
  return peaks.value
}

/** Leaves whole peaks to be kept. A cache that cannot take them costs a second analysis and nothing else. */
export async function keepPeaks(order: PeaksOrder, peaks: Peaks): Promise<void> {
  if (order.cacheUrl === undefined) return
  await fetch(order.cacheUrl, { method: 'PUT', body: writePeaks(peaks) }).catch(() => undefined)
}
