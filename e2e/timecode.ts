/** Timecode label of a frame; `frame` counts from 00:00:00:00. Drop-frame is that of 29.97. */
export function label(frame: number, framesPerSecond: number, isDropFrame = false): string {
  const number = isDropFrame ? frame + droppedBefore(frame) : frame
  const seconds = Math.floor(number / framesPerSecond)
  const fields = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  const [hours, minutes, rest] = fields.map(twoDigits)
  return `${hours}:${minutes}:${rest}${isDropFrame ? ';' : ':'}${twoDigits(number % framesPerSecond)}`
}

/** The frame that a label names at a whole rate. */
export function frameOf(timecode: string, framesPerSecond: number): number {
  const [hours = 0, minutes = 0, seconds = 0, frames = 0] = timecode.split(':').map(Number)
  return ((hours * 60 + minutes) * 60 + seconds) * framesPerSecond + frames
}

/** Labels left out before a frame: 00 and 01 of every minute but each tenth, so 17982 frames stand for ten minutes. */
function droppedBefore(frame: number): number {
  const tens = Math.floor(frame / 17_982)
  const rest = frame % 17_982
  return tens * 18 + (rest < 1800 ? 0 : 2 * (1 + Math.floor((rest - 1800) / 1798)))
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}
