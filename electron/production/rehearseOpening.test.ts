import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { sampleDocument } from '../../shared/edits/fixtures/sampleDocument.ts'
import { productionFileText } from '../../shared/files/productionFile.ts'
import { rehearseOpening } from './rehearseOpening.ts'

let folder = ''

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'needledrop-rehearsal-'))
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('reading a production beforehand leaves everything as it was, and lets others have their turn', async () => {
  const file = path.join(folder, 'demo.needledrop')
  const text = productionFileText(sampleDocument, { id: 'demo', lastSequence: 0 })
  writeFileSync(file, text)
  let turns = 0
  const others = setInterval(() => {
    turns++
  }, 1)
  await rehearseOpening(file)
  clearInterval(others)
  expect(turns).toBeGreaterThan(3)
  expect(readdirSync(folder)).toEqual(['demo.needledrop'])
  expect(readFileSync(file, 'utf8')).toBe(text)
})

test('a file that is not there, or holds something else, is left alone', async () => {
  await rehearseOpening(path.join(folder, 'missing.needledrop'))
  writeFileSync(path.join(folder, 'other.needledrop'), 'something else')
  await rehearseOpening(path.join(folder, 'other.needledrop'))
})
