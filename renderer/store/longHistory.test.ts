import { expect, test } from 'vitest'
import { randomEdit } from '../../shared/edits/fixtures/randomEdit.ts'
import { countingIds, sampleDocument } from '../../shared/edits/fixtures/sampleDocument.ts'
import { historyMoveText, readHistoryLine } from '../../shared/files/historyLine.ts'
import { StepsReader } from '../../shared/files/keptSteps.ts'
import { type ConfirmedChange, DocumentStore } from './documentStore.ts'

const seed = 77
const edits = 10_000

function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return state >> 8
  }
}

function finish<Result>(walk: Generator<void, Result>): Result {
  for (;;) {
    const step = walk.next()
    if (step.done) return step.value
  }
}

/** What a later session reads of the lines that were written. */
function reread(lines: readonly ConfirmedChange[]): StepsReader {
  const reader = new StepsReader()
  for (const [index, change] of lines.entries()) {
    const text = historyMoveText('p1', { sequence: index + 1, ...change })
    const line = readHistoryLine('p1', text.slice(0, -1))
    if (line?.kind !== 'move') throw new Error(`line ${index + 1} cannot be read`)
    reader.take(line.move, line.text)
  }
  return reader
}

function makeEdit(documents: DocumentStore, next: () => number, makeId = countingIds()): void {
  const picks = Array.from({ length: 14 }, next)
  const edit = randomEdit(documents.document, picks, makeId)
  const result = edit.run(documents.document)
  if (!result.ok || Object.keys(result.value.cues).length > 60) return
  documents.apply(edit, next() % 3 === 0 ? `field ${next() % 3}` : null)
  if (next() % 5 === 0) documents.seal()
}

function wander(documents: DocumentStore, next: () => number, count: number): void {
  const makeId = countingIds()
  while (documents.state.value.history.steps.length < count) {
    makeEdit(documents, next, makeId)
    const { steps, position } = documents.state.value.history
    const pick = next() % 60
    if (pick === 0) documents.undo()
    if (pick === 1) documents.redo()
    if (pick === 2) finish(documents.goTo(Math.max(0, position - (next() % 5))))
    if (pick === 3) finish(documents.goTo(steps.length))
  }
}

test(`${edits} random edits in the store, undone to the start and redone to the end, now and in a later session`, () => {
  const lines: ConfirmedChange[] = []
  const documents = new DocumentStore(sampleDocument, (change) => lines.push(change))
  wander(documents, numbers(seed), edits)
  finish(documents.goTo(edits))
  const end = documents.document
  const labels = [...documents.state.value.history.steps].map(({ label }) => label)

  const reader = reread(lines)
  expect(reader.isWhole).toBe(true)
  expect(reader.position).toBe(edits)
  expect(reader.steps.map(({ label }) => label)).toEqual(labels)

  const later = new DocumentStore(JSON.parse(JSON.stringify(end)), () => {})
  later.takeKept(
    reader.steps.map(({ label, made, texts }) => ({ label, made, change: { texts }, key: null, at: 0 })),
    reader.position,
  )
  for (const store of [documents, later]) {
    while (store.undo() !== null);
    expect(store.state.value.history.position, `seed ${seed}`).toBe(0)
    expect(store.document).toEqual(sampleDocument)
    while (store.redo() !== null);
    expect(store.state.value.history.position).toBe(edits)
    expect(store.document).toEqual(end)
  }
  expect(finish(later.goTo(0)).ok).toBe(true)
  expect(later.document).toEqual(sampleDocument)
}, 120_000)

test('whatever is done and undone, a later session has the same steps at the same place', () => {
  for (let round = 1; round <= 60; round++) {
    const next = numbers(seed + round)
    const lines: ConfirmedChange[] = []
    const documents = new DocumentStore(sampleDocument, (change) => lines.push(change))
    wander(documents, next, 3 + (round % 30))
    finish(documents.goTo(next() % 3))
    const { steps, position } = documents.state.value.history
    const reader = reread(lines)
    expect([reader.position, reader.steps.map(({ label }) => label)], `round ${round}`).toEqual([
      position,
      [...steps].map(({ label }) => label),
    ])
  }
})
