import type { CueId, LicenceId } from '../model/ids.ts'
import type { Licence, LicenceKind, LicenceStatus } from '../model/licence.ts'
import { licenceStatuses } from '../model/licence.ts'
import { nameKey } from '../model/sameMusic.ts'
import { type CueUse, nameOfUse } from '../sheet/cueUse.ts'

/** What is asked of one holder for one piece of music, however often it is used: one negotiation. */
export type Negotiation = {
  /** The same for the same holder, music and kind of paper. */
  readonly key: string
  /** As the licences name them; empty where none does. */
  readonly holder: string
  readonly contact: string
  readonly kind: LicenceKind
  /** The music, by the title of its first use. */
  readonly title: string
  readonly licences: readonly LicenceId[]
  readonly cues: readonly CueId[]
  /** The least advanced status of its licences; a refusal or expiry outweighs all others. */
  readonly status: LicenceStatus
}

/**
 * Groups the licences of uses by holder, music and kind, in sheet order of their first use: the same song used twice is one
 * negotiation, and so is one licence over several cues. A holder without a name is grouped by licence.
 */
export function negotiations(uses: Iterable<CueUse>): readonly Negotiation[] {
  const groups = new Map<string, Group>()
  const groupOfLicence = new Map<LicenceId, Group>()
  for (const use of uses) {
    for (const licence of use.licences) {
      const known = groupOfLicence.get(licence.id)
      const group = known ?? groupFor(groups, keyOf(licence, use), licence, use)
      groupOfLicence.set(licence.id, group)
      group.licences.set(licence.id, licence)
      group.cues.add(use.cue.id)
    }
  }
  return [...groups].map(([key, group]) => negotiation(key, group))
}

/** The licences that are one negotiation with a licence: those of the same holder, music and kind. */
export function sameNegotiation(id: LicenceId, all: readonly Negotiation[]): Negotiation | undefined {
  return all.find(({ licences }) => licences.includes(id))
}

type Group = {
  readonly first: Licence
  readonly title: string
  readonly licences: Map<LicenceId, Licence>
  readonly cues: Set<CueId>
}

function groupFor(groups: Map<string, Group>, key: string, licence: Licence, use: CueUse): Group {
  const present = groups.get(key)
  if (present) return present
  const made: Group = { first: licence, title: nameOfUse(use), licences: new Map(), cues: new Set() }
  groups.set(key, made)
  return made
}

/** The recording tells masters apart, the work everything else. */
function keyOf({ id, kind, licensor }: Licence, { cue, work, recording }: CueUse): string {
  const holder = nameKey(licensor)
  if (holder === '') return JSON.stringify(['licence', id])
  const music = kind === 'master' ? (recording?.id ?? work?.id) : (work?.id ?? recording?.id)
  return JSON.stringify([holder, kind, music ?? `cue ${cue.id}`])
}

function negotiation(key: string, { first, title, licences, cues }: Group): Negotiation {
  const all = [...licences.values()]
  const statuses = new Set(all.map(({ status }) => status))
  const ended = (['denied', 'expired'] as const).find((status) => statuses.has(status))
  return {
    key,
    holder: first.licensor.trim(),
    contact: all.map(({ contact }) => contact.trim()).find(Boolean) ?? '',
    kind: first.kind,
    title,
    licences: all.map(({ id }) => id),
    cues: [...cues],
    status: ended ?? licenceStatuses.find((status) => statuses.has(status)) ?? 'toRequest',
  }
}
