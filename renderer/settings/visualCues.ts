import { type ProductionDocument, recordsOf } from '../../shared/model/document.ts'
import type { VisualRule } from '../../shared/model/production.ts'
import { usUsage } from '../../shared/sheet/usage.ts'

/** How many active cues US sheets would call visual (VV or VI) by a rule. */
export function visualCues(document: ProductionDocument, rule: VisualRule): number {
  return recordsOf(document, 'cues').filter((cue) => {
    const { code } = usUsage(cue, rule)
    return cue.state === 'active' && (code === 'VV' || code === 'VI')
  }).length
}
