import type { FrameRate } from '../time/frameRate.ts'

/**
 * Whether a label's last separator says the opposite of the rate's way of counting. By custom `;` or `,`
 * before the frames is drop-frame, `:` is not; `.` is written for both and never contradicts.
 */
export function contradictsDropFrame(label: string, rate: FrameRate): boolean {
  const separator = /^\d{1,2}\D\d{1,2}\D\d{1,2}([:;.,])\d{1,3}$/.exec(label.trim())?.[1]
  if (separator === undefined || separator === '.') return false
  return rate.dropFrame ? separator === ':' : separator !== ':'
}
