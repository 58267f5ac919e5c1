import { type Problem, refuse } from '../result.ts'
import { type Licence, type LicenceStatus, licenceStatuses } from './licence.ts'

/** Statuses as they are read in sentences and in the label of an edit. */
export const licenceStatusNames: Readonly<Record<LicenceStatus, string>> = {
  toRequest: 'not requested',
  requested: 'requested',
  quoted: 'quoted',
  negotiating: 'negotiating',
  approved: 'approved',
  drafted: 'drafted',
  executed: 'executed',
  paid: 'paid',
  denied: 'denied',
  expired: 'expired',
  replaced: 'replaced',
}

const arcs: Readonly<Record<LicenceStatus, readonly LicenceStatus[]>> = {
  toRequest: ['requested', 'replaced'],
  requested: ['quoted', 'denied', 'replaced'],
  quoted: ['negotiating', 'approved', 'denied', 'replaced'],
  negotiating: ['quoted', 'approved', 'denied', 'replaced'],
  approved: ['drafted', 'replaced'],
  drafted: ['executed', 'negotiating', 'replaced'],
  executed: ['paid', 'expired', 'replaced'],
  paid: ['expired'],
  denied: [],
  expired: [],
  replaced: [],
}

/** The statuses that may follow one (cue-sheet reference, section 9.3); none for those that end a record, which a new one follows. */
export function nextStatuses(status: LicenceStatus): readonly LicenceStatus[] {
  return arcs[status]
}

/**
 * The statuses that a licence may be given now. One of which nothing has been recorded yet may be entered at any, since papers are
 * often there before anybody enters them.
 */
export function possibleStatuses(licence: Pick<Licence, 'status' | 'history'>): readonly LicenceStatus[] {
  return isUntouched(licence)
    ? licenceStatuses.filter((status) => status !== 'toRequest')
    : nextStatuses(licence.status)
}

/** Whether a status ends its record, so that asking again is a new record. */
export function isEnded(status: LicenceStatus): boolean {
  return status === 'denied' || status === 'expired' || status === 'replaced'
}

/** Why a licence cannot be given a status, in words; null when it can, or has it already. */
export function statusProblem(
  licence: Pick<Licence, 'status' | 'history' | 'licensor'>,
  wanted: LicenceStatus,
): Problem | null {
  const { status } = licence
  if (status === wanted || possibleStatuses(licence).includes(wanted)) return null
  const next = nextStatuses(status).map((each) => licenceStatusNames[each])
  const from = licence.licensor.trim() || 'this licensor'
  return refuse({
    message: `The licence from ${from} is ${licenceStatusNames[status]} and cannot become ${licenceStatusNames[wanted]}.`,
    expected:
      next.length > 0
        ? next.join(' or ')
        : `nothing further, since “${licenceStatusNames[status]}” ends a record`,
    found: licenceStatusNames[wanted],
    remedy: isEnded(status)
      ? 'Start a new licence in its place; this one stays on record.'
      : 'Take one step after the other, or undo the step that was wrong.',
  }).problem
}

function isUntouched({ status, history }: Pick<Licence, 'status' | 'history'>): boolean {
  return status === 'toRequest' && history.length === 0
}
