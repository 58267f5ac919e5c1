/** Timecode label of a frame; `frame` counts from 00:00:00:00. Drop-frame is that of 29.97 or 59.94. */
export function label(frame: number, framesPerSecond: number, isDropFrame = false): string {
  const number = isDropFrame ? frame + droppedBefore(frame, framesPerSecond) : frame
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

/** Labels left out before a frame: 00 and 01 of every minute but each tenth, and twice as many at 59.94. */
function droppedBefore(frame: number, framesPerSecond: number): number {
  const dropped = framesPerSecond / 15
  const minute = framesPerSecond * 60
  const tenMinutes = minute * 10 - dropped * 9
  const tens = Math.floor(frame / tenMinutes)
  const rest = frame % tenMinutes
  const minutes = rest < minute ? 0 : 1 + Math.floor((rest - minute) / (minute - dropped))
  return tens * dropped * 9 + minutes * dropped
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}
