import type { Change } from '../../shared/edits/change.ts'
import type { RecoveryFacts } from '../../shared/ipc/recoveryFacts.ts'

const namesTold = 6

/** So many edits, as people say it. */
export function editsText(count: number): string {
  return `${count} ${count === 1 ? 'edit' : 'edits'}`
}

/** What came back, in one sentence. */
export function recoveredText({ count, savedAt, changedAt, last: [latest] }: RecoveryFacts): string {
  const changes = `Recovered ${count} ${count === 1 ? 'change' : 'changes'}`
  const name = latest ? ` (${latest})` : ''
  if (savedAt === null) return `${changes} that no file holds, the last on ${instantText(changedAt)}${name}.`
  const isSameDay = new Date(savedAt).toDateString() === new Date(changedAt).toDateString()
  const last = isSameDay ? `at ${timeText(changedAt)}` : `on ${instantText(changedAt)}`
  return `${changes} made since the file was saved on ${instantText(savedAt)}, the last ${last}${name}.`
}

/** What the edits that came back did to the cues: “2 cues added, 1 changed, 1 other record changed”. */
export function effectText({ cues, others }: RecoveryFacts): string {
  const parts = [
    [cues.added.length, 'added'],
    [cues.changed.length, 'changed'],
    [cues.removed.length, 'removed'],
  ] as const
  const told = parts.filter(([count]) => count > 0)
  const [first] = told
  const ofCues = told
    .map(
      ([count, what]) => `${count} ${what === first?.[1] ? `${count === 1 ? 'cue' : 'cues'} ` : ''}${what}`,
    )
    .join(', ')
  const besides = others === 0 ? '' : `${others} other ${others === 1 ? 'record' : 'records'} changed`
  return [ofCues, besides].filter(Boolean).join(', ') || 'nothing differs from the file'
}

/** Names, as many as one wants to read. */
export function namesText(names: readonly string[]): string {
  const told = names.slice(0, namesTold).join(', ')
  return names.length > namesTold ? `${told} and ${names.length - namesTold} more` : told
}

/** What of refused work stays as it is now, since it was changed by other edits; empty for nothing. */
export function leftText(left: Change): string {
  if (left.length === 0) return ''
  const cues = left.filter(({ table }) => table === 'cues').length
  const what = cues === left.length ? (cues === 1 ? 'cue' : 'cues') : left.length === 1 ? 'record' : 'records'
  return `${left.length} ${what} changed since ${left.length === 1 ? 'stays as it is' : 'stay as they are'}.`
}

/** A day and time as the system writes them. */
export function instantText(instant: string): string {
  const date = new Date(instant)
  if (Number.isNaN(date.getTime())) return 'an unknown day'
  return date.toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' })
}

/** A time of day as the system writes it. */
function timeText(instant: string): string {
  return new Date(instant).toLocaleTimeString(undefined, { timeStyle: 'short' })
}

/** A day as the system writes it. */
export function dayText(instant: string): string {
  return new Date(instant).toLocaleDateString(undefined, { dateStyle: 'medium' })
}
