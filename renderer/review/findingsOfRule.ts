import type { Finding } from '../../shared/model/finding.ts'
import { withBreaths } from '../store/withBreaths.ts'
import type { Projection } from './findings.ts'

/** All findings of a rule, in sheet order, gathered while the window does other things. */
export async function findingsOfRule(
  { own, order, findingsOf }: Pick<Projection, 'own' | 'order' | 'findingsOf'>,
  rule: string,
): Promise<readonly Finding[]> {
  const found = own.filter((finding) => finding.rule === rule)
  for await (const cue of withBreaths(order))
    found.push(...(findingsOf.get(cue) ?? []).filter((finding) => finding.rule === rule))
  return found
}
