import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { blankProduction } from '../model/newProduction.ts'
import { fullCsv } from './exporters/fullCsv.ts'
import { fileName } from './fileName.ts'

const blank = blankProduction({ num: 25, den: 1, dropFrame: false })

function name(title: string, episodeNumber = '', episodeTitle = '') {
  return fileName({ ...blank, title, episodeNumber, episodeTitle }, fullCsv, '2026-03-20')
}

describe('the name to save under', () => {
  test('follows title, episode, layout and date', () => {
    expect(name('Harborline', '205')).toBe('Harborline-205-cue-sheet-full-2026-03-20.csv')
  })

  test('leaves the episode out of a film, and takes its title where it has no number', () => {
    expect(name('The Salt Road')).toBe('The-Salt-Road-cue-sheet-full-2026-03-20.csv')
    expect(name('Harborline', '', 'The Long Tide')).toBe(
      'Harborline-The-Long-Tide-cue-sheet-full-2026-03-20.csv',
    )
  })

  test('replaces what a file system, a shell or a reader stumbles over', () => {
    expect(name('../a\\b:c*?"<>|\u202Egnp\n', '1/3')).toBe('a-b-c-gnp-1-3-cue-sheet-full-2026-03-20.csv')
  })

  test('keeps letters of every script', () => {
    expect(name('Die Salzstraße · Соль')).toBe('Die-Salzstraße-Соль-cue-sheet-full-2026-03-20.csv')
  })

  test('is never empty, hidden, endless or a path', () => {
    expect(name('…')).toBe('untitled-cue-sheet-full-2026-03-20.csv')
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (title) => {
        const made = name(title, title)
        expect(made).toMatch(/^[^.\-/\\][^/\\:\p{C}]*-cue-sheet-full-2026-03-20\.csv$/u)
        expect(made.length).toBeLessThan(300)
      }),
    )
  })
})
