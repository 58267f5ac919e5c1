import type { Cue } from '../../shared/model/cue.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import type { Finding } from '../../shared/model/finding.ts'
import type { PartyId } from '../../shared/model/ids.ts'
import type { Party } from '../../shared/model/work.ts'
import { isIpi } from '../../shared/review/checkDigits.ts'
import { wholeSide } from '../../shared/review/shareTotals.ts'
import { cueMusic } from './cueMusic.ts'

/** The inspector's field where each rule's fault is put right. */
const fieldOfRule: Readonly<Record<string, string>> = {
  'CS-002': 'end',
  'CS-003': 'end',
  'CS-004': 'end',
  'CS-005': 'end',
  'CS-006': 'start',
  'CS-007': 'start',
  'CS-008': 'start',
  'CS-010': 'end',
  'CS-011': 'start',
  'CS-013': 'start',
  'CS-014': 'end',
  'CS-020': 'title',
  'CS-021': 'number',
  'CS-022': 'number',
  'CS-023': 'title',
  'CS-024': 'identification',
  'CS-030': 'vocals',
  'CS-031': 'diegesis',
  'CS-032': 'sourceVisibility',
  'CS-033': 'sourceVisibility',
  'CS-034': 'themeRole',
  'CS-035': 'origin',
  'CS-036': 'diegesis',
  'CS-040': 'writers',
  'CS-041': 'writers',
  'CS-042': 'publishers',
  'CS-043': 'publishers',
  'CS-046': 'writers',
  'CS-047': 'iswc',
  'CS-048': 'isrc',
  'CS-050': 'writers',
  'CS-051': 'writers',
  'CS-060': 'artist',
  'CS-061': 'label',
  'CS-062': 'catalogueNo',
  'CS-065': 'writers',
  'CS-067': 'publicDomain',
  'CS-074': 'sync',
  'CS-075': 'sync',
  'CS-076': 'sync',
  'CS-077': 'sync',
  'CS-078': 'sync',
  'CS-079': 'sync',
  'CS-080': 'master',
}

/** Fields that stand in a licence, which is reached by its side. */
const fieldsOfLicences: readonly string[] = ['territory', 'media', 'licensedDuration', 'licensedUses']

type Holder = { readonly party: Party | undefined; readonly share: number }

/** What each rule that looks at writers and publishers alike holds against one of them. */
const faultOfHolder: Readonly<Record<string, (holder: Holder) => boolean>> = {
  'CS-044': ({ party }) => party?.society.trim() === '',
  'CS-045': ({ party }) => party !== undefined && party.ipi.trim() !== '' && !isIpi(party.ipi),
  'CS-049': ({ share }) => share < 0 || share > wholeSide,
}

/** The field of the inspector where a finding is put right; null for one that has no single field. */
export function fieldOfFinding(finding: Finding, cue: Cue, document: ProductionDocument): string | null {
  if (finding.side !== undefined) return finding.side
  if (finding.field !== undefined && !fieldsOfLicences.includes(finding.field)) return finding.field
  if (finding.rule === 'CS-001')
    return cue.spans.some(({ start }) => typeof start === 'object') ? 'start' : 'end'
  const fault = faultOfHolder[finding.rule]
  return fault ? sideOfFault(fault, cue, document) : (fieldOfRule[finding.rule] ?? null)
}

/** The publishers where the fault is theirs alone; the writers, who come first, in all other cases. */
function sideOfFault(fault: (holder: Holder) => boolean, cue: Cue, document: ProductionDocument) {
  const { writers, publishers } = cueMusic(document, cue).work ?? { writers: [], publishers: [] }
  const isFaulty = (entry: { readonly party: PartyId; readonly share: number }) =>
    fault({ party: document.parties[entry.party], share: entry.share })
  return !writers.some(isFaulty) && publishers.some(isFaulty) ? 'publishers' : 'writers'
}

/** The gravest finding of each field; findings come gravest first. */
export function gravestByField(
  findings: readonly Finding[],
  cue: Cue,
  document: ProductionDocument,
): ReadonlyMap<string, Finding> {
  const gravest = new Map<string, Finding>()
  for (const finding of findings) {
    const field = fieldOfFinding(finding, cue, document)
    if (field !== null && !gravest.has(field)) gravest.set(field, finding)
  }
  return gravest
}
