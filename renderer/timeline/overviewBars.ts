import type { Cue } from '../../shared/model/cue.ts'
import type { OrderedCue } from './cueOrder.ts'

/** A bar in CSS px, for a cue. */
export type OverviewBar = { readonly cue: Cue; readonly x: number; readonly width: number }

/** Narrower than this in CSS px a bar would hardly be seen. */
const leastWidth = 1.5

/**
 * The bars of cues that lie on an axis of `length` frames, over `width` CSS px, in their order. Of cues so short that several
 * fall into one pixel the first has a bar, so that there are never many more bars than pixels.
 */
export function overviewBars(
  entries: readonly OrderedCue[],
  length: number,
  width: number,
  playhead: number,
): readonly OverviewBar[] {
  const scale = width / Math.max(1, length)
  const bars: OverviewBar[] = []
  let taken = -1
  for (const { cue, start, end } of entries) {
    if (start === Number.POSITIVE_INFINITY) break
    const x = start * scale
    const until = (end === Number.POSITIVE_INFINITY ? Math.max(start + 1, playhead) : end) * scale
    const pixel = Math.floor(x)
    if (until - x < leastWidth && pixel === taken) continue
    if (until - x < leastWidth) taken = pixel
    bars.push({ cue, x, width: Math.max(leastWidth, until - x) })
  }
  return bars
}
