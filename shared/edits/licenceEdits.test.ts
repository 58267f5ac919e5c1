import { describe, expect, test } from 'vitest'
import type { ProductionDocument } from '../model/document.ts'
import { retypeCues, updateCues } from './cueFieldEdits.ts'
import { done, refused } from './fixtures/run.ts'
import {
  countingIds,
  crossing,
  drop,
  sampleDocument,
  score,
  syncLicence,
  undertow,
} from './fixtures/sampleDocument.ts'
import {
  addLicence,
  blankLicence,
  coverCues,
  markRequested,
  removeLicences,
  renewLicence,
  setLicenceStatus,
  takeBackStatus,
  uncoverCues,
  updateLicence,
} from './licenceEdits.ts'
import { setWriters } from './shareEdits.ts'
import { setSideStatus } from './sideStatusEdits.ts'
import { updateWork } from './workEdits.ts'

const today = '2026-03-20'

describe('a licence', () => {
  test('is added for cues, with what its kind usually grants', () => {
    const added = done(addLicence('library', [score, score, drop], { licensor: 'Tin Coast' }, countingIds()))
    expect(added.licences.n1).toMatchObject({
      cues: [score, drop],
      kind: 'library',
      grants: ['sync', 'master'],
      share: 10_000,
      status: 'toRequest',
      licensor: 'Tin Coast',
    })
  })

  test('changes, and covers only cues that exist', () => {
    const changed = done(
      updateLicence(syncLicence, { feeMinor: 250_000, currency: 'EUR', cues: [drop, drop] }),
    )
    expect(changed.licences[syncLicence]).toMatchObject({ feeMinor: 250_000, cues: [drop] })
    expect(refused(updateLicence(syncLicence, { cues: ['gone' as never] })).message).toContain(
      'cue is no longer',
    )
    expect(refused(addLicence('sync', ['gone' as never], {}, countingIds())).message).toContain(
      'cue is no longer',
    )
    expect(refused(updateLicence(syncLicence, { expires: 'soon' })).message).toContain('field expires')
    expect(updateLicence(syncLicence, { expires: today }).label).toBe('Change expiry date')
    expect(updateLicence(syncLicence, { feeMinor: 1 }).label).toBe('Change fee')
  })

  test('covers a further cue, once, with the same fee and papers', () => {
    const edit = coverCues([syncLicence], [score, drop])
    expect(done(edit).licences[syncLicence]).toEqual({
      ...sampleDocument.licences[syncLicence],
      cues: [drop, score],
    })
    expect(edit.label).toBe('Add 2 cues to licence')
    expect(refused(coverCues([syncLicence], ['gone' as never])).message).toContain('cue is no longer')
    expect(refused(coverCues([syncLicence, 'gone' as never], [score])).message).toContain(
      'licence is no longer',
    )
  })

  test('lets a cue go and keeps covering the others', () => {
    const shared = done(coverCues([syncLicence], [score, crossing]))
    const edit = uncoverCues(syncLicence, [score])
    expect(done(edit, shared).licences[syncLicence]?.cues).toEqual([drop, crossing])
    expect(edit.label).toBe('Take cue off licence')
    expect(done(uncoverCues(syncLicence, [score]))).toBe(sampleDocument)
  })

  test('is removed without touching its cues', () => {
    const after = done(removeLicences([syncLicence]))
    expect(after.licences).toEqual({})
    expect(after.cues).toBe(sampleDocument.cues)
  })
})

const quotedBefore = { status: 'quoted', day: '2026-01-05', author: '' }
const untouched = {
  ...sampleDocument,
  licences: { [syncLicence]: blankLicence(syncLicence, 'sync', [drop]) },
}

