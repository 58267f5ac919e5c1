import fc from 'fast-check'
import { expect, test } from 'vitest'
import { brokenReferences, documentSchema, type ProductionDocument, recordsOf } from '../model/document.ts'
import type { CueId } from '../model/ids.ts'
import { apply, type Change, compare, fits, invert, squash } from './change.ts'
import { updateCues } from './cueFieldEdits.ts'
import { frameOf } from './cueSpans.ts'
import { removeCues } from './cueStructureEdits.ts'
import { joinEdits } from './edit.ts'
import { randomEdit } from './fixtures/randomEdit.ts'
import { countingIds, sampleDocument } from './fixtures/sampleDocument.ts'

const picks = fc.array(fc.nat(1_000_000), { minLength: 6, maxLength: 14 })
const sequences = fc.array(picks, { minLength: 1, maxLength: 40 })

/** The documents that a sequence of random edits passes through, the refused ones left out. */
function documentsOf(sequence: readonly (readonly number[])[]): readonly ProductionDocument[] {
  const makeId = countingIds()
  const passed = [sampleDocument]
  for (const step of sequence) {
    const current = passed.at(-1) as ProductionDocument
    const result = randomEdit(current, step, makeId).run(current)
    if (result.ok) passed.push(result.value)
  }
  return passed
}

const changesOf = (documents: readonly ProductionDocument[]): readonly Change[] =>
  documents.slice(1).map((document, index) => compare(documents[index] as ProductionDocument, document))

function deepFreeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return
  Object.freeze(value)
  Object.values(value).forEach(deepFreeze)
}

test('whatever edits are made, in any order, the document stays sound', () => {
  deepFreeze(sampleDocument)
  fc.assert(
    fc.property(sequences, (sequence) => {
      for (const document of documentsOf(sequence)) {
        documentSchema.parse(document)
        expect(brokenReferences(document)).toEqual([])
        for (const span of recordsOf(document, 'cues').flatMap((cue) => cue.spans)) {
          const start = frameOf(span.start)
          const end = frameOf(span.end)
          expect(start ?? end ?? 0).toBeGreaterThanOrEqual(0)
          if (start !== null && end !== null) expect(end).toBeGreaterThan(start)
        }
      }
    }),
    { numRuns: 300 },
  )
})

test('random edits of every kind are sometimes made and sometimes refused', () => {
  const made = new Set<string>()
  const refused = new Set<string>()
  const makeId = countingIds()
  let document = sampleDocument
  fc.assert(
    fc.property(picks, (step) => {
      const edit = randomEdit(document, step, makeId)
      const kind = edit.label.replace(/[0-9]+/g, 'N').split(' to ')[0] ?? ''
      const result = edit.run(document)
      if (!result.ok) refused.add(kind)
      if (result.ok && result.value !== document) made.add(kind)
      if (result.ok) document = Object.keys(result.value.cues).length < 40 ? result.value : sampleDocument
    }),
    { numRuns: 6000, seed: 7 },
  )
  expect(made.size).toBeGreaterThan(60)
  expect(refused.size).toBeGreaterThan(55)
})

test('an edit gives the same document every time it is run, and never touches the one it is given', () => {
  fc.assert(
    fc.property(sequences, picks, (sequence, last) => {
      const document = documentsOf(sequence).at(-1) as ProductionDocument
      deepFreeze(document)
      const edit = randomEdit(document, last, countingIds('again'))
      expect(edit.run(document)).toEqual(edit.run(document))
    }),
    { numRuns: 100 },
  )
})

test('a change leads from the document before to the one after, and inverted back', () => {
  fc.assert(
    fc.property(sequences, (sequence) => {
      const documents = documentsOf(sequence)
      for (const [index, change] of changesOf(documents).entries()) {
        const before = documents[index] as ProductionDocument
        const after = documents[index + 1] as ProductionDocument
        expect(apply(before, change)).toEqual(after)
        expect(apply(after, invert(change))).toEqual(before)
        expect(fits(before, change)).toBe(true)
        expect(fits(after, invert(change))).toBe(true)
      }
    }),
    { numRuns: 150 },
  )
})

test('undoing everything leads back to the start, and redoing everything to the end', () => {
  fc.assert(
    fc.property(sequences, (sequence) => {
      const documents = documentsOf(sequence)
      const changes = changesOf(documents)
      const undone = changes
        .toReversed()
        .map(invert)
        .reduce(apply, documents.at(-1) as ProductionDocument)
      expect(undone).toEqual(sampleDocument)
      expect(changes.reduce(apply, undone)).toEqual(documents.at(-1))
    }),
    { numRuns: 150 },
  )
})

test('changes squashed into one do what they did one after the other', () => {
  fc.assert(
    fc.property(sequences, (sequence) => {
      const documents = documentsOf(sequence)
      const squashed = squash(changesOf(documents))
      const keys = squashed.map(({ table, id }) => `${table} ${id}`)
      expect(new Set(keys).size).toBe(keys.length)
      expect(apply(sampleDocument, squashed)).toEqual(documents.at(-1))
      expect(apply(documents.at(-1) as ProductionDocument, invert(squashed))).toEqual(sampleDocument)
    }),
    { numRuns: 150 },
  )
})

test('an edit that changes nothing gives back the same document', () => {
  const cue = 'c1' as CueId
  const edit = updateCues([cue], { title: sampleDocument.cues[cue]?.title ?? '' })
  const result = edit.run(sampleDocument)
  expect(result.ok && result.value).toBe(sampleDocument)
})

test('edits joined into one are refused together', () => {
  const cue = 'c1' as CueId
  const joined = joinEdits('Both', [removeCues([cue]), updateCues([cue], { title: 'x' })])
  expect(joined.run(sampleDocument)).toMatchObject({ ok: false, problem: { found: 'the unknown id c1' } })
})
