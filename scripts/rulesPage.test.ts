import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { fixes } from '../shared/fixes/fixes.ts'
import { rules } from '../shared/review/rules.ts'
import { projectRoot } from './projectRoot.ts'
import { rulesPage } from './rulesPage.ts'

const page = readFileSync(path.join(projectRoot, 'docs', 'guide', 'review-rules.md'), 'utf8')

test('the guide’s page on the rules is made from the rules as they are (npm run make-rules-page)', () => {
  expect(page).toBe(rulesPage())
})

test('it has every rule once, with its reason, and every quick fix', () => {
  for (const { id, reason } of rules) {
    expect(page.split(`### ${id}:`)).toHaveLength(2)
    expect(page).toContain(reason)
  }
  for (const { does } of fixes) expect(page).toContain(does)
})
