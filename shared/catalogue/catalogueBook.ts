import { filledIn, isBlank } from '../edits/mergedFields.ts'
import type { Cue } from '../model/cue.ts'
import type { ProductionDocument } from '../model/document.ts'
import { recordsOf } from '../model/document.ts'
import {
  exactTitleKey,
  nameKey,
  partyKey,
  sameParty,
  sameRecording,
  sameWork,
  soundIpi,
  soundIsrc,
  soundIswc,
} from '../model/sameMusic.ts'
import type { Party, Recording, Work } from '../model/work.ts'
import { frames, wholeSeconds } from '../time/frames.ts'
import type {
  Catalogue,
  CatalogueCounts,
  CatalogueTable,
  Contact,
  MakeEntryId,
  UseOfWork,
} from './catalogue.ts'
import { KeyedEntries } from './keyedEntries.ts'

/** The part of a document that a catalogue learns from. */
export type TaughtMusic = Pick<ProductionDocument, 'cues' | 'works' | 'recordings' | 'parties' | 'licences'> &
  Partial<Pick<ProductionDocument, 'production'>>

/** What learning changed. */
export type Learned = { readonly added: number; readonly changed: number }

/** A catalogue that is at work: it learns, forgets, and finds what means the same. */
export class CatalogueBook {
  readonly works: KeyedEntries<Work>
  readonly recordings: KeyedEntries<Recording>
  readonly parties: KeyedEntries<Party>
  readonly contacts: KeyedEntries<Contact>
  readonly uses: Map<string, UseOfWork>
  learns: boolean
  #learned = { added: 0, changed: 0 }
  /** Works that a record of the production being learned is already: two of its works stay two. */
  readonly #claimed = new Set<string>()
  /** What the works of the production learned last are here. */
  #known: ReadonlyMap<string, string> = new Map()

  constructor(catalogue: Catalogue) {
    this.works = new KeyedEntries(catalogue.works, (work) => [
      soundIswc(work),
      `title ${exactTitleKey(work.title)}`,
    ])
    this.recordings = new KeyedEntries(catalogue.recordings, (recording) => [
      soundIsrc(recording),
      `of ${recording.work}`,
    ])
    this.parties = new KeyedEntries(catalogue.parties, (party) => [
      soundIpi(party),
      `name ${partyKey(party)}`,
    ])
    this.contacts = new KeyedEntries(catalogue.contacts, ({ name }) => [`name ${nameKey(name)}`])
    this.uses = new Map(Object.entries(catalogue.uses))
    this.learns = catalogue.learns
  }

  /** The catalogue as a value. */
  get content(): Catalogue {
    return {
      works: this.works.all,
      recordings: this.recordings.all,
      parties: this.parties.all,
      contacts: this.contacts.all,
      uses: Object.fromEntries(this.uses),
      learns: this.learns,
    }
  }

  get counts(): CatalogueCounts {
    const { works, recordings, parties, contacts } = this
    return { works: works.size, recordings: recordings.size, parties: parties.size, contacts: contacts.size }
  }

