import { describe, expect, test } from 'vitest'
import { setLicenceStatus } from '../edits/licenceEdits.ts'
import { replaceByLibrary } from '../edits/replaceMusicEdits.ts'
import type { ProductionDocument } from '../model/document.ts'
import type { CueId, Id, LicenceId, MakeId } from '../model/ids.ts'
import type { Licence, LicenceStatus } from '../model/licence.ts'
import { licenceStatuses } from '../model/licence.ts'
import { cueUses } from '../sheet/cueUse.ts'
import { buildProgramme } from '../sheet/programme.ts'
import { soundDocument, withCueAt, withRecord } from '../sheet/soundDocument.ts'
import { UseMaker } from '../sheet/useMaker.ts'
import { blockers } from './blockers.ts'
import { clearanceOf, productionClearance } from './clearance.ts'
import { coveredParts, sideProgress } from './coverage.ts'
import { productionMoney } from './money.ts'
import { negotiations } from './negotiations.ts'
import { standingOf, whatIf } from './whatIf.ts'

const sound = soundDocument()
const recorded = { day: '2026-03-01', author: 'Kim' }
const uses = (document: ProductionDocument) => cueUses(document, buildProgramme(document))
const dropOf = (document: ProductionDocument) => {
  const use = uses(document).find(({ cue }) => cue.id === 'c2')
  if (!use) throw new Error('the sound production has a needle drop')
  return use
}
const onSync = (patch: Partial<Licence>, of = sound) => withRecord(of, 'licences', 'sync2', patch)
const blocked = (document: ProductionDocument) => blockers(uses(document), buildProgramme(document))

function makeIds(): MakeId {
  let count = 0
  return <Table extends string>() => `new${++count}` as Id<Table>
}

describe('cleared and safe to deliver', () => {
  const expected: Readonly<Record<LicenceStatus, string>> = {
    toRequest: 'open',
    requested: 'open',
    quoted: 'open',
    negotiating: 'open',
    approved: 'cleared',
    drafted: 'cleared',
    executed: 'safe',
    paid: 'safe',
    denied: 'blocked',
    expired: 'blocked',
    replaced: 'blocked',
  }

  test.each(licenceStatuses)('a side whose licence is %s', (status) => {
    const { sync, state, isCleared, isSafe } = clearanceOf(dropOf(onSync({ status })))
    expect(sync).toBe(expected[status])
    expect(state).toBe(expected[status])
    expect({ isCleared, isSafe }).toEqual({
      isCleared: ['cleared', 'safe'].includes(state),
      isSafe: state === 'safe',
    })
  })

  test('takes all of a side: 99.99 % signed is not cleared, nor is 101 %', () => {
    for (const share of [9999, 10_100]) expect(clearanceOf(dropOf(onSync({ share }))).isCleared).toBe(false)
  })

  test('asks nothing of a side that needs no licence', () => {
    expect(
      clearanceOf(dropOf(withRecord(sound, 'recordings', 'rec2', { ownedByProduction: true }))).master,
    ).toBe('notNeeded')
  })
})

describe('how much of a side is covered', () => {
  const twoThirds = withRecord(onSync({ share: 6667, status: 'approved' }), 'licences', 'rest2', {
    ...(sound.licences.sync2 as Licence),
    ...{ share: 2000, status: 'requested' },
  })

  test('is told by shares, with what nobody has licensed last', () => {
    expect(coveredParts(dropOf(twoThirds).sync)).toEqual([
      { status: 'requested', basisPoints: 2000 },
      { status: 'approved', basisPoints: 6667 },
      { status: 'missing', basisPoints: 1333 },
    ])
  })

  test('of the whole production adds up to all of it', () => {
    const progress = sideProgress('sync', uses(twoThirds))
    expect(progress.uses).toBe(2)
    expect(progress.parts.reduce((sum, { basisPoints }) => sum + basisPoints, 0)).toBe(10_000)
  })

  test('is drawn in proportion where licences are for more than the whole, and ignores shares below zero', () => {
    expect(coveredParts(dropOf(onSync({ share: 20_000 })).sync)).toEqual([
      { status: 'executed', basisPoints: 10_000 },
    ])
    expect(coveredParts(dropOf(onSync({ share: -100 })).sync)).toEqual([
      { status: 'missing', basisPoints: 10_000 },
    ])
  })
})

