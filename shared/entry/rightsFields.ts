import { nameCueMusic } from '../edits/cueMusicEdits.ts'
import { type PublisherEntry, setPublishers, setWriters, type WriterEntry } from '../edits/shareEdits.ts'
import { setSideStatus } from '../edits/sideStatusEdits.ts'
import type { Cue } from '../model/cue.ts'
import type { ProductionDocument } from '../model/document.ts'
import type { LicenceSide } from '../model/licence.ts'
import { partyName, type Work } from '../model/work.ts'
import { ok, type Result, refuse } from '../result.ts'
import { cueTitle, licencesByCue, musicOf } from '../sheet/cueUse.ts'
import { masterStatus, syncStatus } from '../sheet/sideStatus.ts'
import type { CueField, EntryContext } from './cueField.ts'
import { readShares, type SaidShare, sharesText } from './shareText.ts'
import { nameOfWord, readWord, statusWords } from './vocabulary.ts'

type Side = 'writers' | 'publishers'

function named({ parties }: ProductionDocument, work: Work | null, side: Side): readonly SaidShare[] {
  return (work?.[side] ?? []).map(({ party, role, share }) => {
    const known = parties[party]
    return { name: known ? partyName(known) : '', role, share }
  })
}

/** The cue's work; made by the cue's own title where it has none. */
function withWork(
  document: ProductionDocument,
  cue: Cue,
  { makeId }: EntryContext,
): Result<ProductionDocument> {
  if (cue.work !== null) return ok(document)
  const title = cueTitle(cue, null)
  if (title !== '') return nameCueMusic(cue.id, { work: { title } }, makeId).run(document)
  return refuse({
    message: 'There is no work yet to have a share in.',
    expected: 'a title of the work or of the cue',
    found: 'neither',
    remedy: 'Type its title first.',
  })
}

function shares(side: Side, name: string, heads: readonly string[]): CueField {
  return {
    id: side,
    name,
    noun: side,
    heads,
    read: (document, cue) => sharesText(musicOf(document, cue).work?.[side] ?? [], document.parties),
    write: (document, cue, text, context) => {
      const read = readShares(text, side, named(document, musicOf(document, cue).work, side))
      if (!read.ok || (read.value.length === 0 && cue.work === null)) return read.ok ? ok(document) : read
      const worked = withWork(document, cue, context)
      const work = worked.ok ? worked.value.cues[cue.id]?.work : null
      if (!worked.ok || !work) return worked
      const entries = read.value.map(({ name: holder, role, share }) => ({
        party: { name: holder },
        role,
        share,
      }))
      const edit =
        side === 'writers'
          ? setWriters(work, entries as readonly WriterEntry[], context.makeId)
          : setPublishers(work, entries as readonly PublisherEntry[], context.makeId)
      return edit.run(worked.value)
    },
    empty: '',
  }
}

type Licences = ProductionDocument['licences']

const licencesKnown = new WeakMap<Licences, ReturnType<typeof licencesByCue>>()

function licencesOf({ licences }: ProductionDocument) {
  const known = licencesKnown.get(licences) ?? licencesByCue(licences)
  licencesKnown.set(licences, known)
  return known
}

function stateOf(document: ProductionDocument, cue: Cue, side: LicenceSide) {
  const licences = licencesOf(document).get(cue.id) ?? []
  const facts = { cue, ...musicOf(document, cue), licences }
  return side === 'sync' ? syncStatus(facts) : masterStatus(facts)
}

function sideState(side: LicenceSide, name: string): CueField {
  return {
    id: side,
    name,
    noun: `${side} licence`,
    heads: [`${side} licence`, `${side} status`, `${side} license`],
    words: statusWords,
    read: (document, cue) => {
      if (cue.state !== 'active') return ''
      const { status } = stateOf(document, cue, side)
      if (status === 'n/a') return 'Not needed'
      return status === 'missing' ? 'Missing' : nameOfWord<string>(status, statusWords)
    },
    write: (document, cue, text, { today, makeId }) => {
      const status = readWord(text, statusWords, 'licence state')
      if (!status.ok) return status
      if (stateOf(document, cue, side).isRequired || stateOf(document, cue, side).licences.length > 0)
        return setSideStatus(cue.id, side, status.value, today, makeId).run(document)
      return refuse({
        message: `This use needs no ${side} licence.`,
        expected: 'a side that has to be licensed',
        found: 'Not needed',
        remedy: stateOf(document, cue, side).reason,
      })
    },
    empty: null,
  }
}

/** Whose the music is and how far its licences are. */
export const rightsFields: readonly CueField[] = [
  shares('writers', 'Writers', ['writer', 'composer', 'composers', 'composer(s)', 'authors', 'written by']),
  shares('publishers', 'Publishers', ['publisher', 'publisher(s)', 'published by']),
  sideState('sync', 'Sync'),
  sideState('master', 'Master'),
]
