/** The speeds of J and L, pressed again and again. A media element plays at up to 16 times. */
const speeds = [1, 2, 4, 8, 16]

/** How fast the film creeps while K is held with J or L. */
export const creepSpeed = 0.125

/** The next speed when J (`direction` −1) or L (+1) is pressed once more: the next faster one, or normal the other way round. */
export function shuttledSpeed(speed: number, direction: 1 | -1): number {
  if (Math.sign(speed) !== direction) return direction
  return direction * (speeds.find((faster) => faster > Math.abs(speed)) ?? Math.abs(speed))
}
