import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const main = fileURLToPath(new URL('./main.ts', import.meta.url))

/** Every module that is loaded with a file, by its path or as a package's name. */
function reached(file: string, known = new Set<string>()): ReadonlySet<string> {
  if (known.has(file)) return known
  known.add(file)
  const found = readFileSync(file, 'utf8').matchAll(/\b(?:from|import)\s*\(?\s*'([^']+)'/g)
  for (const [, name = ''] of found) {
    const target = name.startsWith('.') ? path.resolve(path.dirname(file), name) : name
    if (existsSync(target)) reached(target, known)
    else known.add(name)
  }
  return known
}

test('nothing that the command line loads needs Electron', () => {
  const modules = reached(main)
  expect(modules.size).toBeGreaterThan(100)
  expect(modules).toContain('commander')
  expect([...modules].filter((name) => /^electron(-|$)/.test(name))).toEqual([])
})
