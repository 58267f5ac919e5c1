import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { brokenReferences, documentSchema } from '../../model/document.ts'
import { buildMarkerList } from '../../sheet/markerList.ts'
import { markerImporters } from '../markerImporters.ts'

const samples = ['../fixtures/markers/', '../fixtures/interchange/'].flatMap((folder) => {
  const url = new URL(folder, import.meta.url)
  return readdirSync(url)
    .filter((name) => !name.endsWith('.md'))
    .map((name) => ({ name, bytes: readFileSync(new URL(name, url)) }))
})
const drop = { num: 30000, den: 1001, dropFrame: true }
const assumptions = [null, { rate: drop, start: null }]

/** Every importer answers with a sound production or with words for the user, and in time. */
function everyImporterAnswers(text: string): void {
  for (const importer of markerImporters) {
    importer.recognises(text)
    for (const assumed of assumptions) {
      const began = performance.now()
      const draft = assumed ? importer.read(text, assumed as never) : importer.read(text)
      expect(performance.now() - began, importer.id).toBeLessThan(5000)
      if (draft.ok) {
        const { document, notes } = draft.value
        expect(documentSchema.safeParse(document).success, importer.id).toBe(true)
        expect(brokenReferences(document)).toEqual([])
        buildMarkerList(document)
        for (const note of notes) expect(note.trim()).not.toBe('')
      } else {
        const { message, expected, found, remedy } = draft.problem
        for (const words of [message, expected, found, remedy]) expect(words.trim(), importer.id).not.toBe('')
        expect(message.length + found.length).toBeLessThan(1000)
      }
    }
  }
}

/** Bytes as the shell decodes them where they are UTF-8, and as they come where they are not. */
const asText = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8')

describe('whatever the bytes are, every importer answers', { timeout: 60_000 }, () => {
  test('random bytes and text', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => everyImporterAnswers(asText(bytes))),
      { numRuns: 150 },
    )
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), everyImporterAnswers), {
      numRuns: 150,
    })
    fc.assert(fc.property(fc.json(), everyImporterAnswers), { numRuns: 50 })
  })

  test.each(samples.map(({ name, bytes }) => [name, bytes] as const))(
    '%s, whole and cut off',
    (_name, bytes) => {
      everyImporterAnswers(asText(bytes))
      for (const part of [0.3, 0.7, 0.95])
        everyImporterAnswers(asText(bytes.subarray(0, bytes.length * part)))
    },
  )

  test('samples with bytes changed, taken out, put in and repeated', () => {
    const small = samples.filter(({ bytes }) => bytes.length < 8000)
    fc.assert(
      fc.property(
        fc.constantFrom(...small),
        fc.array(
          fc.record({
            at: fc.nat(),
            cut: fc.nat(40),
            put: fc.oneof(fc.uint8Array({ maxLength: 6 }), fc.constantFrom(...pieces)),
          }),
          {
            minLength: 1,
            maxLength: 5,
          },
        ),
        ({ bytes }, changes) => {
          let mutated = Buffer.from(bytes)
          for (const { at, cut, put } of changes) {
            const from = at % (mutated.length + 1)
            mutated = Buffer.concat([mutated.subarray(0, from), put, mutated.subarray(from + cut)])
          }
          everyImporterAnswers(asText(mutated))
        },
      ),
      { numRuns: 300 },
    )
  })

  test('numbers beyond all bounds', () => {
    for (const { bytes } of samples.filter(({ bytes }) => bytes.length < 8000)) {
      for (const huge of ['999999999999999999999', '-1', '1e308', '0'])
        everyImporterAnswers(
          asText(bytes).replace(/\d+/g, (digits, at: number) => (at % 3 === 0 ? huge : digits)),
        )
    }
  })
})

const pieces = [
  '\t',
  '\r\n',
  '"',
  '<',
  '&x;',
  '<!DOCTYPE a [<!ENTITY x "y">]>',
  ']]>',
  'NaN',
  '-->',
  '|D:',
  '99:99:99:99',
  '1/0s',
  '{',
].map((text) => new Uint8Array(Buffer.from(text)))

describe('XML is read without what it could reach for', () => {
  const bomb = `<?xml version="1.0"?><!DOCTYPE xmeml [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>`

  test('entities that a document type declares do not exist', () => {
    for (const { id, read } of markerImporters.filter((importer) =>
      ['fcp7-xml', 'fcpxml'].includes(importer.id),
    )) {
      const name = id === 'fcpxml' ? 'fcpxml' : 'xmeml'
      const draft = read(`${bomb}<${name}>&b;</${name}>`)
      expect(draft).toMatchObject({ ok: false, problem: { message: 'The file is not well-formed XML.' } })
    }
  })

  test('a hundred thousand elements within each other are refused', () => {
    const deep = `<xmeml>${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}</xmeml>`
    const reader = markerImporters.find(({ id }) => id === 'fcp7-xml')
    expect(reader?.read(deep)).toMatchObject({ ok: false })
  })
})
