import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { MadeFilms } from './madeFilms.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'made-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function body(text: string): ReadableStream<Uint8Array> {
  return new Blob([text]).stream() as ReadableStream<Uint8Array>
}

describe('a copy that the page writes', () => {
  it('is written in pieces, each at its place, also over an earlier one', async () => {
    const made = new MadeFilms()
    const file = path.join(folder, 'a')
    const token = await made.admit(file, 100)
    expect(await made.write(token, 3, body('def'))).toBe(true)
    expect(await made.write(token, 0, body('abX'))).toBe(true)
    expect(await made.write(token, 2, body('c'))).toBe(true)
    await made.close(token)
    expect(readFileSync(file, 'utf8')).toBe('abcdef')
  })

  it('never grows beyond what it was admitted for, and is closed for good', async () => {
    const made = new MadeFilms()
    const token = await made.admit(path.join(folder, 'b'), 4)
    expect(await made.write(token, 3, body('xy'))).toBe(false)
    expect(await made.write(token, -1, body('x'))).toBe(false)
    expect(await made.write('0'.repeat(32), 0, body('x'))).toBe(false)
    await made.close(token)
    expect(await made.write(token, 0, body('x'))).toBe(false)
  })
})
