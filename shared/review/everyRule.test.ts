import { describe, expect, test } from 'vitest'
import { documentSchema } from '../model/document.ts'
import { ruleCases } from './fixtures/ruleCases.ts'
import { reviewDocument } from './review.ts'
import { rules } from './rules.ts'

/** Every rule of section 10 of the cue-sheet reference by its severity, and CS-014 and CS-081 to CS-084, which are our own. */
const reference = {
  error: '001 002 003 012 014 020 030 040 041 042 049 066 070 072 090 091 093',
  warning:
    '004 005 007 008 009 010 011 013 021 023 031 032 034 035 043 044 045 047 048 050 052 060 061 062 065 071 073 074 075 076 077 078 079 081 082 083 092 094 095',
  info: '006 022 024 033 036 046 051 067 080 084 096',
} as const

test('the list has every rule of the reference, each as grave as there', () => {
  const expected = Object.entries(reference).flatMap(([severity, ids]) =>
    ids.split(' ').map((id) => ({ id: `CS-${id}`, severity })),
  )
  expect(expected).toHaveLength(67)
  expect(rules.map(({ id, severity }) => ({ id, severity }))).toEqual(
    expected.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  )
})

test('every rule has its case, and no case is left over', () => {
  expect(Object.keys(ruleCases).toSorted()).toEqual(rules.map(({ id }) => id))
})

describe.each(rules.map(({ id }) => id))('%s', (id) => {
  const { fires, quiet, about } = ruleCases[id] as (typeof ruleCases)[string]
  const found = (document: typeof fires) => reviewDocument(document).filter(({ rule }) => rule === id)

  test('fires', () => {
    expect(documentSchema.safeParse(fires).error).toBe(undefined)
    expect(found(fires)[0]).toMatchObject(about)
    expect(found(fires)[0]?.message).toMatch(/^[^a-z].*[.?]$/)
  })

  test('just does not fire', () => {
    expect(documentSchema.safeParse(quiet).error).toBe(undefined)
    expect(found(quiet)).toEqual([])
  })
})
