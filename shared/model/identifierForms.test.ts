import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  identifierFault,
  identifierForm,
  ipiCheck,
  isSoundIdentifier,
  iswcCheck,
  storedIdentifier,
} from './identifierForms.ts'

const nine = fc.stringMatching(/^\d{9}$/)

describe('an identifier in any common writing', () => {
  test.each([
    ['ipi', '14107338', null],
    ['ipi', '014107338', '00014107338'],
    ['ipi', 'IPI: 00 01 41 07 33 8', '00014107338'],
    ['ipi', 'CAE/IPI 00014107338', '00014107338'],
    ['ipi', 'I-00014107338', '00014107338'],
    ['iswc', 'T-034.524.680-1', 'T-034.524.680-1'],
    ['iswc', 't0345246801', 'T-034.524.680-1'],
    ['iswc', 'ISWC T 034 524 680 1', 'T-034.524.680-1'],
    ['iswc', '034.524.680-1', 'T-034.524.680-1'],
    ['iswc', 'T-034.524.680', null],
    ['isrc', 'gb-aye-02-00123', 'GBAYE0200123'],
    ['isrc', 'ISRC GBAYE0200123', 'GBAYE0200123'],
    ['isrc', 'GBAYE02001234', null],
  ] as const)('%s %s is %s', (kind, text, form) => {
    expect(identifierForm(kind, text)).toBe(form)
    expect(storedIdentifier(kind, ` ${text} `)).toBe(form ?? text)
  })
})

describe('what is wrong with an identifier', () => {
  test('says the check digits that were expected', () => {
    expect(identifierFault('ipi', '00014107338')).toBeNull()
    expect(identifierFault('ipi', '00014107339')).toContain('38 expected, 39 typed')
    expect(identifierFault('iswc', 'T-034.524.680-1')).toBeNull()
    expect(identifierFault('iswc', 'T-034.524.681-1')).toContain('expected, 1 typed')
  })

  test('says how much is missing and what does not belong', () => {
    expect(identifierFault('ipi', '1234')).toBe('An IPI has 9 to 11 digits; 4 digits typed.')
    expect(identifierFault('ipi', '1234O678912')).toContain('“O” does not belong')
    expect(identifierFault('iswc', 'T-034')).toContain('3 digits typed')
    expect(identifierFault('isrc', 'GB1')).toContain('12 characters')
    expect(identifierFault('isrc', '12AYE0200123')).toContain('the country is two letters, 12 typed')
    expect(identifierFault('isrc', 'GBAYE02OO123')).toContain('the last seven are digits')
  })

  test('nothing typed is nothing wrong', () => {
    for (const kind of ['ipi', 'iswc', 'isrc'] as const) expect(identifierFault(kind, ' ')).toBeNull()
  })

  test('the digits that it says it expects are right, and one wrong digit of an ISWC is always noticed', () => {
    fc.assert(
      fc.property(nine, fc.integer({ min: 0, max: 8 }), fc.integer({ min: 1, max: 9 }), (digits, at, by) => {
        expect(isSoundIdentifier('ipi', digits + ipiCheck(digits))).toBe(true)
        expect(isSoundIdentifier('iswc', `T${digits}${iswcCheck(digits)}`)).toBe(true)
        const wrong = digits.slice(0, at) + ((Number(digits[at]) + by) % 10) + digits.slice(at + 1)
        if ((by * (at + 1)) % 10 !== 0)
          expect(isSoundIdentifier('iswc', `T${wrong}${iswcCheck(digits)}`)).toBe(false)
      }),
    )
  })
})
