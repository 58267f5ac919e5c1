import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { ReelId } from '../../shared/model/ids.ts'
import { type Frames, frames } from '../../shared/time/frames.ts'
import type { Playhead, PlayheadState } from '../player/playhead.ts'
import { Store } from '../store/store.ts'
import type { Axis } from './axis.ts'
import { TimelineView } from './timelineView.ts'
import { isVisible, visibleFrames, xOf } from './viewport.ts'

const reelId = 'R1' as ReelId

/** One reel of so many frames whose timecode begins at 1000. */
function axisOf(length: number): Axis {
  const extent = { start: frames(1000), end: frames(1000 + length) }
  const reel = {
    id: reelId,
    label: 'R1',
    order: 1,
    programme: extent,
    media: null,
    stems: [],
    pictureRate: null,
  }
  return { reels: [{ reel, extent, offset: frames(0) }], length: frames(length) }
}

/** A playhead that only has a place. */
class PlaceOnly {
  readonly state = new Store<PlayheadState>({
    reel: reelId,
    frame: frames(1000),
    shown: null,
    isSeeking: false,
    speed: 0,
  })

  get place() {
    const { reel, frame } = this.state.value
    return reel ? { reel, frame } : null
  }

  goToAxisFrame(frame: number): void {
    this.state.patch({ frame: frames(1000 + frame) })
  }
}

