import { isVisible, pannedTo, type Viewport, xOf } from './viewport.ts'

/** How the window goes along with the playhead. */
export type FollowMode = 'off' | 'page' | 'centred'

/** The chosen mode, and whether the user's own pan or zoom has set it aside. */
export type Follow = { readonly mode: FollowMode; readonly suspended: boolean }

/** The page is turned when the playhead has gone this far across the window… */
const turnAt = 0.95
/** …and then stands here. */
const landAt = 0.1
/** Px the window may be from where centring would put it and still count as there; a playhead never jumps over that. */
const centreReach = 48

/** A mode just chosen; with reduced motion a centred view, which never rests, becomes pages. */
export function followBy(mode: FollowMode, reducedMotion: boolean): Follow {
  return { mode: mode === 'centred' && reducedMotion ? 'page' : mode, suspended: false }
}

/** After a pan or a zoom by the user: following waits until the playhead is back where the mode would have it. */
export function afterUserMove(follow: Follow, view: Viewport, playhead: number): Follow {
  return { ...follow, suspended: follow.mode !== 'off' && !isBack(follow.mode, view, playhead) }
}

/** After playback starts anew, or the user asks for the playhead: following goes on. */
export function afterRestart(follow: Follow): Follow {
  return { ...follow, suspended: false }
}

/** The window and the state for a playhead that has moved; the same window where nothing needs to move. */
export function followed(
  follow: Follow,
  view: Viewport,
  playhead: number,
): { readonly follow: Follow; readonly view: Viewport } {
  if (follow.mode === 'off') return { follow, view }
  if (follow.suspended && !isBack(follow.mode, view, playhead)) return { follow, view }
  const going = follow.suspended ? afterRestart(follow) : follow
  return { follow: going, view: going.mode === 'page' ? turned(view, playhead) : centred(view, playhead) }
}

function isBack(mode: FollowMode, view: Viewport, playhead: number): boolean {
  if (mode === 'page') return isVisible(view, playhead)
  const centredFirst = pannedTo(view, playhead, view.width / 2).first
  return Math.abs(centredFirst - view.first) * view.pixelsPerFrame <= centreReach
}

function turned(view: Viewport, playhead: number): Viewport {
  const x = xOf(view, playhead)
  return x >= 0 && x < view.width * turnAt
    ? view
    : unlessSame(view, pannedTo(view, playhead, view.width * landAt))
}

function centred(view: Viewport, playhead: number): Viewport {
  return unlessSame(view, pannedTo(view, playhead, view.width / 2))
}

/** The old window where the film's ends allow no other, so that nothing is drawn again for nothing. */
function unlessSame(view: Viewport, moved: Viewport): Viewport {
  return moved.first === view.first ? view : moved
}
