import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { foreignFilm, reelsOf } from './foreignFilm.ts'
import { Grants } from './grants.ts'

const chosen = path.resolve('/films/chosen.mp4')
const named = path.resolve('/films/named.mp4')
const strange = path.resolve('/films/strange.mp4')

function grantsOfBoth(): Grants {
  const grants = new Grants()
  grants.allow(chosen)
  grants.allowNamed(named)
  return grants
}

describe('Grants', () => {
  test('a chosen path may be used for everything, in its absolute form', () => {
    const grants = new Grants()
    expect(grants.allow('films/../chosen.mp4')).toBe(path.resolve('chosen.mp4'))
    expect(grants.has(path.resolve('chosen.mp4'))).toBe(true)
    expect(grants.has('films/../chosen.mp4')).toBe(false)
    expect(grants.require(path.resolve('chosen.mp4'))).toBeNull()
  })

  test('a path that a production names may be opened as a film and for nothing else', () => {
    const grants = grantsOfBoth()
    expect([chosen, named, strange].map((file) => grants.hasFilm(file))).toEqual([true, true, false])
    expect([chosen, named, strange].map((file) => grants.has(file))).toEqual([true, false, false])
    expect(grants.require(named)).toMatchObject({ ok: false, problem: { found: named } })
  })

  test('no spelling of a path stands for another', () => {
    const grants = grantsOfBoth()
    for (const other of [
      `${chosen}/`,
      `${chosen}/.`,
      `${path.dirname(chosen)}/./chosen.mp4`,
      chosen.toUpperCase(),
      '',
    ]) {
      expect(grants.hasFilm(other), other).toBe(false)
    }
  })
})

describe('foreignFilm', () => {
  const reel = (file: string) => ({ id: 'R', media: { path: file } })

  test('reels with films that were chosen or named, or with none, pass', () => {
    const reels = [
      reel(chosen),
      reel(named),
      { id: 'R', media: null },
      null,
      'text',
      7,
      { media: { path: 3 } },
    ]
    expect(foreignFilm(grantsOfBoth(), reels)).toBeNull()
  })

  test('one strange film is enough for a refusal that names it', () => {
    expect(foreignFilm(grantsOfBoth(), [reel(chosen), reel(strange)])).toMatchObject({
      ok: false,
      problem: { found: strange },
    })
  })

  test('a proxy and a stem are held to the same as the film', () => {
    const withProxy = (file: string) => ({ media: { path: chosen, proxy: { path: file } } })
    const withStem = (file: string) => ({ media: null, stems: [{ path: named }, { path: file }] })
    expect(foreignFilm(grantsOfBoth(), [withProxy(named), withStem(chosen), { stems: 'text' }])).toBeNull()
    for (const reel of [withProxy(strange), withStem(strange), { stems: { a: { path: strange } } }]) {
      expect(foreignFilm(grantsOfBoth(), [reel])).toMatchObject({ ok: false, problem: { found: strange } })
    }
  })

  test('reels are found in whatever a page sends as a document', () => {
    expect(reelsOf({ reels: { a: 1, b: 2 } })).toEqual([1, 2])
    expect(
      [{}, { reels: null }, { reels: 'text' }, { reels: 7 }].map((document) => reelsOf(document).length),
    ).toEqual([0, 0, 0, 0])
  })
})
