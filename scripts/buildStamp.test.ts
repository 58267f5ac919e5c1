import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fingerprint } from './buildStamp.ts'

let root = ''

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'needledrop-stamp-'))
  mkdirSync(path.join(root, 'shared/time'), { recursive: true })
  writeFileSync(path.join(root, 'shared/time/frames.ts'), 'one')
  writeFileSync(path.join(root, 'package.json'), '{}')
})

afterEach(() => rmSync(root, { recursive: true }))

const entries = ['shared', 'package.json', 'missing']
const now = (): string => fingerprint(root, entries)

test('a fingerprint stays while nothing changes, whatever the dates of the files', () => {
  const before = now()
  utimesSync(path.join(root, 'package.json'), 1, 1)
  expect(now()).toBe(before)
})

test('a fingerprint changes with the content, the name and the number of files', () => {
  const file = path.join(root, 'shared/time/frames.ts')
  const prints = [now()]
  writeFileSync(file, 'two')
  prints.push(now())
  renameSync(file, path.join(root, 'shared/time/seconds.ts'))
  prints.push(now())
  writeFileSync(path.join(root, 'shared/more.ts'), '')
  prints.push(now())
  rmSync(path.join(root, 'package.json'))
  prints.push(now())
  expect(new Set(prints).size).toBe(5)
})

test('a test file does not change a fingerprint', () => {
  const before = now()
  writeFileSync(path.join(root, 'shared/time/frames.test.ts'), 'test')
  expect(now()).toBe(before)
})
