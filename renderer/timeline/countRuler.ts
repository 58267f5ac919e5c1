import type { FrameRange } from '../../shared/time/frameRange.ts'
import { type Frames, frames } from '../../shared/time/frames.ts'
import type { Ruler, Tick } from './ruler.ts'
import { type Viewport, visibleFrames } from './viewport.ts'

/** What a ruler can count in besides timecode. */
export type CountUnits = 'feet35' | 'feet16' | 'frames'

/** Frames to a foot of film: 4-perforation 35 mm, and 16 mm. */
const perFoot = { feet35: 16, feet16: 40 } as const

/** Px that a label and the room beside it need. */
const labelRoom = 80
const leastMinorGap = 6

/** A count from a reel's first frame as text: frames, or feet and frames as `123+08`. */
export function countText(count: number, units: CountUnits): string {
  if (units === 'frames') return String(count)
  const feet = Math.floor(count / perFoot[units])
  return `${feet}+${String(count - feet * perFoot[units]).padStart(2, '0')}`
}

/** The ticks of a window that counts feet or frames from the first frame of a reel. */
export function countTicks(view: Viewport, reel: FrameRange, units: CountUnits): Ruler {
  const steps = roundSteps(units)
  const { pixelsPerFrame } = view
  let majorStep = steps.find((step) => step * pixelsPerFrame >= labelRoom) ?? (steps.at(-1) as number)
  while (majorStep * pixelsPerFrame < labelRoom) majorStep *= 2
  const divides = (step: number): boolean => majorStep % step === 0 && step * pixelsPerFrame >= leastMinorGap
  const minorStep = steps.find(divides) ?? majorStep
  const visible = visibleFrames(view)
  // One major step earlier, since a label that begins left of the window may reach into it.
  const from = Math.max(0, visible.start - reel.start - majorStep)
  const end = Math.min(visible.end, reel.end) - reel.start
  const ticks: Tick[] = []
  for (let at = Math.floor(from / majorStep) * majorStep; at < end; at += minorStep) {
    const frame: Frames = frames(reel.start + at)
    ticks.push({ frame, label: at % majorStep === 0 ? countText(at, units) : undefined })
  }
  return { majorStep, minorStep, ticks }
}

function roundSteps(units: CountUnits): readonly number[] {
  const decades = [1, 10, 100, 1000, 10_000, 100_000]
  const round = decades.flatMap((decade) => [decade, 2 * decade, 5 * decade])
  if (units === 'frames') return round
  const foot = perFoot[units]
  const parts = [1, 2, 4, 5, 8, 10, 20].filter((part) => foot % part === 0 && part < foot)
  return [...parts, ...round.map((feet) => feet * foot)]
}
