import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { sampleDocument } from '../edits/fixtures/sampleDocument.ts'
import { recordsOf } from '../model/document.ts'
import { folded } from '../model/folded.ts'
import { cueTitle, musicOf } from '../sheet/cueUse.ts'
import { UseMaker } from '../sheet/useMaker.ts'
import { completionsAt, filterInWords, filterTerm } from './filterWords.ts'
import { asksOf } from './holds.ts'
import { readFilter } from './readFilter.ts'

function said(text: string): string {
  const read = readFilter(text)
  return read.ok ? filterInWords(read.node) : `! ${read.fault.message}`
}

/** The text with its fault put right. */
function mended(text: string): string {
  const read = readFilter(text)
  if (read.ok) return text
  const { from, to, instead } = read.fault
  return instead === undefined ? '' : text.slice(0, from) + instead + text.slice(to)
}

describe('a filter', () => {
  it.each([
    ['', 'all cues'],
    ['blue moon', '“blue” · “moon”'],
    ['type:needleDrop length>30s licence:open', 'type is Needle drop · length over 30s · licence is open'],
    ['needle drops over 30 s not cleared', 'type is Needle drop · length over 30 s · licence is open'],
    ['songs under 1:30 without writers', 'type is Song · length under 1:30 · no writer'],
    ['title~"blue moon" or not type:score,song', 'title holds “blue moon” or not type is Score or Song'],
    ['(type:score or type:song) length>=2m', '(type is Score or type is Song) · length at least 2m'],
    ['-temp type!=logo', 'not “temp” · type is not Logo'],
    ['Over the rainbow', '“Over” · “the” · “rainbow”'],
    ['length > 30 s', 'length over 30 s'],
    ['in>01:02:10', 'in over 01:02:10'],
    ['problem:cs30 problems>2', 'problem is CS-030 · problems over 2'],
    ['1m02 01:00:10:00', '“1m02” · “01:00:10:00”'],
    ['no publisher with errors', 'no publisher · problem is error'],
    ['"not cleared"', '“not cleared”'],
  ])('reads %s', (text, words) => {
    expect(said(text)).toBe(words)
  })

  it.each([
    ['tpye:score', 'There is no field “tpye”. Did you mean type?', 'type:score'],
    ['type:nedle', 'type is never “nedle”', ''],
    ['type:needledrp', 'type is never “needledrp”. Did you mean needleDrop?', 'type:needleDrop'],
    ['(type:score', 'A closing bracket is missing.', '(type:score)'],
    ['type:score)', 'There is one bracket too many.', 'type:score'],
    ['title~"blue', 'A quotation mark is missing at the end.', 'title~"blue"'],
    ['title>blue', 'title is not more or less; ask for it with a colon.', 'title:blue'],
    ['length>soon', '“soon” is no value of length: write 30s, 1:30 or 2m.', ''],
    ['type:', 'type: needs a value: score, song, needleDrop, source.', ''],
    ['score or', 'Something is missing at the end', ''],
  ])('says of %s what is wrong with it, and offers what would be right', (text, message, right) => {
    expect(said(text)).toContain(message)
    if (right) expect(mended(text)).toBe(right)
  })

  test('of any text is read or refused at a place within it', () => {
    const pieces = fc.constantFrom(
      'type',
      ':',
      'score',
      ' ',
      'not',
      '(',
      ')',
      '"',
      'over',
      '30',
      's',
      ',',
      'x',
      '>',
      'or',
      '-',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (words) => {
        const text = words.join('')
        const read = readFilter(text)
        if (read.ok) return
        expect(read.fault.from).toBeGreaterThanOrEqual(0)
        expect(read.fault.to).toBeGreaterThanOrEqual(read.fault.from)
        expect(read.fault.to).toBeLessThanOrEqual(text.length)
        expect(read.fault.message).not.toBe('')
      }),
      { numRuns: 2000 },
    )
  })

  test('finds exactly the cues that are what it asks for', () => {
    const makes = new UseMaker()
    const { rate } = sampleDocument.production
    const found = (text: string) => {
      const read = readFilter(text)
      if (!read.ok) throw new Error(read.fault.message)
      const asks = asksOf(read.node, rate)
      return recordsOf(sampleDocument, 'cues').filter((cue) =>
        asks({
          document: sampleDocument,
          cue,
          use: () => makes.use(sampleDocument, cue.id) ?? null,
          findings: () => [],
          words: () => folded(cueTitle(cue, musicOf(sampleDocument, cue).work)),
        }),
      )
    }
    const all = recordsOf(sampleDocument, 'cues')
    for (const type of new Set(all.map((cue) => cue.type))) {
      expect(found(`type:${type}`)).toEqual(all.filter((cue) => cue.type === type))
      expect(found(`not type:${type}`)).toEqual(all.filter((cue) => cue.type !== type))
    }
    expect([...found('length>2s'), ...found('length<=2s')].length).toBe(
      all.filter((cue) =>
        cue.spans.every(({ start, end }) => typeof start === 'number' && typeof end === 'number'),
      ).length,
    )
    expect(found('licence:open').length + found('licence:cleared').length).toBe(
      all.filter(({ state }) => state === 'active').length,
    )
  })

  test('of one value is read as that value, whatever the value holds', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }).filter((text) => !/["“”]/.test(text) && text.trim() !== ''),
        (value) => {
          const read = readFilter(filterTerm('writers', value))
          expect(read).toMatchObject({ ok: true, node: { kind: 'term' } })
        },
      ),
    )
  })

  it('offers fields, and the values of a field', () => {
    expect(completionsAt('ty', 2)).toEqual({
      from: 0,
      offers: [{ text: 'type:', about: 'score, song, needleDrop, source …' }],
    })
    expect(completionsAt('type:ne', 7)).toEqual({
      from: 5,
      offers: [{ text: 'needleDrop', about: 'Needle drop' }],
    })
    expect(completionsAt('type:score,so', 13).offers.map(({ text }) => text)).toEqual(['song', 'source'])
    expect(completionsAt('type:score ', 11).offers).toEqual([])
  })
})
