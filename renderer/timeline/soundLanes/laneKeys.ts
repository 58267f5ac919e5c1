/** The buttons of a lane, from left to right. */
export const sides = ['solo', 'mute'] as const

/** One button of one lane, both counted from 0. */
export type Place = { readonly lane: number; readonly side: 0 | 1 }

/** Where a key goes from a button; null for a key that goes nowhere. */
export function placeAfter({ lane, side }: Place, key: string, laneCount: number): Place | null {
  const lanes: Readonly<Record<string, number>> = {
    ArrowUp: Math.max(0, lane - 1),
    ArrowDown: Math.min(laneCount - 1, lane + 1),
    Home: 0,
    End: laneCount - 1,
  }
  const other = lanes[key]
  if (other !== undefined) return { lane: other, side }
  if (key === 'ArrowLeft') return { lane, side: 0 }
  return key === 'ArrowRight' ? { lane, side: 1 } : null
}
