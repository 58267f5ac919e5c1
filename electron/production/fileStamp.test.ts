import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { crc32 } from '../../shared/files/crc32.ts'
import { sightOf, stampOfText } from './fileStamp.ts'

let folder = ''

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'needledrop-stamp-'))
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

async function stampOfFile(content: string | Uint8Array): Promise<string> {
  const file = path.join(folder, 'a.needledrop')
  writeFileSync(file, content)
  const sight = await sightOf(file)
  return sight.kind === 'there' ? sight.stamp : sight.kind
}

test('a file has the stamp of its text, which is the checksum that journals note', async () => {
  for (const text of ['', '{"title": "Tide"}\n', 'Ебб é € 🌊', '\ud800 alone']) {
    expect(stampOfText(text)).toBe(crc32(text))
    expect(await stampOfFile(text)).toBe(crc32(text))
  }
})

test('a byte order mark in front changes nothing about the stamp', async () => {
  expect(await stampOfFile('\ufeffTide')).toBe(crc32('Tide'))
})

test('a file that is no text has a stamp too, which changes with any byte', async () => {
  const one = await stampOfFile(Uint8Array.of(0xff, 1))
  expect(await stampOfFile(Uint8Array.of(0xff, 2))).not.toBe(one)
  expect(one).not.toBe('unreachable')
})
