import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { randomEdit } from '../shared/edits/fixtures/randomEdit.ts'
import { countingIds, sampleDocument } from '../shared/edits/fixtures/sampleDocument.ts'
import { exchangeJson } from '../shared/formats/exporters/exchangeJson.ts'
import { exchange } from '../shared/formats/importers/exchange.ts'
import type { ProductionDocument } from '../shared/model/document.ts'

const examples = new URL('../shared/formats/fixtures/examples/', import.meta.url)
const stems = readdirSync(examples).flatMap((name) => /^(.+)\.expected\.json$/.exec(name)?.[1] ?? [])

function roundTrip(document: ProductionDocument): ProductionDocument {
  const artifact = exchangeJson.kind === 'text' ? exchangeJson.render(document, {}) : null
  const draft = exchange.read(artifact?.text ?? '')
  if (!draft.ok) throw new Error(`${draft.problem.message} ${draft.problem.found}`)
  expect(draft.value.notes).toEqual([])
  return draft.value.document
}

/** What an exchange file leaves out, and running order as places in the list. */
function carried(document: ProductionDocument): ProductionDocument {
  const order = Object.values(document.reels)
    .toSorted((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id)
  const reels = order.map((id, place) => [
    id,
    { ...document.reels[id], order: place, media: null, stems: [] },
  ])
  return { ...document, reels: Object.fromEntries(reels) }
}

describe('the exchange file', () => {
  test.each(stems)('%s comes back the same', (stem) => {
    const draft = exchange.read(readFileSync(new URL(`${stem}.json`, examples), 'utf8'))
    if (!draft.ok) throw new Error(draft.problem.message)
    expect(roundTrip(draft.value.document)).toEqual(draft.value.document)
  })

  test('whatever has been edited comes back the same', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.nat(), { minLength: 8, maxLength: 8 }), { maxLength: 20 }),
        (sequence) => {
          let document: ProductionDocument = sampleDocument
          const makeId = countingIds('x')
          for (const picks of sequence) {
            const changed = randomEdit(document, picks, makeId).run(document)
            if (changed.ok) document = changed.value
          }
          expect(roundTrip(document)).toEqual(carried(document))
        },
      ),
      { numRuns: 150 },
    )
  })

  test('frames before the action, after midnight and beyond a day are kept', () => {
    const [cue] = Object.values(sampleDocument.cues)
    const [reel] = Object.values(sampleDocument.reels)
    if (!cue || !reel) throw new Error('the sample has neither')
    const at = (start: number, end: number) => [{ reel: reel.id, start: start as never, end: end as never }]
    for (const [start, end] of [
      [reel.programme.start - 100, reel.programme.start + 10],
      [-5, 20],
      [3_000_000, 9_000_000],
    ] as const) {
      const cues = { ...sampleDocument.cues, [cue.id]: { ...cue, spans: at(start, end) } }
      expect(roundTrip({ ...sampleDocument, cues }).cues[cue.id]?.spans).toEqual(at(start, end))
    }
  })

  test('any text comes back as it was, halves of surrogate pairs and control characters too', () => {
    const [cue] = Object.values(sampleDocument.cues)
    if (!cue) throw new Error('the sample has no cue')
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.constantFrom('', '\uD800', '\u0000'),
        (text, end) => {
          const title = text + end
          const cues = { ...sampleDocument.cues, [cue.id]: { ...cue, title } }
          expect(roundTrip({ ...sampleDocument, cues }).cues[cue.id]?.title).toBe(title)
        },
      ),
    )
  })
})
