import { describe, expect, test } from 'vitest'
import { isEidr, isIpi, isIsan, isIsrc, isIswc } from './checkDigits.ts'

const checks = { isIpi, isIswc, isIsrc, isEidr, isIsan }

describe('identifiers that exist or are built by the rule', () => {
  test.each([
    ['isIpi', '99999000142'],
    ['isIpi', '00014107338'],
    ['isIpi', '014107338'],
    ['isIpi', ' 99999000240 '],
    ['isIswc', 'T-034.524.680-1'],
    ['isIswc', 'T0345246801'],
    ['isIswc', 't-999.990.001-5'],
    ['isIsrc', 'ZZX9X7800101'],
    ['isIsrc', 'US-S1Z-99-00001'],
    ['isEidr', '10.5240/7791-8534-2C23-9030-8610-5'],
    ['isEidr', '10.5240/0000-0000-0000-ABCD-0001-W'],
    ['isIsan', 'ISAN 0000-0000-3A8D-0000-Z-0000-0000-6'],
    ['isIsan', '0000-0000-3A8D-0000-Z'],
    ['isIsan', '000000003a8d0000z000000006'],
  ] as const)('%s accepts %s', (name, text) => {
    expect(checks[name](text)).toBe(true)
  })
})

describe('typing errors', () => {
  test.each([
    ['isIpi', '99999000143'],
    ['isIpi', '9999900014'],
    ['isIpi', '12345678'],
    ['isIpi', '999990001422'],
    ['isIpi', '99999OOO142'],
    ['isIswc', 'T-034.524.680-2'],
    ['isIswc', 'T-034.524.68-1'],
    ['isIswc', '034.524.680-1'],
    ['isIsrc', 'ZZX9X780010'],
    ['isIsrc', '1ZX9X7800101'],
    ['isIsrc', 'ZZX9X78O0101'],
    ['isIsrc', 'ZZ X9X 78 00101'],
    ['isEidr', '10.5240/7791-8534-2C23-9030-8610-6'],
    ['isEidr', '10.5240/7791-8534-2C32-9030-8610-5'],
    ['isEidr', '10.5240/7791-8534-2C23-9030-8610'],
    ['isEidr', '7791-8534-2C23-9030-8610-5'],
    ['isIsan', '0000-0000-3A8D-0000-Y'],
    ['isIsan', '0000-0000-3A8D-0000-Z-0000-0000-7'],
    ['isIsan', '0000-0000-3A8D-0000'],
  ] as const)('%s refuses %s', (name, text) => {
    expect(checks[name](text)).toBe(false)
  })

  test('no single wrong digit of an IPI passes', () => {
    const valid = '99999000142'
    for (let at = 0; at < valid.length; at++)
      for (const digit of '0123456789') {
        const typed = valid.slice(0, at) + digit + valid.slice(at + 1)
        expect(isIpi(typed)).toBe(typed === valid)
      }
  })
})
