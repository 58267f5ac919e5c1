import { expect, test } from 'vitest'
import type { Finding, Severity } from '../../shared/model/finding.ts'
import { findingGroups } from './findingGroups.ts'

function finding(severity: Severity, rule: string, message = 'x'): Finding {
  return { severity, rule, message }
}

test('groups follow severity, leave out the empty ones and number their rows through', () => {
  const groups = findingGroups([finding('error', 'A'), finding('error', 'B'), finding('info', 'C')])
  expect(groups.map(({ severity, chunks }) => [severity, chunks.flat().map(({ index }) => index)])).toEqual([
    ['error', [0, 1]],
    ['info', [2]],
  ])
})

test('a row keeps its key when one before it is fixed, and no two rows share one', () => {
  const twice = [finding('error', 'A'), finding('error', 'B'), finding('error', 'B')]
  const keys = (findings: readonly Finding[]) =>
    findingGroups(findings).flatMap(({ chunks }) => chunks.flat().map(({ key }) => key))
  expect(new Set(keys(twice)).size).toBe(3)
  expect(keys(twice.slice(1))).toEqual(keys(twice).slice(1))
})

test('ten thousand findings stand in short stretches', () => {
  const many = Array.from({ length: 10_000 }, (_, at) => finding('warning', 'A', String(at)))
  const [group] = findingGroups(many)
  expect(group?.chunks.flat()).toHaveLength(10_000)
  expect(Math.max(...(group?.chunks.map((chunk) => chunk.length) ?? []))).toBeLessThanOrEqual(50)
})
