import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from '@playwright/test'

const root = path.join(import.meta.dirname, '..')
const example = path.join(root, 'shared/formats/fixtures/examples/02-feature-24-the-salt-road.json')

function exported(out: string, environment: Readonly<Record<string, string>> = {}) {
  const words = ['cli/needledrop.js', 'export', example, '--format', 'cue-sheet-pdf', '--out', out]
  const env = { ...process.env, ...environment }
  return spawnSync(process.execPath, words, { cwd: root, env, encoding: 'utf8', timeout: 60_000 })
}

test('the command line prints a cue sheet without a window, and says in one line where it cannot', async () => {
  const out = test.info().outputPath('sheet.pdf')
  const run = exported(out)
  expect([0, 1], run.stderr).toContain(run.status)
  expect(run.stdout).toContain(`Wrote ${out}: Cue sheet to print (PDF), 17 cues.`)
  const pdf = readFileSync(out, 'latin1')
  expect(pdf.startsWith('%PDF-')).toBe(true)
  expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBeGreaterThan(1)
  expect(pdf).not.toMatch(/\/JavaScript|\/JS\b|\/Launch|\/EmbeddedFile/)
  const none = exported(test.info().outputPath('none.pdf'), {
    ELECTRON_OVERRIDE_DIST_PATH: test.info().outputPath('nowhere'),
  })
  expect(none.status).toBe(2)
  expect(none.stderr.trim().split('\n').length).toBeLessThan(5)
  expect(none.stderr).toContain('The PDF could not be printed: that takes Electron, which did not run here.')
  expect(none.stderr).toContain('names a folder without Electron')
})