describe('the status of a licence', () => {
  test.each(['requested', 'quoted', 'approved', 'executed', 'paid'] as const)(
    '%s stores its day',
    (status) => {
      const start = untouched
      const after = done(setLicenceStatus([syncLicence], status, today), start)
      expect(after.licences[syncLicence]).toMatchObject({ status, [status]: today })
    },
  )

  test.each(['negotiating', 'denied', 'replaced'] as const)(
    '%s has no day, but a step in its history',
    (status) => {
      const { status: _, ...before } = sampleDocument.licences[syncLicence] as never as Record<
        string,
        unknown
      >
      expect(done(setLicenceStatus([syncLicence], status, today, 'Kim')).licences[syncLicence]).toEqual({
        ...before,
        status,
        history: [quotedBefore, { status, day: today, author: 'Kim' }],
      })
    },
  )

  test('keeps its day when it is set again', () => {
    expect(done(setLicenceStatus([syncLicence], 'quoted', today))).toBe(sampleDocument)
  })

  test('is named in the label, and refuses a day that is none', () => {
    expect(setLicenceStatus([syncLicence], 'toRequest', today).label).toBe('Change status to not requested')
    const refusal = setLicenceStatus([syncLicence], 'approved', '20 March').run(sampleDocument)
    expect(refusal.ok ? '' : refusal.problem.message).toContain('field')
  })
})

describe('the status of one side of a cue', () => {
  const side = (
    document: ProductionDocument,
    ...[cue, which, status]: readonly [typeof score, 'sync' | 'master', 'approved' | 'executed']
  ) => done(setSideStatus(cue, which, status, today, countingIds('new')), document)

  test('goes to the licences that grant it', () => {
    const after = side(sampleDocument, drop, 'sync', 'approved')
    expect(after.licences[syncLicence]).toMatchObject({
      status: 'approved',
      approved: today,
      quoted: '2026-01-05',
    })
    expect(Object.keys(after.licences)).toEqual([syncLicence])
    expect(setSideStatus(drop, 'sync', 'approved', today, countingIds()).label).toBe(
      'Change sync status to approved',
    )
  })

  test('makes a licence for this cue alone where none grants it', () => {
    const after = side(sampleDocument, drop, 'master', 'approved')
    expect(after.licences.new1).toMatchObject({
      kind: 'master',
      grants: ['master'],
      cues: [drop],
      status: 'approved',
      approved: today,
    })
    expect(after.licences[syncLicence]).toBe(sampleDocument.licences[syncLicence])
  })

  test('asks anew where the only one was denied: the refusal stays, a new record takes its place', () => {
    const denied = done(setLicenceStatus([syncLicence], 'denied', today))
    const after = done(setSideStatus(drop, 'sync', 'requested', today, countingIds('new'), 'Kim'), denied)
    expect(after.licences[syncLicence]).toBe(denied.licences[syncLicence])
    expect(after.licences.new1).toMatchObject({
      ...{ status: 'requested', requested: today, replaces: [syncLicence], cues: [drop] },
      history: [{ status: 'requested', day: today, author: 'Kim' }],
    })
  })

  test('makes a new one when the former was replaced', () => {
    const replaced = done(setLicenceStatus([syncLicence], 'replaced', today))
    const after = side(replaced, drop, 'sync', 'approved')
    expect(after.licences[syncLicence]?.status).toBe('replaced')
    expect(after.licences.new1).toMatchObject({ kind: 'sync', cues: [drop], status: 'approved' })
  })

  test.each([
    ['score', 'composerAgreement', ['sync', 'master']],
    ['song', 'songAgreement', ['sync', 'master']],
    ['library', 'library', ['sync', 'master']],
    ['needleDrop', 'sync', ['sync']],
  ] as const)('of a %s needs a %s', (type, kind, grants) => {
    const typed = done(retypeCues([crossing], type), done(retypeCues([crossing], 'other')))
    expect(side(typed, crossing, 'sync', 'executed').licences.new1).toMatchObject({ kind, grants })
  })

  test.each([
    ['video', 'clip'],
    ['live', 'performerRelease'],
    ['commercial', 'master'],
  ] as const)('of music from %s needs a %s for the master', (origin, kind) => {
    const typed = done(updateCues([crossing], { origin }))
    expect(side(typed, crossing, 'master', 'executed').licences.new1).toMatchObject({
      kind,
      grants: ['master'],
    })
  })

  test('of a public-domain work needs proof, or the arranger’s agreement', () => {
    const free = done(updateWork(undertow, { publicDomain: true }), done(removeLicences([syncLicence])))
    expect(side(free, drop, 'sync', 'executed').licences.new1).toMatchObject({
      kind: 'publicDomainProof',
      grants: ['sync'],
    })
    const arranger = [{ party: { name: 'Jun Castellan' }, role: 'AR' as const, share: 10_000 }]
    const arranged = done(setWriters(undertow, arranger, countingIds()), free)
    expect(side(arranged, drop, 'sync', 'executed').licences.new1?.kind).toBe('arrangerAgreement')
  })

  test('of a paper for both sides leaves out the side that is granted already', () => {
    const library = done(retypeCues([drop], 'library'))
    const after = side(library, drop, 'master', 'executed')
    expect(after.licences.new1).toMatchObject({ kind: 'library', grants: ['master'] })
  })
})

