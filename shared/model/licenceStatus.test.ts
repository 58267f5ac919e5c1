import { describe, expect, test } from 'vitest'
import { type LicenceStatus, licenceStatuses } from './licence.ts'
import { nextStatuses, possibleStatuses, statusProblem } from './licenceStatus.ts'

/** Section 9.3 of the cue-sheet reference, as it stands there. */
const reference: Readonly<Record<LicenceStatus, string>> = {
  toRequest: 'requested, replaced',
  requested: 'quoted, denied, replaced',
  quoted: 'negotiating, approved, denied, replaced',
  negotiating: 'quoted, approved, denied, replaced',
  approved: 'drafted, replaced',
  drafted: 'executed, negotiating, replaced',
  executed: 'paid, expired, replaced',
  paid: 'expired',
  denied: '',
  expired: '',
  replaced: '',
}

const recorded = (status: LicenceStatus) => ({
  status,
  licensor: 'House Music',
  history: [{ status, day: '2026-01-01', author: '' }],
})

describe.each(licenceStatuses)('from %s', (from) => {
  test.each(licenceStatuses)('to %s', (to) => {
    const allowed = reference[from].split(', ').includes(to)
    expect(nextStatuses(from).includes(to)).toBe(allowed)
    const problem = statusProblem(recorded(from), to)
    if (allowed || from === to) expect(problem).toBe(null)
    else {
      expect(problem?.message).toMatch(/^The licence from House Music is .+ and cannot become .+\.$/)
      expect(problem?.expected).not.toBe('')
      expect(problem?.remedy).toMatch(/\.$/)
    }
  })
})

test('a licence of which nothing was recorded may be entered at any status, once', () => {
  const untouched = { status: 'toRequest' as const, licensor: '', history: [] }
  expect(possibleStatuses(untouched)).toEqual(licenceStatuses.slice(1))
  expect(statusProblem(untouched, 'executed')).toBe(null)
  expect(statusProblem({ ...untouched, status: 'executed' }, 'requested')).not.toBe(null)
  expect(statusProblem(recorded('toRequest'), 'executed')).not.toBe(null)
})
