import { expect, test } from 'vitest'
import { printable } from './terminal.ts'

test('what a file says cannot act on the terminal', () => {
  expect(printable('a\u001B[2Jb\rc\u0007\u202Ed\u009B')).toBe('a\\u001b[2Jb\\u000dc\\u0007\\u202ed\\u009b')
})

test('words of every script and line breaks stay', () => {
  expect(printable('Straße\nСоль שיר 🎵')).toBe('Straße\nСоль שיר 🎵')
})
