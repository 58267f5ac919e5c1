import type { Work } from '../model/work.ts'

/** Basis points that the writers and the publishers of a work add up to. */
export type ShareTotals = { readonly writers: number; readonly publishers: number }

/** A whole side, in basis points. */
export const wholeSide = 10_000

/** Adds up both sides of a work. */
export function shareTotals({ writers, publishers }: Work): ShareTotals {
  const total = (shares: readonly { readonly share: number }[]) =>
    shares.reduce((sum, { share }) => sum + share, 0)
  return { writers: total(writers), publishers: total(publishers) }
}

/** Whether both sides together make one whole and the writers alone do not: the other convention of entering shares. */
export function shareOneWhole(work: Work): boolean {
  if (work.writers.length === 0 || work.publishers.length === 0) return false
  const { writers, publishers } = shareTotals(work)
  return writers !== wholeSide && writers + publishers === wholeSide
}
