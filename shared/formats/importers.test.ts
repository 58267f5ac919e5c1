import { expect, test } from 'vitest'
import { importers } from './importers.ts'

test('every importer has an id of its own and refuses what is not its format', () => {
  expect(new Set(importers.map(({ id }) => id)).size).toBe(importers.length)
  for (const { recognises, read } of importers) {
    expect(recognises('Seq,Cue #\r\n')).toBe(false)
    expect(read('Seq,Cue #\r\n').ok).toBe(false)
  }
})
