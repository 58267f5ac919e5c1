import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { exampleStems } from '../shared/formats/fixtures/workedExamples.ts'
import { main } from './main.ts'

const examples = fileURLToPath(new URL('../shared/formats/fixtures/examples/', import.meta.url))
const folder = mkdtempSync(path.join(os.tmpdir(), 'needledrop-layouts-'))

// Each run of the command line listens to the streams of this process.
process.stdout.setMaxListeners(0)
process.stderr.setMaxListeners(0)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe.each(exampleStems)('the command line on %s', (stem) => {
  test.each(['full', 'rapidcue', 'prs', 'cisac', 'clearance'])(
    'writes the %s layout byte for byte',
    async (layout) => {
      const said = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
      const out = path.join(folder, `${stem}.${layout}.csv`)
      const input = path.join(examples, `${stem}.json`)
      const code = await main(['export', input, '--format', `${layout}-csv`, '--out', out])
      said.mockRestore()
      expect(code).toBe(0)
      expect(readFileSync(out).equals(readFileSync(path.join(examples, `${stem}.${layout}.csv`)))).toBe(true)
    },
  )
})
