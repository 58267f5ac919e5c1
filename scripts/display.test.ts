import { describe, expect, test } from 'vitest'
import { needsVirtualDisplay } from './display.ts'

describe('needsVirtualDisplay', () => {
  test('is true on Linux without X and without Wayland, also where DISPLAY is empty', () => {
    expect(needsVirtualDisplay('linux', {})).toBe(true)
    expect(needsVirtualDisplay('linux', { DISPLAY: '' })).toBe(true)
  })

  test('is false on Linux with either', () => {
    expect(needsVirtualDisplay('linux', { DISPLAY: ':1' })).toBe(false)
    expect(needsVirtualDisplay('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(false)
  })

  test('is false on other systems', () => {
    expect(needsVirtualDisplay('darwin', {})).toBe(false)
    expect(needsVirtualDisplay('win32', {})).toBe(false)
  })
})
