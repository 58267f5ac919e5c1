import type { InputAudioTrack } from 'mediabunny'
import {
  columnsPerSecond,
  foldSamples,
  foldSilence,
  missingColumns,
  type PeakColumns,
} from '../../shared/peaks/peakColumns.ts'
import { driftOf, pointsToCompare } from '../../shared/peaks/peaksDrift.ts'
import { takeSound } from './takeSound.ts'

const pointCount = 5

/**
 * Decodes a second of sound at five places anew, each by a seek of its own, and tells by how many columns the analysis is
 * off at most; 0 also where no place can be compared.
 */
export async function greatestDrift(track: InputAudioTrack, columns: PeakColumns): Promise<number> {
  let greatest = 0
  for (const { start, end } of pointsToCompare(columns, pointCount)) {
    const fresh = missingColumns(end - start)
    const failure = await takeSound(
      track,
      { from: start / columnsPerSecond, to: end / columnsPerSecond },
      {
        addBlock: (block) => {
          const shift = Math.round((start * block.sampleRate) / columnsPerSecond)
          foldSamples(fresh, { ...block, firstSample: block.firstSample - shift })
        },
        addSilence: (from, to) =>
          foldSilence(fresh, {
            start: Math.ceil(from * columnsPerSecond) - start,
            end: Math.floor(to * columnsPerSecond) - start,
          }),
      },
    )
    const drift = failure === undefined ? driftOf(columns, start, filled(fresh)) : null
    if (drift !== null && Math.abs(drift) > Math.abs(greatest)) greatest = drift
  }
  return greatest
}

/** The first columns of a stretch may lie before its first packet; they are taken for what follows them. */
function filled(fresh: PeakColumns): PeakColumns {
  let first = 0
  while (first < fresh.max.length && (fresh.max[first] as number) < (fresh.min[first] as number)) first += 1
  fresh.max.fill(fresh.max[first] ?? 0, 0, first)
  fresh.min.fill(fresh.min[first] ?? 0, 0, first)
  return fresh
}
