/**
 * The label of a frame counted from 00:00:00:00, for burning into a picture. Written apart from the app's own
 * timecode, so that a film can bear witness against it.
 */
export function burntTimecode(frame: number, framesPerSecond: number, drop: boolean): string {
  const label = drop ? withDroppedLabels(frame, framesPerSecond) : frame
  const seconds = Math.floor(label / framesPerSecond)
  const parts = [Math.floor(seconds / 3600) % 24, Math.floor(seconds / 60) % 60, seconds % 60]
  const text = parts.map((part) => String(part).padStart(2, '0')).join(':')
  return `${text}${drop ? ';' : ':'}${String(label % framesPerSecond).padStart(2, '0')}`
}

/** Counts minute by minute: each minute but every tenth skips its first labels (2 at 30, 4 at 60). */
function withDroppedLabels(frame: number, framesPerSecond: number): number {
  const skipped = framesPerSecond / 15
  let label = 0
  let left = frame
  for (let minute = 0; ; minute++) {
    const firstLabel = minute % 10 === 0 ? 0 : skipped
    const length = framesPerSecond * 60 - firstLabel
    if (left < length) return label + firstLabel + left
    left -= length
    label += framesPerSecond * 60
  }
}
