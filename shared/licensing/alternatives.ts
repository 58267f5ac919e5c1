import type { Catalogue, CatalogueEntry, UseOfWork } from '../catalogue/catalogue.ts'
import type { Cue } from '../model/cue.ts'
import { partyName, type Recording, type Work } from '../model/work.ts'
import type { CueUse } from '../sheet/cueUse.ts'
import { isPlaced } from '../sheet/cueUse.ts'
import { reportedSeconds } from '../sheet/duration.ts'
import type { FrameRate } from '../time/frameRate.ts'

/** A piece of the personal catalogue that may come in for music which is not cleared. */
export type Alternative = {
  readonly entry: CatalogueEntry
  /** Why it fits, in phrases: `library music`, `instrumental as well`, `has run for 1:40`. */
  readonly fits: readonly string[]
  /** The higher, the better it fits; from 1. */
  readonly score: number
}

/** What is looked for. */
export type Wanted = {
  readonly seconds: number
  readonly vocals: Cue['vocals']
  readonly roles: Cue['dramaticRoles']
  /** Works that will not do, by title in small letters: the music that is to go. */
  readonly notTitle: string
}

/** What a use asks of its replacement. */
export function wantedFor(use: CueUse, rate: FrameRate): Wanted {
  const seconds = isPlaced(use) ? reportedSeconds(use.time.length, rate) : 0
  const { vocals, dramaticRoles } = use.cue
  return {
    seconds,
    vocals,
    roles: dramaticRoles,
    notTitle: (use.work?.title ?? use.title).trim().toLowerCase(),
  }
}

/**
 * The pieces of a catalogue that suit best, best first: those that are easy to clear (library, written for a production, free,
 * own recordings), are sung or not as the use is, did the same for a scene, and have run at least as long.
 */
export function alternatives(
  wanted: Wanted,
  catalogue: Pick<Catalogue, 'works' | 'recordings' | 'parties' | 'uses'>,
  most = 5,
): readonly Alternative[] {
  const recordings = lastRecordings(catalogue.recordings)
  const found: { readonly work: Work; readonly recording: Recording | null; readonly fit: Fit }[] = []
  for (const work of Object.values(catalogue.works)) {
    if (work.title.trim() === '' || work.title.trim().toLowerCase() === wanted.notTitle) continue
    const recording = recordings.get(work.id) ?? null
    const fit = fitOf(wanted, work, recording, catalogue.uses[work.id])
    if (fit) found.push({ work, recording, fit })
  }
  return found
    .toSorted((a, b) => b.fit.score - a.fit.score || (a.work.title < b.work.title ? -1 : 1))
    .slice(0, most)
    .map(({ work, recording, fit }) => ({ ...fit, entry: entryOf(work, recording, catalogue) }))
}

type Fit = Pick<Alternative, 'fits' | 'score'>

/** Null for what is no easier to clear than what it would replace. */
function fitOf(
  wanted: Wanted,
  work: Work,
  recording: Recording | null,
  use: UseOfWork | undefined,
): Fit | null {
  const ease = easeOf(work, recording, use)
  if (!ease) return null
  const fits = [ease.phrase]
  let score = ease.score
  if (use && wanted.vocals !== 'unknown' && use.vocals === wanted.vocals) {
    score += 20
    fits.push(`${use.vocals} as well`)
  } else if (use && use.vocals !== 'unknown' && wanted.vocals !== 'unknown') score -= 10
  const shared = (use?.roles ?? []).filter((role) => wanted.roles.includes(role))
  if (shared.length > 0) {
    score += 15 * shared.length
    fits.push(`${shared.map((role) => roleWords(role)).join(' and ')}, as here`)
  }
  if (use?.seconds !== undefined && wanted.seconds > 0) {
    const isLongEnough = use.seconds >= wanted.seconds
    score += isLongEnough ? 20 : Math.floor((20 * use.seconds) / wanted.seconds) - 10
    fits.push(isLongEnough ? `has run for ${clock(use.seconds)}` : `has only run for ${clock(use.seconds)}`)
  }
  return { fits, score: Math.max(1, score) }
}

function easeOf(
  work: Work,
  recording: Recording | null,
  use: UseOfWork | undefined,
): { readonly score: number; readonly phrase: string } | null {
  if (use?.origin === 'library' || recording?.library.trim()) return { score: 50, phrase: 'library music' }
  if (use?.origin === 'commissioned') return { score: 40, phrase: 'written for a production of yours' }
  if (work.publicDomain && recording?.ownedByProduction)
    return { score: 45, phrase: 'public domain, on a recording of your own' }
  if (work.publicDomain) return { score: 20, phrase: 'public domain; its recording has to be licensed' }
  return recording?.ownedByProduction ? { score: 15, phrase: 'a recording of your own' } : null
}

function roleWords(role: string): string {
  return role.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
}

function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

function lastRecordings(recordings: Catalogue['recordings']): ReadonlyMap<string, Recording> {
  const last = new Map<string, Recording>()
  for (const recording of Object.values(recordings))
    if (recording.work !== null) last.set(recording.work, recording)
  return last
}

function entryOf(
  work: Work,
  recording: Recording | null,
  { parties, uses }: Pick<Catalogue, 'parties' | 'uses'>,
): CatalogueEntry {
  const named = new Set([...work.writers, ...work.publishers].map(({ party }) => party))
  const holders = [...named].flatMap((id) => parties[id] ?? [])
  const writers = work.writers.flatMap(({ party }) => parties[party] ?? []).map(partyName)
  return {
    table: 'works',
    id: work.id,
    name: work.title,
    note: [recording?.artist ?? '', writers.join(', ')].filter(Boolean).join(' · '),
    work,
    recording,
    parties: holders,
    use: uses[work.id] ?? null,
    contact: null,
  }
}
