import { expect, test } from 'vitest'
import { soundDocument, withCueAt } from '../sheet/soundDocument.ts'
import { DocumentUnpacker, packDocument, readPackedDocument, unpackDocument } from './packedDocument.ts'

function manyCues(count: number) {
  let document = soundDocument()
  for (let index = 0; index < count; index += 1)
    document = withCueAt(document, `many-${index}`, '10:01:00:00', '10:02:00:00')
  return document
}

test('a document comes out as it went in, its records in their order', () => {
  const document = manyCues(900)
  const unpacked = unpackDocument(packDocument(document))
  expect(unpacked).toEqual(document)
  expect(Object.keys(unpacked.cues)).toEqual(Object.keys(document.cues))
})

test('no text holds more than a few hundred records', () => {
  const packed = packDocument(manyCues(900))
  for (const text of packed) {
    const [, content] = JSON.parse(text) as [string, unknown]
    if (Array.isArray(content)) expect(content.length).toBeLessThanOrEqual(400)
  }
  expect(packed.length).toBeGreaterThan(3)
})

test('an id that every object answers to is a record as any other', () => {
  const document = withCueAt(soundDocument(), '__proto__x', '10:01:00:00', '10:02:00:00')
  const unpacker = new DocumentUnpacker()
  for (const text of packDocument(document)) unpacker.take(text)
  expect(Object.keys(unpacker.document.cues)).toEqual(Object.keys(document.cues))
})

test('texts from elsewhere are read with care, and refused when they are no packed document', () => {
  const document = manyCues(900)
  expect(readPackedDocument(packDocument(document))).toEqual(document)
  for (const text of ['', '{}', '[]', '["cues",{}]', '["production",[]]', '["films",[]]', '["cues",[7]]'])
    expect(readPackedDocument([text]), text).toBeNull()
})
