import { type ProductionDocument, recordsOf } from '../model/document.ts'
import type { Segment } from '../model/production.ts'
import type { Result } from '../result.ts'
import { putRecords } from './putRecord.ts'

/*
 * Names that the app gave, `Act 2` and `Break 1`, are counted again whenever segments come and go. Names that a person
 * gave stay. An act that runs over a reel change is a segment on either reel, and both bear one name.
 */

const given = /^(Act|Break) (\d+)$/

/** The name for a new segment of a kind: the next number that none bears yet. */
export function freeLabel(document: ProductionDocument, kind: Segment['kind']): string {
  const word = kind === 'break' ? 'Break' : 'Act'
  const taken = new Set(recordsOf(document, 'segments').map(({ label }) => label))
  let number = 1
  while (taken.has(`${word} ${number}`)) number += 1
  return `${word} ${number}`
}

/** Whether the app gave this name. */
export function isGivenLabel(label: string): boolean {
  return given.test(label)
}

/** The document with the names that the app gave counted anew, in the order of the film. */
export function countLabels(document: ProductionDocument): Result<ProductionDocument> {
  const all = inFilmOrder(document)
  const next = { Act: lowest(all, 'Act'), Break: lowest(all, 'Break') }
  const counted: Segment[] = []
  for (const [index, segment] of all.entries()) {
    const word = given.exec(segment.label)?.[1] as keyof typeof next | undefined
    const before = all[index - 1]
    const isContinued = before !== undefined && continues(document, before, segment)
    if (!word) counted.push(segment)
    else if (isContinued) counted.push({ ...segment, label: counted[index - 1]?.label ?? segment.label })
    else {
      counted.push({ ...segment, label: `${word} ${next[word]}` })
      next[word] += 1
    }
  }
  return putRecords(document, 'segments', counted)
}

/** The segments that carry a segment on over the reel changes behind it, under the same name. */
export function continuationsOf(document: ProductionDocument, segment: Segment): readonly Segment[] {
  const found: Segment[] = []
  let last = segment
  for (const next of inFilmOrder(document)) {
    if (!continues(document, last, next)) continue
    found.push(next)
    last = next
  }
  return found
}

function continues(document: ProductionDocument, before: Segment, next: Segment): boolean {
  const [from, to] = [document.reels[before.reel], document.reels[next.reel]]
  if (!from || !to || before.label !== next.label || before.kind !== next.kind) return false
  const isNextReel = reelsBetween(document, from.order, to.order) === 0 && from.order < to.order
  return isNextReel && before.end === from.programme.end && next.start === to.programme.start
}

function reelsBetween(document: ProductionDocument, from: number, to: number): number {
  return recordsOf(document, 'reels').filter(({ order }) => from < order && order < to).length
}

function inFilmOrder(document: ProductionDocument): readonly Segment[] {
  const orderOf = ({ reel }: Segment) => document.reels[reel]?.order ?? 0
  return recordsOf(document, 'segments').toSorted(
    (a, b) => orderOf(a) - orderOf(b) || a.start - b.start || (a.id < b.id ? -1 : 1),
  )
}

/** The number to count from: 1, or 0 where a name with 0 was given. */
function lowest(segments: readonly Segment[], word: string): number {
  return segments.some(({ label }) => label === `${word} 0`) ? 0 : 1
}