describe('TimelineView', () => {
  let playhead: PlaceOnly
  let timeline: TimelineView
  const view = () => timeline.view.value
  const sees = (frame: number) => isVisible(view(), frames(frame) as Frames)
  const rest = () => vi.advanceTimersByTime(1000)
  afterEach(() => vi.useRealTimers())
  beforeEach(() => {
    vi.useFakeTimers()
    playhead = new PlaceOnly()
    timeline = new TimelineView(playhead as unknown as Playhead)
    timeline.setWidth(1000)
    timeline.setAxis(axisOf(10_000))
    timeline.fit()
    timeline.forgetHistory()
  })

  test('shows the whole axis when asked to, whatever the width', () => {
    expect(visibleFrames(view())).toEqual({ start: 0, end: 10_000 })
    timeline.setWidth(500)
    timeline.fit()
    expect(view().pixelsPerFrame).toBeCloseTo(0.05)
    timeline.setWidth(0)
    expect(view().width).toBe(500)
  })

  test('counts the playhead on the axis, not in timecode', () => {
    playhead.goToAxisFrame(250)
    expect(timeline.playhead).toBe(250)
  })

  test('zooms about the playhead where it is seen', () => {
    playhead.goToAxisFrame(2500)
    const before = xOf(view(), 2500)
    timeline.zoomBySteps(1)
    expect(view().pixelsPerFrame).toBeGreaterThan(0.1)
    expect(xOf(view(), 2500)).toBeCloseTo(before)
    timeline.zoomBySteps(-1)
    expect(visibleFrames(view())).toEqual({ start: 0, end: 10_000 })
  })

  test('keeps its window when cues change, and fits a longer axis in only when asked', () => {
    timeline.fitTo({ start: frames(4000), end: frames(5000) })
    const before = view()
    timeline.setAxis(axisOf(10_000))
    expect(view()).toBe(before)
    timeline.setAxis(axisOf(20_000))
    expect([view().first, view().pixelsPerFrame]).toEqual([before.first, before.pixelsPerFrame])
    timeline.fit()
    expect(visibleFrames(view())).toEqual({ start: 0, end: 20_000 })
  })

  test('an axis that became shorter leaves nothing but what there is', () => {
    timeline.fitTo({ start: frames(8000), end: frames(9000) })
    timeline.setAxis(axisOf(500))
    expect(sees(499)).toBe(true)
  })

  test('a step out of sight brings the playhead back into it', () => {
    timeline.fitTo({ start: frames(0), end: frames(1000) })
    playhead.goToAxisFrame(5000)
    expect(sees(5000)).toBe(true)
  })

  test('while playing it turns a page, and stays where the user has panned it to', () => {
    timeline.fitTo({ start: frames(0), end: frames(1000) })
    playhead.goToAxisFrame(900)
    playhead.state.patch({ speed: 1 })
    playhead.goToAxisFrame(1200)
    expect(sees(1200)).toBe(true)
    timeline.pan(4000)
    const panned = view()
    playhead.goToAxisFrame(1210)
    expect(view()).toBe(panned)
    playhead.state.patch({ speed: 0 })
    playhead.state.patch({ speed: 1 })
    playhead.goToAxisFrame(1220)
    expect(sees(1220)).toBe(true)
  })

  test('with following off it never moves by itself', () => {
    timeline.setFollow('off', false)
    timeline.fitTo({ start: frames(0), end: frames(1000) })
    const before = view()
    playhead.goToAxisFrame(5000)
    playhead.state.patch({ speed: 1 })
    playhead.goToAxisFrame(6000)
    expect(view()).toBe(before)
    timeline.reveal(frames(6000))
    expect(sees(6000)).toBe(true)
  })

  test('can be centred on a frame', () => {
    timeline.fitTo({ start: frames(0), end: frames(1000) })
    timeline.centreOn(frames(5000))
    expect(xOf(view(), 5000)).toBeCloseTo(500)
  })

  test('paused, a playhead that the user moves is brought into sight, also after a pan', () => {
    timeline.fitTo({ start: frames(0), end: frames(1000) })
    timeline.pan(4000)
    expect(sees(0)).toBe(false)
    playhead.goToAxisFrame(1)
    expect(sees(1)).toBe(true)
  })

  test('a pause that settles on the picture shown leaves the view where it was panned to', () => {
    timeline.fitTo({ start: frames(0), end: frames(1000) })
    playhead.state.patch({ speed: 1 })
    timeline.pan(4000)
    const panned = view()
    playhead.state.patch({ speed: 0, frame: frames(1101), shown: frames(1101) })
    playhead.state.patch({ frame: frames(1102), shown: frames(1102) })
    expect(view()).toBe(panned)
  })

  test('following that was set aside stays so when its mode is chosen once more, and not when another is', () => {
    timeline.fitTo({ start: frames(0), end: frames(1000) })
    playhead.state.patch({ speed: 1 })
    timeline.pan(4000)
    const panned = view()
    timeline.setFollow('page', false)
    playhead.goToAxisFrame(100)
    expect(view()).toBe(panned)
    timeline.setFollow('centred', false)
    playhead.goToAxisFrame(110)
    expect(sees(110)).toBe(true)
  })

  test('each rest of the view is one place to go back to, however many moves led there', () => {
    rest()
    const whole = view()
    for (let turn = 0; turn < 20; turn += 1) timeline.zoomAt(300, 1.1)
    rest()
    const zoomed = view()
    timeline.pan(500)
    timeline.pan(-200)
    rest()
    const panned = view()
    expect(timeline.back()).toBe(true)
    expect(view()).toEqual(zoomed)
    expect(timeline.back()).toBe(true)
    expect(view()).toEqual(whole)
    expect(timeline.back()).toBe(false)
    expect(timeline.forth()).toBe(true)
    expect(timeline.forth()).toBe(true)
    expect(view()).toEqual(panned)
    expect(timeline.forth()).toBe(false)
  })

  test('going back in the midst of a zoom comes back from where it is', () => {
    rest()
    const whole = view()
    timeline.zoomAt(300, 2)
    timeline.zoomAt(300, 2)
    const zoomed = view()
    expect(timeline.back()).toBe(true)
    expect(view()).toEqual(whole)
    timeline.forth()
    expect(view()).toEqual(zoomed)
  })

  test('where following has led is a place to go back to once the user has moved on', () => {
    timeline.fitTo({ start: frames(0), end: frames(1000) })
    playhead.goToAxisFrame(900)
    playhead.state.patch({ speed: 1 })
    rest()
    playhead.goToAxisFrame(1200)
    const followed = view()
    timeline.zoomAt(0, 3)
    rest()
    timeline.back()
    expect(view()).toEqual(followed)
  })

  test('a new way forgets the one that was gone back from', () => {
    timeline.zoomAt(300, 4)
    rest()
    timeline.back()
    timeline.zoomAt(700, 2)
    rest()
    expect(timeline.forth()).toBe(false)
    timeline.forgetHistory()
    expect(timeline.back()).toBe(false)
  })

  test('one gesture leads from six hours at 59.94 to single frames, with the frame under the pointer where it was', () => {
    timeline.setAxis(axisOf(1_294_704))
    timeline.setWidth(1440)
    timeline.fit()
    const x = 1003
    const under = view().first + x / view().pixelsPerFrame
    for (let notch = 0; notch < 60; notch += 1) timeline.zoomAt(x, 1.25)
    expect(view().pixelsPerFrame).toBe(64)
    expect(xOf(view(), under)).toBeCloseTo(x, 4)
  })
})