describe('one negotiation', () => {
  test('holds the licences of one holder for one song, however often it is used', () => {
    let document = withCueAt(sound, 'c3', '10:10:00:00', '10:11:00:00', { ...sound.cues.c2, number: 'm03' })
    document = withRecord(document, 'cues', 'c3', { spans: document.cues.c3?.spans ?? [], id: 'c3' as CueId })
    document = withRecord(document, 'licences', 'again', {
      ...(sound.licences.sync2 as Licence),
      ...{ cues: ['c3' as CueId], licensor: 'licensor SYNC2', status: 'quoted' },
    })
    const all = negotiations(uses(document))
    const found = all.find(({ kind }) => kind === 'sync')
    expect(found).toMatchObject({
      licences: ['sync2', 'again'],
      cues: ['c2', 'c3'],
      status: 'quoted',
      holder: 'Licensor sync2',
    })
    expect(all).toHaveLength(3)
  })

  test('of holders without a name is one for each licence', () => {
    let document = onSync({ licensor: '' })
    document = withRecord(document, 'licences', 'other', {
      ...(sound.licences.sync2 as Licence),
      licensor: ' ',
    })
    expect(negotiations(uses(document)).filter(({ kind }) => kind === 'sync')).toHaveLength(2)
  })
})

describe('what blocks delivery', () => {
  test('is nothing where all is signed', () => {
    expect(blocked(sound)).toEqual([])
  })

  test('says for each side what is missing, of whom, and what to do', () => {
    const [blocker] = blocked(onSync({ status: 'denied' }))
    expect(blocker).toMatchObject({ cue: 'c2', title: 'Second', state: 'blocked' })
    expect(blocker?.sides).toEqual([
      {
        ...{ side: 'sync', state: 'denied', licences: ['sync2'] },
        reason: 'Licensor sync2 denied the sync licence.',
        remedy: 'Replace the music, or ask anew.',
      },
    ])
  })

  test('is ordered by what it would cost late: how far permission is, and how hard the music is to replace', () => {
    const base = onSync({ status: 'requested' })
    const score = withRecord(base, 'licences', 'agreement1', { status: 'denied' })
    expect(blocked(score).map(({ cue }) => cue)).toEqual(['c1', 'c2'])
    const performed = withRecord(score, 'cues', 'c2', { diegesis: 'diegetic', sourceVisibility: 'performer' })
    const [first] = blocked(performed)
    expect(first).toMatchObject({ cue: 'c2' })
    expect(first?.late).toContain('performed on screen')
  })

  test('of several sides that are only partly licensed names the part', () => {
    const [blocker] = blocked(onSync({ share: 6667 }))
    expect(blocker?.sides[0]?.reason).toMatch(/^66\.67% of the sync side of Second is licensed/)
    const [unnamed] = blocked(onSync({ status: 'denied', licensor: ' ' }))
    expect(unnamed?.sides[0]?.reason).toBe('A holder without a name denied the sync licence.')
    expect(blocker?.sides[0]?.remedy).toBe('License the rest of the side.')
  })
})

