import { describe, expect, test } from 'vitest'
import { librariesNotFound, planSupply, shortageText } from './systemLibraries.ts'

const lddOutput = [
  '\tlinux-vdso.so.1 (0x00007ffd0b5f2000)',
  '\tlibffmpeg.so => /somewhere/libffmpeg.so (0x00007f1)',
  '\tlibgtk-3.so.0 => not found',
  '\tlibnss3.so => not found',
  '\tlibgtk-3.so.0 => not found',
  '\tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f2)',
].join('\n')

const bookworm = 'VERSION_CODENAME=bookworm\nID=debian\n'

describe('librariesNotFound', () => {
  test('lists each missing library once', () => {
    expect(librariesNotFound(lddOutput)).toEqual(['libgtk-3.so.0', 'libnss3.so'])
  })
})

describe('planSupply', () => {
  test('gives the packages and one command for them, Xvfb among them where the display is missing', () => {
    const shortage = { libraries: ['libgtk-3.so.0'], virtualDisplay: true }
    expect(planSupply(shortage, bookworm)).toEqual({
      packages: ['libgtk-3-0', 'xvfb'],
      unknown: [],
      command: 'sudo apt-get update && sudo apt-get install -y --no-install-recommends libgtk-3-0 xvfb',
    })
  })

  test('leaves Xvfb out where there is a display', () => {
    const shortage = { libraries: ['libgbm.so.1'], virtualDisplay: false }
    expect(planSupply(shortage, bookworm).packages).toEqual(['libgbm1'])
  })

  test('has no command for a system without apt-get', () => {
    const shortage = { libraries: ['libgtk-3.so.0'], virtualDisplay: true }
    expect(planSupply(shortage, 'ID=fedora\n')).toEqual({
      packages: [],
      unknown: ['libgtk-3.so.0'],
      command: undefined,
    })
  })

  test('has no command where no package is known', () => {
    const shortage = { libraries: ['libweird.so.9'], virtualDisplay: false }
    expect(planSupply(shortage, bookworm)).toEqual({
      packages: [],
      unknown: ['libweird.so.9'],
      command: undefined,
    })
  })
})

describe('shortageText', () => {
  test('names libraries and the display in one line', () => {
    expect(shortageText({ libraries: ['libgtk-3.so.0', 'libnss3.so'], virtualDisplay: true })).toBe(
      'the system libraries libgtk-3.so.0, libnss3.so and Xvfb (this machine has no display)',
    )
  })

  test('says nothing of a display that is there', () => {
    expect(shortageText({ libraries: ['libnss3.so'], virtualDisplay: false })).toBe(
      'the system libraries libnss3.so',
    )
  })
})
