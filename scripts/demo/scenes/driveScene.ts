import { carRadioShot } from './carRadioShot.ts'
import type { Painter } from './painter.ts'
import { windscreenShot } from './windscreenShot.ts'

/** Frames of the scene: the station is found, then the cut to the road, where the song is heard in full. */
const FOUND = 32
const ROAD = 128

/** The car radio close to us, then the road through the windscreen. */
export function driveScene(): Painter {
  const dial = carRadioShot(FOUND)
  const road = windscreenShot()
  return (target, frame) => (frame < ROAD ? dial(target, frame) : road(target, frame - ROAD))
}
