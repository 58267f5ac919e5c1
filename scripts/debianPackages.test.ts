import { describe, expect, test } from 'vitest'
import { choosePackages, readDistribution } from './debianPackages.ts'

const bookworm = 'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nVERSION_CODENAME=bookworm\nID=debian\n'
const trixie = 'PRETTY_NAME="Debian GNU/Linux 13 (trixie)"\nVERSION_CODENAME=trixie\nID=debian\n'
const jammy = 'ID=ubuntu\nID_LIKE=debian\nVERSION_CODENAME=jammy\nUBUNTU_CODENAME=jammy\n'
const noble = 'ID=ubuntu\nID_LIKE=debian\nVERSION_CODENAME=noble\nUBUNTU_CODENAME=noble\n'
const mintOnJammy = 'ID=linuxmint\nID_LIKE="ubuntu debian"\nVERSION_CODENAME=vanessa\nUBUNTU_CODENAME=jammy\n'
const fedora = 'ID=fedora\nVERSION_ID=42\n'

describe('readDistribution', () => {
  test.each([
    ['Debian 12', bookworm, true, false],
    ['Debian 13', trixie, true, true],
    ['Ubuntu 22.04', jammy, true, false],
    ['Ubuntu 24.04', noble, true, true],
    ['Linux Mint made from Ubuntu 22.04', mintOnJammy, true, false],
    ['Fedora', fedora, false, true],
  ])('knows %s', (_name, osRelease, isDebianFamily, hasTime64Names) => {
    expect(readDistribution(osRelease)).toEqual({ isDebianFamily, hasTime64Names })
  })
})

describe('choosePackages', () => {
  const libraries = ['libgtk-3.so.0', 'libnss3.so', 'libnssutil3.so', 'libasound.so.2', 'libgbm.so.1']

  test('names each package once, with the names of older releases', () => {
    expect(choosePackages(libraries, readDistribution(bookworm))).toEqual({
      packages: ['libasound2', 'libgbm1', 'libgtk-3-0', 'libnss3'],
      unknown: [],
    })
  })

  test('uses the names of newer releases where a package was renamed, and only there', () => {
    expect(choosePackages(libraries, readDistribution(noble)).packages).toEqual([
      'libasound2t64',
      'libgbm1',
      'libgtk-3-0t64',
      'libnss3',
    ])
  })

  test('reports a library that no package is known for', () => {
    expect(choosePackages(['libweird.so.9', 'libgbm.so.1'], readDistribution(trixie))).toEqual({
      packages: ['libgbm1'],
      unknown: ['libweird.so.9'],
    })
  })
})
