import type { CueUse } from '../sheet/cueUse.ts'

/** The uses of the same work in the same recording, together; uses that name no work are left out. */
export function usesByMusic<Use extends CueUse>(uses: readonly Use[]): ReadonlyMap<string, readonly Use[]> {
  const groups = new Map<string, Use[]>()
  for (const use of uses) {
    if (!use.work) continue
    const key = JSON.stringify([use.work.id, use.recording?.id ?? null])
    const group = groups.get(key)
    if (group) group.push(use)
    else groups.set(key, [use])
  }
  return groups
}
