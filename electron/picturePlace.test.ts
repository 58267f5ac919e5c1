import { expect, test } from 'vitest'
import { picturePlace, type Screen } from './picturePlace.ts'

const desk: Screen = { id: 1, workArea: { x: 0, y: 0, width: 1920, height: 1080 } }
const wall: Screen = { id: 2, workArea: { x: 1920, y: 0, width: 3840, height: 2160 } }
const onDesk = { x: 100, y: 80, width: 800, height: 450 }
const onWall = { x: 2500, y: 300, width: 1600, height: 900 }

test('a second screen is filled', () => {
  const { bounds, isFullScreen } = picturePlace([desk, wall], desk, { bounds: null, isFullScreen: false })
  expect(isFullScreen).toBe(true)
  expect(bounds).toEqual({ x: 2688, y: 432, width: 2304, height: 1296 })
})

test('the screen without the main window is taken, whichever that is', () => {
  const { bounds } = picturePlace([desk, wall], wall, { bounds: null, isFullScreen: false })
  expect(bounds).toEqual({ x: 384, y: 216, width: 1152, height: 648 })
})

test('a window that the user placed on the second screen stays as it was', () => {
  for (const isFullScreen of [true, false])
    expect(picturePlace([desk, wall], desk, { bounds: onWall, isFullScreen })).toEqual({
      bounds: onWall,
      isFullScreen,
    })
})

test('a window that was placed beside the main one goes to a second screen once there is one', () => {
  expect(picturePlace([desk, wall], desk, { bounds: onDesk, isFullScreen: false })).toMatchObject({
    isFullScreen: true,
  })
})

test('on the only screen it never covers the main window, and stays where it was', () => {
  expect(picturePlace([desk], desk, { bounds: onDesk, isFullScreen: true })).toEqual({
    bounds: onDesk,
    isFullScreen: false,
  })
})

test('a window kept on a screen that is gone, or by a sliver only, comes back into sight', () => {
  for (const bounds of [onWall, { ...onDesk, x: 1900 }, { ...onDesk, y: -440 }])
    expect(picturePlace([desk], desk, { bounds, isFullScreen: false }).bounds).toEqual({
      x: 384,
      y: 216,
      width: 1152,
      height: 648,
    })
})
