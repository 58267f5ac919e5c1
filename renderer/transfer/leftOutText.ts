import type { CueSheet } from '../../shared/sheet/cueSheet.ts'

const reasons = {
  open: 'still open',
  unreadable: 'with a timecode that names no frame',
  backwards: 'with an out that is not after the in',
} as const

/** How many cues have no row, and why; empty when every cue has one. */
export function leftOutText({ leftOut }: Pick<CueSheet, 'leftOut'>): string {
  if (leftOut.length === 0) return ''
  const counted = Object.entries(reasons).flatMap(([why, words]) => {
    const count = leftOut.filter((cue) => cue.why === why).length
    return count > 0 ? [`${count} ${words}`] : []
  })
  return `${leftOut.length === 1 ? 'One cue has' : `${leftOut.length} cues have`} no row: ${counted.join(', ')}.`
}
