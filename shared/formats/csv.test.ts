import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvText } from './csv.ts'
import { readCsv } from './fixtures/readCsv.ts'
import { plainText } from './plainText.ts'

const plain = { byteOrderMark: false }

describe('the dialect', () => {
  test('ends every row with CR LF and quotes only what needs it', () => {
    expect(
      csvText(
        [
          ['a', 'b c', ''],
          ['"x"', 'y,z', 'two\nlines'],
        ],
        plain,
      ),
    ).toBe('a,b c,\r\n"""x""","y,z","two\nlines"\r\n')
  })

  test('begins with a byte-order mark only when asked to', () => {
    expect(csvText([['a']], { byteOrderMark: true })).toBe('\uFEFFa\r\n')
    expect(csvText([], plain)).toBe('')
  })

  test.each([
    '=1+1',
    '+SUM(A1)',
    '-2+3',
    '@cmd',
    '\ttab',
    '\rreturn',
    '+44 20 7946',
    '-',
    '=',
    '1-2=',
    '--5',
  ])('keeps a spreadsheet from running %j', (cell) => {
    const [[written] = []] = readCsv(csvText([[cell]], plain))
    expect(written).toBe(/^\d/.test(cell) ? cell : `'${cell}`)
  })

  test.each(['-5', '+12.5', '-0,5%', '100%', '-2.5%'])('leaves the number %s alone', (cell) => {
    expect(csvText([[cell]], plain)).toBe(cell.includes(',') ? `"${cell}"\r\n` : `${cell}\r\n`)
  })

  test('puts a replacement character in place of what no reader takes', () => {
    expect(csvText([['a\u0000b', 'c\uD800d', 'e\u001Bf\tg']], plain)).toBe(
      'a\uFFFDb,c\uFFFDd,e\uFFFDf\tg\r\n',
    )
  })

  test('gives back every cell that is not a formula, whatever is in it', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.stringMatching(/^[",\r\n'=+ a]{0,6}$/),
    )
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 5 }), (rows) => {
        const read = readCsv(csvText(rows, plain)).map((row) =>
          row.map((text) => text.replace(/^'(?=[=+\-@\t\r])/, '')),
        )
        const bare = (text: string) => plainText(text).replace(/^'(?=[=+\-@\t\r])/, '')
        expect(read).toEqual(rows.map((row) => row.map(bare)))
      }),
    )
  })
})
