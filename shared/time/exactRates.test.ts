import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')

/** The project's own program text: no tests, no fixtures, not this folder. */
function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name)
    if (file === import.meta.dirname || entry.name === 'fixtures' || entry.name === 'node_modules') return []
    if (entry.isDirectory()) return sources(file)
    return /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name) ? [file] : []
  })
}

it('keeps the denominator of the exact rates in shared/time alone', () => {
  const files = ['shared', 'electron', 'renderer', 'cli'].flatMap((folder) =>
    sources(path.join(root, folder)),
  )
  expect(files).toContain(path.join(root, 'shared', 'result.ts'))
  const spoken = files.filter((file) => /\b1_?001\b/.test(readFileSync(file, 'utf8')))
  expect(spoken.map((file) => path.relative(root, file))).toEqual([])
})
