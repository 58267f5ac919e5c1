import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { documentSchema } from '../../model/document.ts'
import { exchange } from './exchange.ts'
import { exchangeSchema } from './exchangeSchema.ts'

const page = readFileSync(new URL('../../../docs/exchange-format.md', import.meta.url), 'utf8')

test('the example on the page comes in without a note', () => {
  const [, example = ''] = /```json\n(.*?)```/s.exec(page) ?? []
  const draft = exchange.read(example)
  expect(draft).toMatchObject({ ok: true, value: { notes: [] } })
  expect(draft.ok && documentSchema.safeParse(draft.value.document).success).toBe(true)
})

test('the page names every field and every word of a list', () => {
  const isNamed = (word: string) =>
    [`\`${word}\``, `\`${word}.`, `.${word}\``].some((name) => page.includes(name))
  const words = wordsOf(z.toJSONSchema(exchangeSchema, { unrepresentable: 'any' }))
  expect(words.length).toBeGreaterThan(150)
  expect(words.filter((word) => !isNamed(word))).toEqual([])
})

function wordsOf(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return []
  if (Array.isArray(schema)) return schema.flatMap(wordsOf)
  return Object.entries(schema).flatMap(([key, value]) => {
    if (key === 'properties') return [...Object.keys(value), ...Object.values(value).flatMap(wordsOf)]
    return key === 'enum' ? value.filter((word: unknown) => typeof word === 'string') : wordsOf(value)
  })
}
