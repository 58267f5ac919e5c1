import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { blankProduction } from '../model/newProduction.ts'
import { nameFromPattern, nameUsedTwice, nameValues, usualPattern } from './namingPattern.ts'

const header = {
  ...blankProduction({ num: 24, den: 1, dropFrame: false }),
  title: 'The Salt: Road',
  episodeNumber: '205',
  datePrepared: '2026-11-20',
}
const format = { id: 'full-csv', layout: 'full' }
const facts = { client: 'Harbour TV', today: '2026-11-24' }

function named(pattern: string, changes: Partial<typeof header> = {}): string {
  const name = nameFromPattern(pattern, nameValues({ ...header, ...changes }, format, facts), 'csv')
  return name.ok ? name.value : `refused: ${name.problem.message}`
}

describe('nameFromPattern', () => {
  test('fills in fields; unsafe characters become hyphens', () => {
    expect(named(usualPattern)).toBe('The-Salt-Road-205-cue-sheet-full-2026-11-20.csv')
  })

  test('an empty field takes the separator before it along', () => {
    expect(named(usualPattern, { episodeNumber: '' })).toBe('The-Salt-Road-cue-sheet-full-2026-11-20.csv')
    expect(named('{season} - {title}')).toBe('The Salt- Road.csv')
    expect(named('{title}_{season}_{layout}')).toBe('The-Salt-Road_full.csv')
  })

  test('titles keep their spaces where the pattern has some', () => {
    expect(named('{title} {episode} for {client}')).toBe('The Salt- Road 205 for Harbour TV.csv')
  })

  test('dates and formats can be asked for, in any case of letters', () => {
    expect(named('{Today}.{FORMAT}')).toBe('2026-11-24.full-csv.csv')
    expect(named('{date}', { datePrepared: '' })).toBe('2026-11-24.csv')
  })

  test('says what is wrong with a pattern', () => {
    expect(named('{titel}')).toBe('refused: {titel} is not a field of a name.')
    expect(named('{title')).toBe('refused: A brace in the name has no partner.')
    expect(named(' - ')).toBe('refused: This gives files no name.')
  })

  test('a name that a system keeps for itself is written otherwise', () => {
    expect(named('nul')).toBe('_nul.csv')
  })

  test('whatever is in the header, the name is one that every file system takes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (title) => {
        const name = named('{title}-{layout}', { title })
        expect(name).not.toMatch(/[\p{Cc}\\/:*?"<>|]/u)
        expect(name).toMatch(/\.csv$/)
        expect(name.startsWith('.')).toBe(false)
        expect(name.length).toBeLessThanOrEqual(250)
      }),
    )
  })
})

test('names that differ in case only are the same on some disks', () => {
  expect(nameUsedTwice(['a.csv', 'b.csv', 'A.csv'])).toBe('A.csv')
  expect(nameUsedTwice(['a.csv', 'a.txt'])).toBeNull()
})
