import type { WorkId } from '../model/ids.ts'
import type { Work } from '../model/work.ts'
import { ok, type Problem, refuse } from '../result.ts'
import type { Edit } from './edit.ts'
import { mapRecords } from './putRecord.ts'
import { evenShares, type ShareSide } from './shareEdits.ts'

const whole = 10_000

/**
 * Shares in the same proportions that total 10 000 basis points. What rounding leaves goes to those that lost most by it,
 * the first names first. Shares that are all nothing are split evenly.
 */
export function scaledShares(shares: readonly number[]): readonly number[] {
  const positive = shares.map((share) => Math.max(0, share))
  const total = positive.reduce((sum, share) => sum + share, 0)
  if (total === 0) return evenShares(shares.length)
  const floors = positive.map((share) => Math.floor((share * whole) / total))
  const left = whole - floors.reduce((sum, share) => sum + share, 0)
  const lost = positive.map((share, index) => ({ index, by: (share * whole) % total }))
  const gets = new Set(
    lost
      .toSorted((a, b) => b.by - a.by || a.index - b.index)
      .slice(0, left)
      .map(({ index }) => index),
  )
  return floors.map((share, index) => share + (gets.has(index) ? 1 : 0))
}

/** Brings one side of a work to 100 % in the proportions that it has. */
export function scaleToWhole(work: WorkId, side: ShareSide): Edit {
  return {
    label: `Scale ${side} to 100%`,
    run: (document) =>
      mapRecords(document, 'works', [work], (record) => {
        const shares = scaledShares(record[side].map(({ share }) => share))
        return ok({ ...record, [side]: withShares(record[side], shares) } as Work)
      }),
  }
}

/** Doubles one side of a work, for one entered as its half of both sides together. */
export function doubleSide(work: WorkId, side: ShareSide): Edit {
  return {
    label: `Double ${side}`,
    run: (document) =>
      mapRecords(document, 'works', [work], (record) => {
        const shares = record[side].map(({ share }) => share * 2)
        const total = shares.reduce((sum, share) => sum + share, 0)
        return total > whole
          ? refuse(tooMuch(total))
          : ok({ ...record, [side]: withShares(record[side], shares) } as Work)
      }),
  }
}

function withShares(lines: readonly { readonly share: number }[], shares: readonly number[]): object[] {
  return lines.map((line, index) => ({ ...line, share: shares[index] ?? line.share }))
}

function tooMuch(total: number): Problem {
  return {
    message: 'Doubled, this side would have more than 100%.',
    expected: 'shares that make 50% or less',
    found: `${total / 200}%`,
    remedy: 'Scale it to 100% to keep the proportions.',
  }
}
