import type { Settings } from '../shared/ipc/settingsSchema.ts'

/** A rectangle of the desktop, in its pixels. */
export type Area = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** One of the user's screens. */
export type Screen = { readonly id: number; readonly workArea: Area }

/** Where the picture's window opens. */
export type PicturePlace = { readonly bounds: Area; readonly isFullScreen: boolean }

/** Least part of a kept window, in pixels both ways, that must lie on a screen for it to be found again. */
const leastSeen = 120
/** Share of the screen's width that a window has which was never placed by the user. */
const firstShare = 0.6

/**
 * Where the picture's window opens: on a screen without the main window, filling it unless the user had it otherwise there; with
 * one screen only, where it was last.
 */
export function picturePlace(
  screens: readonly Screen[],
  home: Screen,
  kept: Pick<Settings['picture'], 'bounds' | 'isFullScreen'>,
): PicturePlace {
  const others = screens.filter(({ id }) => id !== home.id)
  const keptOn = (candidates: readonly Screen[]) =>
    kept.bounds && candidates.some(({ workArea }) => isSeen(kept.bounds as Area, workArea))
      ? kept.bounds
      : null
  const [other] = others
  if (!other) return { bounds: keptOn([home]) ?? firstBounds(home), isFullScreen: false }
  const bounds = keptOn(others)
  return bounds
    ? { bounds, isFullScreen: kept.isFullScreen }
    : { bounds: firstBounds(other), isFullScreen: true }
}

function isSeen(bounds: Area, area: Area): boolean {
  const across = Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x)
  const down = Math.min(bounds.y + bounds.height, area.y + area.height) - Math.max(bounds.y, area.y)
  return across >= leastSeen && down >= leastSeen
}

/** A 16:9 window in the middle of a screen. */
function firstBounds({ workArea }: Screen): Area {
  const width = Math.round(workArea.width * firstShare)
  const height = Math.round((width * 9) / 16)
  return {
    x: Math.round(workArea.x + (workArea.width - width) / 2),
    y: Math.round(workArea.y + (workArea.height - height) / 2),
    width,
    height,
  }
}
