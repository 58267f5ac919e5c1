import type { FrameRate } from '../../shared/time/frameRate.ts'
import { type Frames, frameNearest, frames } from '../../shared/time/frames.ts'

/** Whole frames of film that go by in a reaction time, in milliseconds, at a playing speed; none backwards or at rest. */
export function reactionFrames(milliseconds: number, rate: FrameRate, speed: number): Frames {
  return speed > 0 ? frameNearest((milliseconds / 1000) * speed, rate) : frames(0)
}

/** A shift to earlier frames as editors read it: `−5 fr`. */
export function shiftText(by: number): string {
  return by === 0 ? '0 fr' : `−${by} fr`
}

/** A number of frames in words: `1 frame`, `5 frames`. */
export function framesText(count: number): string {
  return count === 1 ? '1 frame' : `${count} frames`
}
