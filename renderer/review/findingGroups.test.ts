import { expect, test } from 'vitest'
import type { Finding, Severity } from '../../shared/model/finding.ts'
import { findingAt, findingGroups, membersOf } from './findingGroups.ts'
import { rowsOfList } from './findingRows.ts'

function finding(severity: Severity, rule: string, message = 'x'): Finding {
  return { severity, rule, message }
}

/** The rows of all groups. */
function members(findings: readonly Finding[]) {
  const rows = rowsOfList(findings)
  return findingGroups(rows).flatMap(({ chunks }) => chunks.flatMap((chunk) => membersOf(rows, chunk)))
}

test('groups follow severity, leave out the empty ones and number their rows through', () => {
  const rows = rowsOfList([finding('error', 'A'), finding('error', 'B'), finding('info', 'C')])
  const groups = findingGroups(rows)
  expect(
    groups.map(({ severity, chunks }) => [
      severity,
      chunks.flatMap((chunk) => membersOf(rows, chunk).map(({ index }) => index)),
    ]),
  ).toEqual([
    ['error', [0, 1]],
    ['info', [2]],
  ])
  expect([0, 1, 2, 3].map((index) => findingAt(rows, groups, index)?.rule)).toEqual([
    'A',
    'B',
    'C',
    undefined,
  ])
})

test('a group by itself begins with row 0', () => {
  const rows = rowsOfList([finding('error', 'A'), finding('info', 'C')])
  const groups = findingGroups(rows, 'info')
  expect(groups.map(({ severity }) => severity)).toEqual(['info'])
  expect(findingAt(rows, groups, 0)?.rule).toBe('C')
})

test('a row keeps its key when one before it is fixed, and no two rows share one', () => {
  const twice = [finding('error', 'A'), finding('error', 'B'), finding('error', 'B')]
  const keys = (findings: readonly Finding[]) => members(findings).map(({ key }) => key)
  expect(new Set(keys(twice)).size).toBe(3)
  expect(keys(twice.slice(1))).toEqual(keys(twice).slice(1))
})

test('ten thousand findings stand in short stretches', () => {
  const many = Array.from({ length: 10_000 }, (_, at) => finding('warning', 'A', String(at)))
  const [group] = findingGroups(rowsOfList(many))
  expect(members(many).map(({ finding: { message } }) => message)).toEqual(many.map(({ message }) => message))
  expect(Math.max(...(group?.chunks.map(({ count }) => count) ?? []))).toBeLessThanOrEqual(50)
})
