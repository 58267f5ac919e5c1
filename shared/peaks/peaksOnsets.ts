import type { PeakColumns } from './peakColumns.ts'

/** Columns after a place in which its sound is looked for. */
const ahead = 24
/** Columns before it with which that is compared: longer than a period of the deepest tone. */
const behind = 48
/** Decibels by which sound must rise to set in. */
const leastRise = 8
/** A column as quiet as this or quieter, of 127, is silence. */
const quiet = 1
/** Columns of silence after which even the faintest lasting sound sets in. */
const restLength = 200
/** Columns looked at after a rest, and how many of them must sound, so that a click of noise does not count. */
const lasting = { within: 100, atLeast: 20 }
/** Columns between two onsets at least. */
const leastGap = 100

/** Columns that an analysis needs to know before and after those that it is asked about. */
export const onsetMargin = 400

/**
 * The base columns in which sound sets in, in order: where it clearly rises, or begins after a rest. `isStart` says that
 * nothing comes before the first column; else what came before is taken to be sound.
 */
export function onsetColumns(columns: PeakColumns, isStart: boolean): readonly number[] {
  const loudness = loudnessOf(columns)
  const found = [...rises(loudness, isStart), ...beginnings(loudness, isStart)].sort((a, b) => a - b)
  const onsets: number[] = []
  for (const column of found) {
    const last = onsets.at(-1)
    if (last === undefined || column - last >= leastGap) onsets.push(column)
  }
  return onsets
}

/** The greatest excursion of each column, 0 to 127; 0 where nothing is known. */
function loudnessOf({ max, min }: PeakColumns): Uint8Array {
  return Uint8Array.from(max, (high, column) =>
    Math.min(127, Math.max(0, high, high < (min[column] ?? 0) ? 0 : -(min[column] ?? 0))),
  )
}

/** Where the sound ahead is much louder than the sound behind: of each such stretch the column that is. */
function rises(loudness: Uint8Array, isStart: boolean): readonly number[] {
  const found: number[] = []
  let column = isStart ? 0 : behind
  while (column < loudness.length) {
    const before = loudest(loudness, column - behind, column)
    const after = loudest(loudness, column, column + ahead)
    if (decibelsBetween(before, after) < leastRise) {
      column += 1
      continue
    }
    const enough = Math.max(2 * Math.max(before, quiet), after / 4)
    let onset = column
    while ((loudness[onset] ?? 127) < enough) onset += 1
    found.push(onset)
    column = onset + behind
  }
  return found
}

/** Where lasting sound follows on a rest. */
function beginnings(loudness: Uint8Array, isStart: boolean): readonly number[] {
  const found: number[] = []
  let rest = isStart ? restLength : 0
  for (let column = 0; column < loudness.length; column += 1) {
    if ((loudness[column] as number) <= quiet) {
      rest += 1
      continue
    }
    if (rest >= restLength && isLasting(loudness, column)) found.push(column)
    rest = 0
  }
  return found
}

function isLasting(loudness: Uint8Array, from: number): boolean {
  const heard = loudness.subarray(from, from + lasting.within).filter((value) => value > quiet)
  return heard.length >= lasting.atLeast
}

function loudest(loudness: Uint8Array, from: number, to: number): number {
  let most = 0
  for (let column = Math.max(0, from); column < Math.min(to, loudness.length); column += 1) {
    most = Math.max(most, loudness[column] as number)
  }
  return most
}

function decibelsBetween(before: number, after: number): number {
  return 20 * Math.log10(Math.max(after, quiet) / Math.max(before, quiet))
}
