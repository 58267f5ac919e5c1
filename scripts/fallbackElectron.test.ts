import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { cacheFolder } from './fallbackElectron.ts'

describe('cacheFolder', () => {
  const home = path.resolve('/home/ann')

  test('is in the folder that XDG_CACHE_HOME names', () => {
    const caches = path.resolve('/caches')
    expect(cacheFolder({ XDG_CACHE_HOME: caches }, home)).toBe(path.join(caches, 'needledrop'))
  })

  test('is in the home folder without that variable, or where it is no absolute path', () => {
    expect(cacheFolder({}, home)).toBe(path.join(home, '.cache', 'needledrop'))
    expect(cacheFolder({ XDG_CACHE_HOME: 'caches' }, home)).toBe(path.join(home, '.cache', 'needledrop'))
  })
})
