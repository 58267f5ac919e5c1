import type { Session } from '../store/session.ts'
import { gainFactor, gainToTop } from './waveGain.ts'

/** How many times taller sound is drawn now, as set or so that the loudest in sight (0 to 127) reaches the top; notes it for all to see. */
export function shownGain({ settings, timeline }: Session, loudest: () => number): number {
  const { waveAutoGain, waveGain } = settings.value
  const decibels = waveAutoGain ? gainToTop(loudest()) : waveGain
  timeline.shownGain.set(decibels)
  return gainFactor(decibels)
}
