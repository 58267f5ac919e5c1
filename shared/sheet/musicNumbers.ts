import type { ProductionDocument } from '../model/document.ts'
import { compareText } from '../model/naturalOrder.ts'
import { partyName } from '../model/work.ts'
import { coveredLength } from '../time/frameRange.ts'
import { type Frames, frames } from '../time/frames.ts'
import { type CueUse, isPlaced } from './cueUse.ts'
import { reportedSeconds } from './duration.ts'
import { type NumberAxis, numberAxes, type PartOfUse, partsOfUse } from './numberAxes.ts'
import { type Programme, showLength } from './programme.ts'
import { type SheetTotals, sheetTotals } from './sheetTotals.ts'
import { splitByWeight } from './splitByWeight.ts'

/** How much of the music falls to one value of an axis. */
export type NumberBar = {
  /** The value: a cue type, a usage code, a party's id, a society…; empty where it is not known. */
  readonly key: string
  /** The name of a party; the key of anything else. */
  readonly name: string
  /** Cues that have the value. */
  readonly cues: number
  /**
   * Thousandths of reported seconds. A cue that several writers or societies share is divided among them by their shares, so that
   * the bars of an axis always add up to the music total.
   */
  readonly reported: number
  /** Thousandths of frames of real time, divided in the same way. */
  readonly real: number
  /** Reported seconds of all cues that have the value, undivided. */
  readonly whole: number
}

/** What is counted of a production's music. */
export type MusicNumbers = {
  /** The sums that the sheet prints, in whole seconds. */
  readonly totals: SheetTotals
  /** Cues that are counted: active, with a place in the programme. */
  readonly cues: number
  /** Active cues without a place, which no sum holds. */
  readonly unplaced: number
  /** Exact lengths: the cues added up, time with any music, the show. */
  readonly musicFrames: Frames
  readonly coverageFrames: Frames
  readonly showFrames: Frames
  readonly bars: Readonly<Record<NumberAxis, readonly NumberBar[]>>
}

/** What the parts of a use are read from, besides the use itself. */
type Ground = Pick<ProductionDocument, 'production' | 'parties'>

type Parts = Readonly<Record<NumberAxis, readonly PartOfUse[]>>

/** Counts the music of one document after another; what it read off a use is kept as long as the use and the holders stand. */
export class NumberCounter {
  #kept = new WeakMap<CueUse, Parts>()
  #ground: Ground | null = null

  /** `uses` are all active cues of the document. */
  count(document: ProductionDocument, programme: Programme, uses: readonly CueUse[]): MusicNumbers {
    this.#forgetIfChanged(document)
    const { rate } = programme
    const placed = uses.filter(isPlaced)
    const sums = new Map(numberAxes.map((axis) => [axis, new Map<string, Sum>()]))
    let music = 0
    for (const use of placed) {
      const seconds = reportedSeconds(use.time.length, rate)
      music += use.time.length
      const parts = this.#partsOf(use, document)
      for (const axis of numberAxes) add(sums.get(axis), parts[axis], seconds, use.time.length)
    }
    const nameOf = (axis: NumberAxis, key: string) => nameOfKey(axis, key, document)
    const bars = Object.fromEntries(
      numberAxes.map((axis) => [axis, barsOf(sums.get(axis) ?? new Map(), (key) => nameOf(axis, key))]),
    ) as Record<NumberAxis, readonly NumberBar[]>
    return {
      totals: sheetTotals(programme, placed, document.production),
      cues: placed.length,
      unplaced: uses.length - placed.length,
      musicFrames: frames(music),
      coverageFrames: coveredLength(
        placed.flatMap(({ time }) => time.spans.map(({ inProgramme }) => inProgramme)),
      ),
      showFrames: showLength(programme),
      bars,
    }
  }

  #partsOf(use: CueUse, ground: Ground): Parts {
    const known = this.#kept.get(use)
    if (known) return known
    const parts = Object.fromEntries(numberAxes.map((axis) => [axis, partsOfUse(use, axis, ground)]))
    this.#kept.set(use, parts as Parts)
    return parts as Parts
  }

  #forgetIfChanged({ production, parties }: Ground): void {
    const isSame =
      this.#ground?.parties === parties && this.#ground.production.visualRule === production.visualRule
    if (!isSame) this.#kept = new WeakMap()
    this.#ground = { production, parties }
  }
}

type Sum = { cues: number; reported: number; real: number; whole: number }

function add(
  sums: Map<string, Sum> | undefined,
  parts: readonly PartOfUse[],
  seconds: number,
  length: number,
): void {
  const weights = parts.map(({ weight }) => weight)
  const reported = splitByWeight(seconds * 1000, weights)
  const real = splitByWeight(length * 1000, weights)
  for (const [index, { key }] of parts.entries()) {
    const sum = sums?.get(key) ?? { cues: 0, reported: 0, real: 0, whole: 0 }
    sum.cues += 1
    sum.reported += reported[index] ?? 0
    sum.real += real[index] ?? 0
    sum.whole += seconds
    sums?.set(key, sum)
  }
}

/** The longest first, what is not known last. */
function barsOf(sums: ReadonlyMap<string, Sum>, nameOf: (key: string) => string): readonly NumberBar[] {
  return [...sums]
    .map(([key, sum]) => ({ key, name: nameOf(key), ...sum }))
    .toSorted(
      (a, b) =>
        Number(a.key === '') - Number(b.key === '') ||
        b.reported - a.reported ||
        b.cues - a.cues ||
        compareText(a.name, b.name) ||
        compareText(a.key, b.key),
    )
}

function nameOfKey(axis: NumberAxis, key: string, { parties }: Ground): string {
  if (axis !== 'writer' || !Object.hasOwn(parties, key)) return key
  const party = parties[key]
  return party ? partyName(party) : key
}

/** A part of a whole in basis points, half up; null of nothing. */
export function partOf(amount: number, whole: number): number | null {
  return whole > 0 ? Math.floor((20_000 * amount + whole) / (2 * whole)) : null
}
