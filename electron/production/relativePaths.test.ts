import { describe, expect, test } from 'vitest'
import { fileAt, relativeFrom, relativesFrom } from './relativePaths.ts'

describe.skipIf(process.platform === 'win32')('relative paths', () => {
  test('lead from the production’s folder to the file and back', () => {
    for (const file of ['/show/films/r1.mov', '/show/cues/r1.mov', '/r1.mov', '/show/cues/a/b.wav']) {
      expect(fileAt('/show/cues', relativeFrom('/show/cues', file))).toBe(file)
    }
    expect(relativeFrom('/show/cues', '/show/films/r1.mov')).toBe('../films/r1.mov')
  })

  test('are not known for a path of another system, and none for the folder itself', () => {
    expect(relativeFrom('/show', 'C:\\films\\r1.mov')).toBe('')
    expect(relativeFrom('/show', '/show')).toBe('')
    expect(fileAt('/show', '')).toBe(null)
    expect(fileAt('/show', '/etc/passwd')).toBe(null)
  })

  test('of a missing file say where it should be, also from another folder', () => {
    const expected = new Map([['/old/films/r1.mov', '/new/films/r1.mov']])
    const relatives = relativesFrom('/new/cues/work.needledrop', ['/old/films/r1.mov', '/x.wav'], expected)
    expect([...relatives]).toEqual([
      ['/old/films/r1.mov', '../films/r1.mov'],
      ['/x.wav', '../../x.wav'],
    ])
  })
})
