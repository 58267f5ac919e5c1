import type { InputAudioTrack } from 'mediabunny'
import {
  type ColumnRange,
  columnsPerSecond,
  foldSamples,
  foldSilence,
  isMissing,
  mergeColumn,
  missingColumns,
  type PeakColumns,
} from '../../shared/peaks/peakColumns.ts'
import { estimateColumns } from '../../shared/peaks/peaks.ts'
import type { Estimate, Post } from './peaksMessages.ts'
import { takeSound } from './takeSound.ts'

/** How many places are listened to, evenly spread: few first, so that there is soon something of the whole film. */
const rounds = [64, 256, estimateColumns]
/** Seconds listened to at each place. */
const listening = 0.1
/** Places listened to at a time. */
const lanes = 4
/** Milliseconds after which no further place is tried, once there was one whole round. */
const patience = 1200
/** Columns around a place that are looked at for sound. */
const reach = 200

/** Whether and how to go on, and what is known. */
export type Sampling = {
  readonly columns: PeakColumns
  readonly post: Post
  readonly isStopped: () => boolean
  readonly now: () => number
}

/** Listens to the sound here and there over the whole film, and posts what that lets expect of everything around. */
export async function sampleSound(track: InputAudioTrack, sampling: Sampling): Promise<void> {
  const begun = sampling.now()
  for (const [round, count] of rounds.entries()) {
    const places = placesOf(count, sampling.columns)
    let next = 0
    const lane = async (): Promise<void> => {
      while (next < places.length && !sampling.isStopped()) {
        if (round > 0 && sampling.now() - begun > patience) return
        const place = places[next] as Place
        next += 1
        const estimate = await listen(track, place)
        if (estimate) sampling.post({ kind: 'estimates', estimates: [estimate] }, [])
      }
    }
    await Promise.all(Array.from({ length: lanes }, lane))
  }
}

/** A place to listen at: a base column, and the columns of the estimate that it speaks for. */
type Place = { readonly column: number; readonly speaksFor: ColumnRange }

/** The middles of `count` equal parts, without those of which all is known. */
function placesOf(count: number, columns: PeakColumns): readonly Place[] {
  const { length } = columns.max
  if (length === 0) return []
  const wide = estimateColumns / count
  return Array.from({ length: count }, (_, index) => ({
    column: Math.floor(((index + 0.5) * length) / count),
    speaksFor: { start: index * wide, end: (index + 1) * wide },
  })).filter(({ column }) => isMissing(columns, column))
}

async function listen(track: InputAudioTrack, { column, speaksFor }: Place): Promise<Estimate | undefined> {
  const from = column / columnsPerSecond
  const heard = missingColumns(2 * reach)
  const offset = column - reach
  const failure = await takeSound(
    track,
    { from, to: from + listening },
    {
      addBlock: (block) => {
        const shift = Math.round((offset * block.sampleRate) / columnsPerSecond)
        foldSamples(heard, { ...block, firstSample: block.firstSample - shift })
      },
      addSilence: (start, end) =>
        foldSilence(heard, {
          start: Math.ceil(start * columnsPerSecond) - offset,
          end: Math.floor(end * columnsPerSecond) - offset,
        }),
    },
  )
  const one = missingColumns(1)
  for (let index = 0; index < heard.max.length; index += 1) mergeColumn(one, 0, heard, index)
  if (failure !== undefined || isMissing(one, 0)) return undefined
  return { first: speaksFor.start, end: speaksFor.end, max: one.max[0] as number, min: one.min[0] as number }
}
