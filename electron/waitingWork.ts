import path from 'node:path'
import type { OpenedProduction } from '../shared/ipc/contract.ts'
import { ok, type Result } from '../shared/result.ts'

/** Says of a file whose unsaved work was asked for, and that somebody else has open, that the work waits. */
export function withWaitingWork(opened: Result<OpenedProduction>, changes: number): Result<OpenedProduction> {
  if (!opened.ok || opened.value.guard.hold.kind !== 'theirs') return opened
  const { user, machine } = opened.value.guard.hold.holder
  const waits = {
    message: `Your unsaved work is not shown: ${path.basename(opened.value.path ?? '')} is open on ${machine}.`,
    expected: 'a file that nobody else has open',
    found: `one that ${user} has open; your ${changes === 1 ? 'change waits' : `${changes} changes wait`} in the journal`,
    remedy: 'Choose “Open for editing” once the other has closed it: then the work comes back.',
  }
  return ok({ ...opened.value, warnings: [waits, ...opened.value.warnings] })
}
