import { describe, expect, test } from 'vitest'
import type { ProductionDocument } from '../../model/document.ts'
import type { Licence } from '../../model/licence.ts'
import { soundDocument, withProduction, withRecord } from '../../sheet/soundDocument.ts'
import { reviewDocument } from '../review.ts'

const sound = soundDocument()

function found(rule: string, document: ProductionDocument) {
  return reviewDocument(document).filter((finding) => finding.rule === rule)
}

function onSync(rule: string, patch: Partial<Licence>) {
  return found(rule, withRecord(sound, 'licences', 'sync2', patch))
}

function onMaster(rule: string, patch: Partial<Licence>, document = sound) {
  return found(rule, withRecord(document, 'licences', 'master2', patch))
}

describe('CS-066 and CS-070 no licence', () => {
  const publicDomain = withRecord(sound, 'works', 'w2', { publicDomain: true, publishers: [] })

  test('each missing side is named, with the reason', () => {
    expect(onMaster('CS-070', { status: 'replaced' })).toMatchObject([
      {
        severity: 'error',
        cue: 'c2',
        side: 'master',
        message: 'No master licence for Second. Players Records released this recording, so a label owns it.',
      },
    ])
    expect(onSync('CS-070', { cues: [] })).toMatchObject([{ cue: 'c2', side: 'sync' }])
  })

  test('a free composition on a protected recording has a finding of its own', () => {
    expect(onMaster('CS-066', { cues: [] }, publicDomain)).toMatchObject([{ severity: 'error', cue: 'c2' }])
    expect(onMaster('CS-070', { cues: [] }, publicDomain)).toEqual([])
  })

  test('neither fires for licensed sides, nor for our own recording of a free composition', () => {
    expect(found('CS-066', publicDomain)).toEqual([])
    const own = withRecord(publicDomain, 'recordings', 'rec2', { ownedByProduction: true })
    for (const rule of ['CS-066', 'CS-070']) expect(onMaster(rule, { cues: [] }, own)).toEqual([])
  })
})

describe('CS-071 a side not yet approved', () => {
  test.each(['toRequest', 'requested', 'quoted', 'negotiating'] as const)('%s', (status) => {
    const findings = onSync('CS-071', { status })
    expect(findings).toMatchObject([{ severity: 'warning', cue: 'c2', side: 'sync' }])
    expect(findings[0]?.message).toContain('Licensor sync2')
  })

  test.each(['approved', 'drafted', 'denied', 'expired', 'replaced'] as const)('not %s', (status) => {
    expect(onSync('CS-071', { status })).toEqual([])
  })
})

describe('CS-072 a side denied or expired', () => {
  test('is an error', () => {
    expect(onSync('CS-072', { status: 'denied' })[0]).toMatchObject({
      severity: 'error',
      cue: 'c2',
      side: 'sync',
    })
    expect(onMaster('CS-072', { status: 'expired' })[0]?.message).toContain('has expired')
  })

  test('does not fire for a side that needs no licence, nor for a replaced one', () => {
    const own = withRecord(sound, 'recordings', 'rec2', { ownedByProduction: true })
    expect(onMaster('CS-072', { status: 'expired' }, own)).toEqual([])
    expect(onSync('CS-072', { status: 'replaced' })).toEqual([])
  })
})

describe('CS-073 a side partly covered', () => {
  test('says how much is cleared and how much remains', () => {
    expect(onSync('CS-073', { share: 8334 })[0]?.message).toBe(
      'The sync side of Second is 83.34% cleared. License the remaining 16.66%.',
    )
    expect(onMaster('CS-073', { share: 12_000 })).toMatchObject([
      { severity: 'warning', cue: 'c2', side: 'master' },
    ])
  })

  test('does not fire for a whole side, nor for a missing one', () => {
    expect(found('CS-073', sound)).toEqual([])
    expect(onSync('CS-073', { cues: [] })).toEqual([])
  })
})

describe('CS-074 most favoured nations', () => {
  const money = { currency: 'GBP', feeMinor: 5000 }
  const favoured = withRecord(sound, 'licences', 'sync2', { ...money, mfn: true, share: 5000 })

  test('compares fees at the whole side', () => {
    expect(onMaster('CS-074', { ...money, feeMinor: 10_001 }, favoured)).toMatchObject([
      { severity: 'warning', cue: 'c2', licence: 'sync2', other: 'master2' },
    ])
    expect(onMaster('CS-074', { ...money, feeMinor: 10_000 }, favoured)).toEqual([])
  })

  test('rounds the whole fee half up before comparing', () => {
    const third = withRecord(sound, 'licences', 'sync2', {
      currency: 'GBP',
      feeMinor: 3333,
      mfn: true,
      share: 3333,
    })
    expect(onMaster('CS-074', { ...money, feeMinor: 10_000 }, third)).toEqual([])
    const odd = withRecord(sound, 'licences', 'sync2', {
      currency: 'GBP',
      feeMinor: 1,
      mfn: true,
      share: 6667,
    })
    expect(onMaster('CS-074', { ...money, feeMinor: 1 }, odd)).toEqual([])
  })

  test.each([
    ['another currency', { currency: 'EUR' }],
    ['a denied licence', { status: 'denied' }],
    ['a replaced licence', { status: 'replaced' }],
    ['another kind of paper', { kind: 'library' }],
    ['no fee', { feeMinor: null }],
    ['no share', { share: 0 }],
    ['another cue', { cues: ['c1'] }],
  ] as const)('does not compare with %s', (_, patch) => {
    const dearer = { ...money, feeMinor: 99_999, ...patch } as Partial<Licence>
    expect(onMaster('CS-074', dearer, favoured)).toEqual([])
  })

  test('does not fire for whoever gets more, nor without the clause', () => {
    expect(onMaster('CS-074', { ...money, mfn: true, feeMinor: 99_999 })).toEqual([])
  })
})

describe('CS-075 a licence that ends before the air date', () => {
  const aired = withProduction(sound, { airDate: '2026-05-03' })

  test('fires on each cue of the licence', () => {
    expect(onMaster('CS-075', { expires: '2026-05-02' }, aired)).toMatchObject([
      { severity: 'warning', cue: 'c2', licence: 'master2' },
    ])
  })

  test('does not fire on the day itself, without dates, or for a replaced licence', () => {
    expect(onMaster('CS-075', { expires: '2026-05-03' }, aired)).toEqual([])
    expect(onMaster('CS-075', { expires: '' }, aired)).toEqual([])
    expect(onMaster('CS-075', { expires: '2026-05-02' })).toEqual([])
    expect(onMaster('CS-075', { expires: '2026-05-02', status: 'replaced' }, aired)).toEqual([])
  })
})
