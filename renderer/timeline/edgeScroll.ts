/** Width in px of the zone at either edge in which a drag scrolls. */
const zone = 40

/**
 * Px per second by which a view `width` px wide scrolls while a drag holds the pointer at `x`: it grows with the square of
 * how deep the pointer is in the zone, up to one screen per second at the edge and beyond; negative shows what came before.
 */
export function edgeScrollSpeed(x: number, width: number): number {
  const reach = Math.min(zone, width / 4)
  const before = Math.min(1, Math.max(0, (reach - x) / reach))
  const after = Math.min(1, Math.max(0, (x - (width - reach)) / reach))
  return (after * after - before * before) * width
}
