import { describe, expect, test } from 'vitest'
import type { Cue } from '../model/cue.ts'
import type { Licence } from '../model/licence.ts'
import type { Recording, Work } from '../model/work.ts'
import { masterStatus, type SideFacts, syncStatus } from './sideStatus.ts'
import { soundDocument } from './soundDocument.ts'

const { cues, works, recordings, licences } = soundDocument()
const cue = cues.c2 as Cue
const live: Cue = { ...cue, origin: 'live' }
const work = works.w2 as Work
const recording = recordings.rec2 as Recording
const sync = licences.sync2 as Licence
const master = licences.master2 as Licence
const publicDomain: Work = { ...work, publicDomain: true, publishers: [] }

function facts(patch: Partial<SideFacts> = {}): SideFacts {
  return { cue, work, recording, licences: [], ...patch }
}

function share(of: Licence, ...parts: readonly (readonly [Licence['status'], number])[]): readonly Licence[] {
  return parts.map(([status, points]) => ({ ...of, status, share: points }))
}

describe('whether a side needs a licence', () => {
  test('a protected work needs sync, and so does one not yet named', () => {
    expect(syncStatus(facts())).toMatchObject({ isRequired: true, status: 'missing', text: 'missing' })
    expect(syncStatus(facts({ work: null }))).toMatchObject({ isRequired: true, status: 'missing' })
  })

  test('a public-domain work needs none, unless it was arranged anew', () => {
    expect(syncStatus(facts({ work: publicDomain }))).toMatchObject({ isRequired: false, text: 'n/a' })
    const [writer] = work.writers
    if (!writer) throw new Error('the sound work has a writer')
    const arranged = { ...publicDomain, writers: [{ ...writer, role: 'AR' as const }] }
    expect(syncStatus(facts({ work: arranged }))).toMatchObject({ isRequired: true, status: 'missing' })
  })

  test('a record of sync shows even where none is needed', () => {
    const status = syncStatus(facts({ work: publicDomain, licences: share(sync, ['approved', 10_000]) }))
    expect(status).toMatchObject({ isRequired: false, status: 'approved', text: 'approved' })
  })

  test('an own recording needs no master, whatever is on file', () => {
    const own = { ...recording, ownedByProduction: true }
    const status = masterStatus(facts({ recording: own, licences: [master] }))
    expect(status).toMatchObject({ isRequired: false, status: 'n/a', licences: [], coverage: null })
  })

  test('a live performance needs a master only for a recording that is not ours', () => {
    expect(masterStatus(facts({ cue: live, recording: null })).text).toBe('n/a')
    expect(masterStatus(facts({ cue: live })).text).toBe('missing')
    expect(masterStatus(facts({ recording: null })).text).toBe('missing')
  })

  test('the reason names who owns the recording, where that is known', () => {
    expect(masterStatus(facts()).reason).toBe('Players Records released this recording, so a label owns it.')
    const unlabelled = { ...recording, label: ' ', library: 'Deep Library' }
    expect(masterStatus(facts({ recording: unlabelled })).reason).toBe('Deep Library owns this recording.')
  })
})

describe('the status of a side', () => {
  test('is that of its least advanced licence', () => {
    const status = syncStatus(facts({ licences: share(sync, ['executed', 6000], ['drafted', 4000]) }))
    expect(status).toMatchObject({ status: 'drafted', text: 'drafted', coverage: 10_000 })
  })

  test('denied wins over expired, and either over everything', () => {
    expect(syncStatus(facts({ licences: share(sync, ['expired', 5000], ['toRequest', 5000]) })).status).toBe(
      'expired',
    )
    expect(syncStatus(facts({ licences: share(sync, ['expired', 5000], ['denied', 5000]) })).status).toBe(
      'denied',
    )
  })

  test('replaced licences and those of the other side do not count', () => {
    const replaced = share(sync, ['replaced', 10_000])
    expect(syncStatus(facts({ licences: replaced })).text).toBe('missing')
    expect(syncStatus(facts({ licences: [master] })).text).toBe('missing')
    expect(syncStatus(facts({ licences: [...replaced, sync] })).licences).toEqual([sync])
  })

  test('says how much is covered when that is not the whole', () => {
    expect(syncStatus(facts({ licences: share(sync, ['approved', 5000], ['paid', 3334]) })).text).toBe(
      'approved (83.34%)',
    )
    expect(syncStatus(facts({ licences: share(sync, ['paid', 10_000], ['paid', 10_000]) })).text).toBe(
      'paid (200%)',
    )
  })
})

describe('what somebody decided about the paper of a side', () => {
  const decided = (patch: Partial<Cue['overrulings'][number]>): Cue => ({
    ...cue,
    overrulings: [
      {
        ...{
          paper: 'master',
          side: 'master',
          verdict: 'notNeeded',
          reason: 'The broadcaster has a blanket.',
        },
        ...{ day: '2026-03-01', author: 'Kim', ...patch },
      },
    ],
  })

  test('outweighs what follows from the cue, and says why', () => {
    const status = masterStatus(facts({ cue: decided({}) }))
    expect(status).toMatchObject({ isRequired: false, text: 'n/a' })
    expect(status.reason).toContain('The broadcaster has a blanket.')
    const own = { ...recording, ownedByProduction: true }
    const needed = decided({ paper: 'performerAgreement', verdict: 'needed' })
    expect(masterStatus(facts({ recording: own, cue: needed }))).toMatchObject({
      isRequired: true,
      text: 'missing',
    })
  })

  test('holds for that paper alone: another one, as of other music, is needed again', () => {
    const status = masterStatus(facts({ cue: { ...decided({}), origin: 'library' } }))
    expect(status).toMatchObject({ isRequired: true, text: 'missing' })
    expect(syncStatus(facts({ cue: decided({}) })).isRequired).toBe(true)
  })
})

describe('a licence that another one takes the place of', () => {
  test('no longer counts, whatever became of it', () => {
    const denied = { ...sync, id: 'old' as Licence['id'], status: 'denied' as const }
    const next = { ...sync, id: 'new' as Licence['id'], status: 'requested' as const, replaces: [denied.id] }
    expect(syncStatus(facts({ licences: [denied] })).text).toBe('denied')
    expect(syncStatus(facts({ licences: [denied, next] }))).toMatchObject({
      text: 'requested',
      licences: [next],
    })
  })
})
