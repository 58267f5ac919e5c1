import type { ProductionDocument } from '../model/document.ts'
import type { Finding } from '../model/finding.ts'
import { type ReviewContext, reviewContext } from './reviewContext.ts'
import { rules } from './rules.ts'

const gravity = { error: 0, warning: 1, info: 2 } as const

/**
 * Everything that the rules find wrong or missing: errors first, then warnings and notes; within each the production's
 * own, then the cues' in sheet order.
 */
export function reviewDocument(document: ProductionDocument): readonly Finding[] {
  const context = reviewContext(document)
  const findings = rules.flatMap((rule) =>
    rule.inspect(context).map(
      (noticed): Finding => ({
        rule: rule.id,
        severity: rule.severity,
        ...noticed,
        message: asSentence(noticed.message),
      }),
    ),
  )
  return inReadingOrder(findings, context)
}

function asSentence(message: string): string {
  return message.charAt(0).toUpperCase() + message.slice(1)
}

function inReadingOrder(findings: readonly Finding[], { uses }: ReviewContext): readonly Finding[] {
  const seq = new Map(uses.map(({ cue }, index) => [cue.id, index]))
  const place = ({ cue }: Finding) => (cue === undefined ? -1 : (seq.get(cue) ?? uses.length))
  return findings.toSorted((a, b) => gravity[a.severity] - gravity[b.severity] || place(a) - place(b))
}
