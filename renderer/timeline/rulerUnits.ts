import type { Settings } from '../../shared/ipc/settingsSchema.ts'
import type { FrameRate } from '../../shared/time/frameRate.ts'
import type { AxisReel } from './axis.ts'
import { countTicks } from './countRuler.ts'
import { type Ruler, rulerTicks } from './ruler.ts'
import type { Viewport } from './viewport.ts'

/** What the ruler counts in. */
export type RulerUnits = Settings['rulerUnits']

/** What the ruler counts in, in words, in the order in which they are offered. */
export const rulerUnitNames: Readonly<Record<RulerUnits, string>> = {
  timecode: 'Timecode',
  feet35: 'Feet 35 mm',
  feet16: 'Feet 16 mm',
  frames: 'Frames',
}

/** The ticks of one reel's part of the window. */
export function ticksOf(view: Viewport, { extent }: AxisReel, rate: FrameRate, units: RulerUnits): Ruler {
  return units === 'timecode' ? rulerTicks(view, rate) : countTicks(view, extent, units)
}
