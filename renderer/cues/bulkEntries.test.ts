import { describe, expect, it } from 'vitest'
import { sampleDocument } from '../../shared/edits/fixtures/sampleDocument.ts'
import { recordsOf } from '../../shared/model/document.ts'
import { bulkEntries, firstNumber, replaced } from './bulkEntries.ts'

const cues = recordsOf(sampleDocument, 'cues').map((cue) => ({ ...cue, number: 'x', title: 'Blue (Blue)' }))

describe('a change of many cues', () => {
  it('finds text as it stands', () => {
    expect(replaced('a.b A.B axb', 'a.b', '$&', false)).toBe('$& $& axb')
    expect(replaced('a.b A.B', 'a.b', '', true)).toBe(' A.B')
    const entries = bulkEntries(sampleDocument, cues.slice(0, 1), {
      kind: 'replace',
      field: 'title',
      find: '(blue',
      by: '(Red',
      matchesCase: false,
    })
    expect(entries).toEqual([{ cue: cues[0]?.id, field: 'title', text: 'Blue (Red)' }])
  })

  it('numbers on over the reels, and leaves source cues their s', () => {
    const source = cues.map((cue, index) => (index === 1 ? { ...cue, number: '9m03s' } : cue))
    const numbers = bulkEntries(sampleDocument, source, { kind: 'number', first: '205m08' }).map(
      ({ text }) => text,
    )
    expect(numbers.slice(0, 3)).toEqual(['205m08', '205m09s', '205m10'])
    const many = Array.from({ length: 120 }, () => cues[0]).flatMap((cue) => cue ?? [])
    expect(bulkEntries(sampleDocument, many, { kind: 'number', first: '7m01' })[0]?.text).toBe('7m001')
    expect(bulkEntries(sampleDocument, cues, { kind: 'number', first: 'none' })).toEqual([])
  })

  it('numbers as the production does: its prefix, its digits, and from 1 again on each reel', () => {
    const numbering = { prefix: 'A', head: 'reel', restartsPerReel: true, digits: 3 } as const
    const document = { ...sampleDocument, production: { ...sampleDocument.production, numbering } }
    const [one, two] = recordsOf(document, 'reels').toSorted((a, b) => a.order - b.order)
    const [cue] = cues
    if (!one || !two || !cue) throw new Error('expected two reels and a cue')
    const on = (reel: typeof one) => ({
      ...cue,
      spans: cue.spans.map((span) => ({ ...span, reel: reel.id })),
    })
    const placed = [on(one), on(one), on(two), on(two)]
    const first = firstNumber(document, placed)
    expect(first).toBe('A1m001')
    const numbersFrom = (number: string) =>
      bulkEntries(document, placed, { kind: 'number', first: number }).map(({ text }) => text)
    expect(numbersFrom(first)).toEqual(['A1m001', 'A1m002', 'A2m001', 'A2m002'])
    expect(numbersFrom('205m08')).toEqual(['205m008', '205m009', '205m010', '205m011'])
  })
})
