import { describe, expect, test } from 'vitest'
import { readHolderLine, roleNamed } from './holderLine.ts'
import { societies, societyNamed, storedSociety } from './societies.ts'

describe('a line that names a holder', () => {
  test('takes society, share, role and IPI in any order', () => {
    const whole = { name: 'Ada Rivers', society: 'BMI', ipi: '00014107338', share: 3334, role: 'C' }
    expect(readHolderLine('writers', 'Ada Rivers, bmi, 33.34, composer, 014107338')).toEqual(whole)
    expect(
      readHolderLine('writers', 'Ada Rivers; C; 00014107338; 33.34 %; Broadcast Music, Inc.'),
    ).toMatchObject({
      name: 'Ada Rivers, Inc.',
    })
    expect(readHolderLine('writers', 'Ada Rivers\t33.34%\tBMI\tC\t00014107338')).toEqual(whole)
  })

  test('leaves a name with a comma whole, and takes a fraction', () => {
    expect(readHolderLine('writers', 'Rivers, Ada, PRS for Music, 1/3')).toMatchObject({
      name: 'Rivers, Ada',
      society: 'PRS',
      share: 3333,
    })
    expect(readHolderLine('publishers', 'Tin Coast Songs')).toEqual({
      name: 'Tin Coast Songs',
      society: null,
      ipi: null,
      share: null,
      role: null,
    })
  })

  test('knows roles by code and in words, those of the side alone', () => {
    expect(roleNamed('writers', 'Lyricist')).toBe('A')
    expect(roleNamed('writers', 'c/a')).toBe('CA')
    expect(roleNamed('publishers', 'sub-publisher')).toBe('SE')
    expect(roleNamed('publishers', 'composer')).toBeNull()
    expect(roleNamed('writers', 'E')).toBeNull()
  })
})

describe('a society', () => {
  test.each([
    ['prs for music', 'PRS'],
    ['MCPS-PRS', 'PRS'],
    ['Apra Amcos', 'APRA'],
    ['Buma/Stemra', 'BUMA'],
    ['ZAiKS', 'ZAIKS'],
    ['SACEM (France)', 'SACEM'],
    ['BMI [100%]', 'BMI'],
    ['N/A', 'NS'],
    ['Public Domain', 'PD'],
    ['toString', null],
    ['', null],
  ])('%s is %s', (text, code) => {
    expect(societyNamed(text)).toBe(code)
  })

  test('that nobody knows stays as it was typed', () => {
    expect(storedSociety(' Some Society ')).toBe('Some Society')
  })

  test('has a code of its own', () => {
    expect(new Set(societies.map(({ code }) => code)).size).toBe(societies.length)
    for (const { code } of societies) expect(societyNamed(code.toLowerCase())).toBe(code)
  })
})
