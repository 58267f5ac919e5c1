import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type coverCues, setLicenceStatus } from '../../shared/edits/licenceEdits.ts'
import { exchange } from '../../shared/formats/importers/exchange.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import { isPicked, pickOf } from './pickedCard.ts'
import { Rights, rightsOf } from './rights.ts'
import { tableLines } from './tableLines.ts'

const text = readFileSync(
  new URL('../../shared/formats/fixtures/examples/02-feature-24-the-salt-road.json', import.meta.url),
  'utf8',
)

function feature(): ProductionDocument {
  const draft = exchange.read(text)
  if (!draft.ok) throw new Error(draft.problem.message)
  return draft.value.document
}

function changed(document: ProductionDocument, edit: ReturnType<typeof coverCues>): ProductionDocument {
  const result = edit.run(document)
  if (!result.ok) throw new Error(result.problem.message)
  return result.value
}

describe('the cards of the room', () => {
  test('every licence of an active cue stands on exactly one card, and every card names a use', () => {
    const document = feature()
    const { cards, uses } = new Rights(document)
    const active = new Set(uses.map(({ cue }) => cue.id))
    const onCards = cards.flatMap(({ licences }) => licences.map(({ id }) => id))
    expect(new Set(onCards).size).toBe(onCards.length)
    const counting = Object.values(document.licences).filter(
      ({ cues, status }) => status !== 'replaced' && cues.some((cue) => active.has(cue)),
    )
    for (const { id } of counting) expect(onCards).toContain(id)
    for (const { cues } of cards) expect(cues.every((cue) => active.has(cue))).toBe(true)
  })

  test('a card stands in the column of what is least far, and a paper that is not there under what is needed', () => {
    for (const { column, licences } of new Rights(feature()).cards) {
      if (licences.length === 0) expect(column).toBe('missing')
      else expect(licences.map(({ status }) => status)).toContain(column)
    }
  })

  test('a picked licence is found again on its card after a move', () => {
    const document = feature()
    const card = new Rights(document).cards.find(({ column }) => column === 'quoted')
    if (!card) throw new Error('the example has no quote')
    const picked = pickOf(card)
    const ids = card.licences.map(({ id }) => id)
    const moved = changed(document, setLicenceStatus(ids, 'negotiating', '2026-11-24'))
    const after = new Rights(moved).cards.find((each) => isPicked(each, picked))
    expect(after?.column).toBe('negotiating')
    expect(after?.key).toBe(card.key)
  })

  test('an edit leaves what it does not touch as it was made', () => {
    const document = feature()
    const before = rightsOf(document)
    const [first] = before.cards.filter(({ column }) => column === 'quoted')
    if (!first) throw new Error('the example has no quote')
    const ids = first.licences.map(({ id }) => id)
    const after = rightsOf(changed(document, setLicenceStatus(ids, 'negotiating', '2026-11-24')))
    const untouched = before.blockers.filter(({ cue }) => !first.cues.includes(cue))
    for (const blocker of untouched) expect(after.blockers).toContain(blocker)
  })
})

describe('the table of licences', () => {
  test.each(['holder', 'song', 'cue'] as const)(
    'brought together by %s it has every card, keys once',
    (grouping) => {
      const rights = new Rights(feature())
      const lines = tableLines(rights, grouping)
      expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length)
      const shown = new Set(lines.flatMap((line) => (line.kind === 'entry' ? [line.card.key] : [])))
      expect(shown).toEqual(new Set(rights.cards.map(({ key }) => key)))
      let left = 0
      for (const line of lines) {
        if (line.kind === 'heading') {
          expect(left).toBe(0)
          left = line.count
        } else left -= 1
      }
      expect(left).toBe(0)
    },
  )

  test('by cue it goes through the film', () => {
    const rights = new Rights(feature())
    const headings = tableLines(rights, 'cue').flatMap((line) => (line.kind === 'heading' ? [line.key] : []))
    const places = headings.map((key) => rights.uses.findIndex(({ cue }) => key === `c ${cue.id}`))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })
})
