/** Height in CSS px of a lane and the space below it, in an element that holds a canvas over all lanes. */
export function lanePitch(list: HTMLElement, laneCount: number): number {
  const height = list.querySelector('canvas')?.clientHeight ?? 0
  return Math.max(1, height / Math.max(1, laneCount))
}