describe('what would happen', () => {
  const denied = onSync({ status: 'denied', feeMinor: 900_000, currency: 'EUR' })
  const library = {
    title: 'Night Bus',
    recording: { library: 'Tin Library', label: 'Tin', catalogueNo: 'T 1', trackNo: '4' },
    vocals: 'instrumental' as const,
    licence: {
      kind: 'library' as const,
      patch: { licensor: 'Tin Library', estimateMinor: 15_000, currency: 'EUR' },
    },
  }

  test('is told before it is done: time, cost and what is blocked, before and after', () => {
    const edit = replaceByLibrary(['c2' as CueId], library, recorded, makeIds())
    const tried = whatIf(denied, edit)
    if (!tried.ok) throw new Error(tried.problem.message)
    const { before, after, solved, raised } = tried.value
    expect(before.seconds).toEqual({
      all: 120,
      uncleared: 60,
      byOrigin: { commissioned: 60, commercial: 60 },
    })
    expect(after.seconds).toEqual({ all: 120, uncleared: 60, byOrigin: { commissioned: 60, library: 60 } })
    expect(before.money.exposedCues).toEqual(['c2'])
    expect(after.money.exposedCues).toEqual([])
    expect(after.money.currencies).toMatchObject([
      { currency: 'EUR', stages: { estimate: 15_000n }, exposed: 0n },
    ])
    expect(after.blockers[0]?.sides.map(({ state }) => state)).toEqual(['toRequest', 'toRequest'])
    expect([solved, raised]).toEqual([[], []])
    const made = edit.run(denied)
    expect(made.ok && standingOf(made.value)).toEqual(after)
  })

  test('leaves what was asked before on record: what stands becomes replaced, a refusal stays and no longer counts', () => {
    const made = replaceByLibrary(['c2' as CueId], library, recorded, makeIds()).run(denied)
    if (!made.ok) throw new Error(made.problem.message)
    const { licences } = made.value
    expect(licences.sync2).toBe(denied.licences.sync2)
    expect(licences.master2).toMatchObject({
      status: 'replaced',
      history: [
        { status: 'executed', day: '', author: '' },
        { status: 'replaced', ...recorded },
      ],
    })
    expect(dropOf(made.value).sync).toMatchObject({
      status: 'toRequest',
      licences: [{ replaces: ['sync2'] }],
    })
    expect(dropOf(made.value).licences).toHaveLength(3)
  })

  test('covers the cue by a blanket that is there, and lets a licence of other cues go on', () => {
    const shared = onSync({ cues: ['c1', 'c2'] as never })
    const under = { ...library, licence: { existing: 'agreement1' as LicenceId } }
    const made = replaceByLibrary(['c2' as CueId], under, recorded, makeIds()).run(shared)
    if (!made.ok) throw new Error(made.problem.message)
    expect(made.value.licences.agreement1?.cues).toEqual(['c1', 'c2'])
    expect(made.value.licences.sync2).toMatchObject({ cues: ['c1'], status: 'executed' })
    expect(clearanceOf(dropOf(made.value)).isSafe).toBe(true)
  })

  test('is refused where the edit is, in its words', () => {
    const tried = whatIf(sound, replaceByLibrary(['gone' as CueId], library, recorded, makeIds()))
    expect(tried).toMatchObject({ ok: false, problem: { found: 'the unknown id gone' } })
  })
})

describe('what is read off the uses of one document after another', () => {
  test('is the same as when everything is read anew, after each of many changes', () => {
    const maker = new UseMaker()
    let document = onSync({ status: 'toRequest', feeMinor: 500, currency: 'EUR' })
    const steps = [
      'requested',
      'quoted',
      'negotiating',
      'approved',
      'drafted',
      'executed',
      'paid',
      'expired',
    ] as const
    for (const status of steps) {
      const next = setLicenceStatus(['sync2' as LicenceId], status, '2026-03-01').run(document)
      if (!next.ok) throw new Error(next.problem.message)
      document = next.value
      const followed = maker.uses(document)
      const { money, clearance, blockers: all } = standingOf(document)
      expect(blockers(followed, maker.programme(document))).toEqual(all)
      expect(productionClearance(followed.map(clearanceOf))).toEqual(clearance)
      expect(productionMoney(followed, [])).toEqual(money)
    }
  })
})
