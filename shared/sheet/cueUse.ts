import type { Cue } from '../model/cue.ts'
import { type ProductionDocument, recordsOf } from '../model/document.ts'
import type { CueId } from '../model/ids.ts'
import type { Licence } from '../model/licence.ts'
import { compareNaturally, compareText } from '../model/naturalOrder.ts'
import type { Recording, Work } from '../model/work.ts'
import { type CueTime, cueTime, type PlacedTime } from './cueTime.ts'
import type { Programme } from './programme.ts'
import { masterStatus, type SideStatus, syncStatus } from './sideStatus.ts'

/** An active cue together with everything it refers to: one use of music that has to be reported. */
export type CueUse = {
  readonly cue: Cue
  readonly work: Work | null
  readonly recording: Recording | null
  readonly time: CueTime
  /** The cue's own title, else the work's; empty when neither has one. */
  readonly title: string
  /** Every licence that names the cue, by id. */
  readonly licences: readonly Licence[]
  readonly sync: SideStatus
  readonly master: SideStatus
}

/** A use that has a place in the programme. */
export type PlacedUse = CueUse & { readonly time: PlacedTime }

/** The active cues in sheet order: by in, then out, then number, then id; those without a place come last. */
export function cueUses(document: ProductionDocument, programme: Programme): readonly CueUse[] {
  const licencesOfCue = licencesByCue(document.licences)
  return recordsOf(document, 'cues')
    .filter(({ state }) => state === 'active')
    .map((cue) => {
      const licences = licencesOfCue.get(cue.id) ?? []
      return cueUse(cue, { ...musicOf(document, cue), licences }, programme)
    })
    .toSorted(compareUses)
}

/** Whether a use has a place in the programme, and so a row and a part in the totals. */
export function isPlaced(use: CueUse): use is PlacedUse {
  return use.time.kind === 'placed'
}

/** What to call a use in a sentence: its title, else its number. */
export function nameOfUse({ title, cue }: CueUse): string {
  if (title.trim()) return title.trim()
  return cue.number.trim() ? `cue ${cue.number.trim()}` : 'the cue without a title'
}

/** The title that a cue is reported under. */
export function cueTitle(cue: Cue, work: Work | null): string {
  return cue.title.trim() ? cue.title : (work?.title ?? '')
}

/** What a cue refers to. */
export type CueRecords = Pick<CueUse, 'work' | 'recording' | 'licences'>

/** Brings together a cue and what it refers to. */
export function cueUse(cue: Cue, records: CueRecords, programme: Programme): CueUse {
  const facts = { cue, ...records }
  return {
    cue,
    ...records,
    time: cueTime(cue, programme),
    title: cueTitle(cue, records.work),
    sync: syncStatus(facts),
    master: masterStatus(facts),
  }
}

/** The work and the recording that a cue names. */
export function musicOf(document: ProductionDocument, cue: Cue): Pick<CueUse, 'work' | 'recording'> {
  return { work: record(document.works, cue.work), recording: record(document.recordings, cue.recording) }
}

/** Own records only: an id such as `constructor` must not find what every object has. */
function record<Value>(table: { readonly [id: string]: Value }, id: string | null): Value | null {
  return id !== null && Object.hasOwn(table, id) ? (table[id] ?? null) : null
}

/** The licences of each cue that any names, by id. */
export function licencesByCue(
  licences: ProductionDocument['licences'],
): ReadonlyMap<CueId, readonly Licence[]> {
  const grouped = new Map<CueId, Licence[]>()
  for (const licence of Object.values(licences).toSorted((a, b) => compareText(a.id, b.id))) {
    for (const cue of new Set(licence.cues)) {
      const others = grouped.get(cue)
      if (others) others.push(licence)
      else grouped.set(cue, [licence])
    }
  }
  return grouped
}

/** Orders uses as a sheet lists them. */
export function compareUses(a: CueUse, b: CueUse): number {
  if (a.time.kind === 'placed' && b.time.kind === 'placed') {
    const start = a.time.first.inProgramme.start - b.time.first.inProgramme.start
    if (start !== 0) return start
    const end = a.time.last.inProgramme.end - b.time.last.inProgramme.end
    if (end !== 0) return end
  } else if (a.time.kind === 'placed') return -1
  else if (b.time.kind === 'placed') return 1
  return compareNaturally(a.cue.number, b.cue.number) || compareText(a.cue.id, b.cue.id)
}