describe('how a licence came to where it is', () => {
  const kim = { day: '2026-04-01', author: 'Kim' }

  test('is marked as requested when the letter has gone out, but not taken back to that', () => {
    const sent = done(markRequested([syncLicence], kim), untouched)
    expect(sent.licences[syncLicence]).toMatchObject({
      status: 'requested',
      requested: '2026-04-01',
      history: [{ status: 'requested', ...kim }],
    })
    expect(done(markRequested([syncLicence], kim))).toBe(sampleDocument)
    expect(markRequested([syncLicence], kim).label).toBe('Mark licence as requested')
  })

  test('a step that was recorded by mistake is taken back with its day', () => {
    const quoted = done(
      setLicenceStatus([syncLicence], 'quoted', today),
      done(markRequested([syncLicence], kim), untouched),
    )
    const back = done(takeBackStatus(syncLicence), quoted)
    expect(back).toEqual(done(markRequested([syncLicence], kim), untouched))
    expect(done(takeBackStatus(syncLicence), back)).toEqual(untouched)
    expect(refused(takeBackStatus(syncLicence), untouched).message).toContain('Nothing has been recorded')
  })

  test('after a refusal a new record takes its place, and the former stays as it was', () => {
    const denied = done(setLicenceStatus([syncLicence], 'denied', today))
    const after = done(
      renewLicence(syncLicence, { licensor: 'Other Songs' }, kim, countingIds('new')),
      denied,
    )
    expect(after.licences[syncLicence]).toBe(denied.licences[syncLicence])
    expect(after.licences.new1).toMatchObject({
      ...{
        licensor: 'Other Songs',
        cues: [drop],
        kind: 'sync',
        status: 'toRequest',
        quoted: '',
        feeMinor: null,
      },
      ...{ history: [], replaces: [syncLicence] },
    })
  })

  test('one that still stands becomes replaced by the new record, with the day; a paid one is refused', () => {
    const after = done(renewLicence(syncLicence, {}, kim, countingIds('new')))
    expect(after.licences[syncLicence]).toMatchObject({
      status: 'replaced',
      history: [quotedBefore, { status: 'replaced', ...kim }],
    })
    const paid = done(setLicenceStatus([syncLicence], 'paid', today), untouched)
    expect(refused(renewLicence(syncLicence, {}, kim, countingIds()), paid).message).toContain(
      'cannot become replaced',
    )
  })

  test('a status that may not follow is refused whichever way it is set', () => {
    expect(refused(setLicenceStatus([syncLicence], 'paid', today)).expected).toContain(
      'negotiating or approved',
    )
    const patch = { status: 'paid', history: [], notes: 'x' } as const
    const after = done(updateLicence(syncLicence, patch as never)).licences[syncLicence]
    expect(after).toMatchObject({ status: 'quoted', notes: 'x' })
    expect(refused(setSideStatus(drop, 'sync', 'executed', today, countingIds())).message).toContain('quoted')
  })
})
