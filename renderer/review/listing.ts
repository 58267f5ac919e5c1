import type { Finding, Severity } from '../../shared/model/finding.ts'
import type { CueId } from '../../shared/model/ids.ts'
import type { TargetSociety } from '../../shared/model/production.ts'
import { type Review, severities } from '../../shared/review/reviewer.ts'
import { rules } from '../../shared/review/rules.ts'
import { formOf, refuses } from '../../shared/review/societyForms.ts'

/** What findings are brought together by. */
export const groupings = ['severity', 'cue', 'rule'] as const
/** One of `groupings`. */
export type Grouping = (typeof groupings)[number]

/** The part of the work that findings are about: all, what the sheet says, or the licences of one side. */
export const parts = ['all', 'sheet', 'sync', 'master'] as const
/** One of `parts`. */
export type Part = (typeof parts)[number]

/** How the list of findings is put in order, and which of them it holds. */
export type Arrangement = {
  readonly grouping: Grouping
  readonly severity: Severity | 'all'
  readonly part: Part
  /** Only what this society would refuse the sheet for; null for everything. */
  readonly society: TargetSociety | null
}

/** Everything, the gravest first. */
export const firstArrangement: Arrangement = {
  grouping: 'severity',
  severity: 'all',
  part: 'all',
  society: null,
}

/** Findings that stand together: of one severity, cue or rule. An empty key is the production itself. */
export type ListedGroup = { readonly key: string; readonly count: number }

/** The list of findings by reference: each is the one at `ats` in the list of findings of the cue at `places`. */
export type PackedListing = {
  readonly arrangement: Arrangement
  readonly groups: readonly ListedGroup[]
  readonly places: Uint32Array<ArrayBuffer>
  readonly ats: Uint16Array<ArrayBuffer>
  /** Findings of each severity in this part and for this society, whichever severity shows. */
  readonly counts: Readonly<Record<Severity, number>>
}

/** Stands for the production itself among the places of cues. */
export const ownPlace = 0xffff_ffff

type Entry = { readonly place: number; readonly at: number; readonly finding: Finding }

const ranks = new Map(rules.map(({ id }, rank) => [id, rank]))

/** Puts the findings of a review in order. */
export function arrange(
  { own, ofCue, order }: Pick<Review, 'own' | 'ofCue' | 'order'>,
  placeOf: (cue: CueId) => number,
  arrangement: Arrangement,
): PackedListing {
  const counts = { error: 0, warning: 0, info: 0 }
  const groups = new Map<string, Entry[]>()
  const fits = filterOf(arrangement)
  const take = (findings: readonly Finding[], place: number) => {
    for (const [at, finding] of findings.entries()) {
      if (!fits(finding)) continue
      counts[finding.severity] += 1
      if (arrangement.severity !== 'all' && finding.severity !== arrangement.severity) continue
      const key = keyOf(finding, arrangement.grouping)
      const entries = groups.get(key)
      if (entries) entries.push({ place, at, finding })
      else groups.set(key, [{ place, at, finding }])
    }
  }
  take(own, ownPlace)
  for (const cue of order) take(ofCue.get(cue) ?? [], placeOf(cue))
  const sorted = inOrder([...groups], arrangement.grouping)
  const entries = sorted.flatMap(([, each]) => each)
  return {
    arrangement,
    groups: sorted.map(([key, each]) => ({ key, count: each.length })),
    places: Uint32Array.from(entries, ({ place }) => place),
    ats: Uint16Array.from(entries, ({ at }) => at),
    counts,
  }
}

/** Whether a finding is in the part, and of the society, that an arrangement asks for. */
function filterOf({ part, society }: Arrangement): (finding: Finding) => boolean {
  const form = society && formOf(society)
  return (finding) => {
    if (form && !refuses(form, finding)) return false
    if (part === 'all') return true
    return part === 'sheet' ? finding.side === undefined : finding.side === part
  }
}

function keyOf({ severity, rule, cue }: Finding, grouping: Grouping): string {
  if (grouping === 'severity') return severity
  return grouping === 'cue' ? (cue ?? '') : rule
}

/** By cue they come in the order of the sheet, in which they were found. */
function inOrder(groups: [string, Entry[]][], grouping: Grouping): [string, Entry[]][] {
  if (grouping === 'cue') return groups
  const gravity = (entries: readonly Entry[]) => {
    const [first] = entries
    return first ? severities.indexOf(first.finding.severity) : severities.length
  }
  return groups.sort(
    ([a, one], [b, other]) => gravity(one) - gravity(other) || (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0),
  )
}
