import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { brokenReferences, documentSchema } from '../../model/document.ts'
import { buildCueSheet } from '../../sheet/cueSheet.ts'
import { exchange } from './exchange.ts'

type Json = { [key: string]: unknown }

const example = new URL('../fixtures/examples/01-tv-2997df-harborline-205.json', import.meta.url)
const exampleText = readFileSync(example, 'utf8')

/** The example with the value at a path replaced. */
function exampleWith(path: readonly (string | number)[], value: unknown): unknown {
  const file = JSON.parse(exampleText)
  const parent = path.slice(0, -1).reduce((at, key) => at[key], file)
  parent[path.at(-1) ?? ''] = value
  return file
}

describe('whatever the bytes are', { timeout: 60_000 }, () => {
  function neverThrows(text: string) {
    const draft = exchange.read(text)
    exchange.recognises(text)
    if (!draft.ok) {
      expect(draft.problem.message).not.toBe('')
      return
    }
    expect(documentSchema.safeParse(draft.value.document).success).toBe(true)
    expect(brokenReferences(draft.value.document)).toEqual([])
    buildCueSheet(draft.value.document)
  }

  test('random text and random JSON get an answer', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), neverThrows))
    fc.assert(fc.property(fc.json(), neverThrows))
    fc.assert(
      fc.property(fc.json(), (json) =>
        neverThrows(`{"format":"needledrop.example-cue-sheet","version":1,"cues":${json}}`),
      ),
    )
  })

  test('an example with any of its values replaced is either refused or sound', () => {
    const paths = pathsOf(JSON.parse(exampleText))
    const value = fc.oneof(
      fc.jsonValue({ maxDepth: 1 }),
      fc.constantFrom(
        '',
        '99:99:99:99',
        '23:59:59;29',
        'c01',
        'w1',
        '__proto__',
        1e308,
        2 ** 53 - 1,
        -1,
        0.1,
        null,
      ),
    )
    fc.assert(
      fc.property(fc.constantFrom(...paths), value, (path, replacement) =>
        neverThrows(JSON.stringify(exampleWith(path, replacement ?? null))),
      ),
      { numRuns: 500 },
    )
  })

  test('an example cut off or with a character changed is either refused or sound', () => {
    fc.assert(
      fc.property(fc.nat(exampleText.length - 1), fc.string({ minLength: 0, maxLength: 2 }), (at, text) => {
        neverThrows(exampleText.slice(0, at) + text + exampleText.slice(at + 1))
        neverThrows(exampleText.slice(0, at))
      }),
      { numRuns: 100 },
    )
  })
})

function pathsOf(value: unknown, path: readonly (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return []
  const keys = Array.isArray(value) ? [...value.keys()] : Object.keys(value)
  return keys.flatMap((key) => [[...path, key], ...pathsOf((value as Json)[key], [...path, key])])
}