  /**
   * Takes over what a production says of its works, recordings and holders. Of what is known already the production's word
   * counts where it says something: it is the later one.
   */
  learn(document: TaughtMusic, makeId: MakeEntryId): Learned {
    this.#learned = { added: 0, changed: 0 }
    this.#claimed.clear()
    const sound = document as ProductionDocument
    const parties = new Map<string, string>()
    for (const party of recordsOf(sound, 'parties')) {
      if (partyKey(party) !== '') parties.set(party.id, this.#learnParty(party, makeId))
    }
    const works = new Map<string, string>()
    for (const work of recordsOf(sound, 'works')) {
      if (exactTitleKey(work.title) !== '') works.set(work.id, this.#learnWork(work, parties, makeId))
    }
    for (const recording of recordsOf(sound, 'recordings')) {
      const work = works.get(recording.work ?? '')
      if (work !== undefined) this.#learnRecording(recording, work, makeId)
    }
    this.#known = works
    this.#learnUses(sound, works)
    for (const { licensor, contact } of recordsOf(sound, 'licences')) {
      if (licensor.trim() !== '' && contact.trim() !== '') this.#learnContact(licensor, contact, makeId)
    }
    return this.#learned
  }

  /** Takes over another catalogue, as one that was written to a file elsewhere. */
  merge(other: Catalogue, makeId: MakeEntryId): Learned {
    const { works, recordings, parties } = other
    const learned = this.learn({ works, recordings, parties, cues: {}, licences: {} }, makeId)
    for (const { name, contact } of Object.values(other.contacts)) this.#learnContact(name, contact, makeId)
    for (const [id, use] of Object.entries(other.uses)) {
      const own = this.#known.get(id)
      if (own !== undefined && !this.uses.has(own)) this.uses.set(own, use)
    }
    return learned
  }

  /** Removes an entry, and what cannot be without it. */
  remove(table: CatalogueTable, id: string): void {
    if (table === 'works') {
      for (const recording of this.recordingsOf(id)) this.recordings.remove(recording.id)
      this.uses.delete(id)
    }
    if (table === 'parties') {
      for (const work of Object.values(this.works.all)) {
        const isOther = ({ party }: { readonly party: string }) => party !== id
        if (work.writers.every(isOther) && work.publishers.every(isOther)) continue
        this.works.put({
          ...work,
          writers: work.writers.filter(isOther),
          publishers: work.publishers.filter(isOther),
        })
      }
    }
    this[table].remove(id)
  }

  /** The recordings of a work. */
  recordingsOf(work: string): readonly Recording[] {
    return this.recordings.with(`of ${work}`)
  }

  /** The holders of a work, each once. */
  partiesOf({ writers, publishers }: Work): readonly Party[] {
    const ids = new Set<string>([...writers, ...publishers].map(({ party }) => party))
    return [...ids].flatMap((id) => this.parties.get(id) ?? [])
  }

  #learnParty(party: Party, makeId: MakeEntryId): string {
    const ipi = soundIpi(party)
    const known =
      (ipi === null ? undefined : this.parties.with(ipi)[0]) ??
      this.parties.with(`name ${partyKey(party)}`).find((other) => sameParty(party, other))
    const id = known?.id ?? makeId<'parties'>()
    return this.#store(this.parties, { ...party, id }, known)
  }

  #learnWork(work: Work, parties: ReadonlyMap<string, string>, makeId: MakeEntryId): string {
    const lines = <Line extends { readonly party: string }>(all: readonly Line[]) =>
      all.flatMap((line) => {
        const party = parties.get(line.party)
        return party === undefined ? [] : [{ ...line, party: party as never }]
      })
    const own: Work = { ...work, writers: lines(work.writers), publishers: lines(work.publishers) }
    const iswc = soundIswc(work)
    const known =
      (iswc === null ? undefined : this.works.with(iswc)[0]) ??
      this.works
        .with(`title ${exactTitleKey(work.title)}`)
        .find(
          (other) =>
            !this.#claimed.has(other.id) &&
            sameWork(own, other, { a: this.#writers(own), b: this.#writers(other) }),
        )
    const id = known?.id ?? makeId<'works'>()
    this.#claimed.add(id)
    return this.#store(this.works, { ...own, id }, known)
  }

  #learnRecording(recording: Recording, work: string, makeId: MakeEntryId): void {
    const isrc = soundIsrc(recording)
    const known =
      (isrc === null ? undefined : this.recordings.with(isrc)[0]) ??
      this.recordingsOf(work).find((other) => sameRecording(recording, other))
    const says = Object.entries(recording).some(
      ([field, value]) => field !== 'id' && field !== 'work' && typeof value === 'string' && value !== '',
    )
    if (!says && !known) return
    const id = known?.id ?? makeId<'recordings'>()
    this.#store(this.recordings, { ...recording, id, work: work as never }, known)
  }

  #learnUses(document: TaughtMusic, works: ReadonlyMap<string, string>): void {
    for (const cue of Object.values(document.cues)) {
      const id = works.get(cue.work ?? '')
      if (id !== undefined && cue.type !== 'other')
        this.uses.set(id, heardUse(cue, document, this.uses.get(id)))
    }
  }

  #learnContact(name: string, contact: string, makeId: MakeEntryId): void {
    const known = this.contacts.with(`name ${nameKey(name)}`)[0]
    this.#store(this.contacts, { id: known?.id ?? makeId<'contacts'>(), name: name.trim(), contact }, known)
  }

  #store<Named extends { readonly id: string }>(
    entries: KeyedEntries<Named>,
    learned: Named,
    known: Named | undefined,
  ): string {
    const next = known ? filledIn(learned, [known]) : learned
    if (!known) this.#learned.added += 1
    else if (!sameFields(known, next)) this.#learned.changed += 1
    else return next.id
    entries.put(next)
    return next.id
  }

  #writers(work: Work): readonly string[] {
    return work.writers.flatMap(({ party }) => {
      const known = this.parties.get(party)
      return known ? [partyKey(known)] : []
    })
  }
}

/** The use that a cue makes of its work; what the uses before taught of its length and roles stays. */
function heardUse(cue: Cue, { production }: TaughtMusic, before: UseOfWork | undefined): UseOfWork {
  const { type, origin, vocals, themeRole } = cue
  const length = cue.spans.reduce(
    (sum, { start, end }) => (typeof start === 'number' && typeof end === 'number' ? sum + end - start : sum),
    0,
  )
  const heard = production ? wholeSeconds(frames(Math.max(0, length)), production.rate) : 0
  const seconds = Math.max(before?.seconds ?? 0, heard)
  const roles = [...new Set([...(before?.roles ?? []), ...cue.dramaticRoles])].toSorted()
  return {
    ...{ type, origin, vocals, themeRole },
    ...(seconds > 0 ? { seconds } : {}),
    ...(roles.length > 0 ? { roles } : {}),
  }
}

function sameFields(a: object, b: object): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))
}

function sorted(record: object): readonly (readonly [string, unknown])[] {
  return Object.entries(record)
    .filter(([, value]) => !isBlank(value))
    .toSorted(([x], [y]) => (x < y ? -1 : 1))
}
