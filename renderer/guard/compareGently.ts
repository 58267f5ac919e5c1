import type { RecordChange } from '../../shared/edits/change.ts'
import { versionChange } from '../../shared/edits/versionChange.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'

/** Milliseconds that the window's thread is held at a time. */
const longestHold = 12

/** What differs between two versions, found out while the window goes on. */
export async function compareGently(
  mine: ProductionDocument,
  theirs: ProductionDocument,
): Promise<readonly RecordChange[]> {
  const differing: RecordChange[] = []
  let begun = performance.now()
  for (const record of versionChange(mine, theirs)) {
    if (record) differing.push(record)
    if (performance.now() - begun < longestHold) continue
    await new Promise((resolve) => setTimeout(resolve))
    begun = performance.now()
  }
  return differing
}
