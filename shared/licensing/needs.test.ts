import { describe, expect, test } from 'vitest'
import type { Cue } from '../model/cue.ts'
import type { ProductionDocument } from '../model/document.ts'
import type { Licence } from '../model/licence.ts'
import type { Recording, Work } from '../model/work.ts'
import { cueUses } from '../sheet/cueUse.ts'
import { buildProgramme } from '../sheet/programme.ts'
import { soundDocument, withProduction, withRecord } from '../sheet/soundDocument.ts'
import type { Need } from './need.ts'
import { needsOf, openNeeds } from './needs.ts'

/** The needle drop of the sound production, changed, without its licences unless some are given. */
function needs(
  patch: {
    readonly cue?: Partial<Cue>
    readonly work?: Partial<Work>
    readonly recording?: Partial<Recording> | null
    readonly licences?: readonly Partial<Licence>[]
    readonly production?: Partial<ProductionDocument['production']>
  } = {},
): readonly Need[] {
  const { cue = {}, work = {}, recording = {}, licences = [], production = {} } = patch
  const sound = withProduction(soundDocument(), production)
  const [blank] = Object.values(sound.licences)
  const held = licences.map((licence, index) => ({
    ...(blank as Licence),
    ...{ kind: 'sync' as const, grants: ['sync' as const], licensor: 'House Music', cues: ['c2' as never] },
    ...licence,
    id: `l${index}` as Licence['id'],
  }))
  let document: ProductionDocument = {
    ...sound,
    licences: Object.fromEntries(held.map((licence) => [licence.id, licence])),
  }
  document = withRecord(document, 'works', 'w2', work)
  if (recording) document = withRecord(document, 'recordings', 'rec2', recording)
  document = withRecord(document, 'cues', 'c2', recording ? cue : { ...cue, recording: null })
  const use = cueUses(document, buildProgramme(document)).find((each) => each.cue.id === 'c2')
  if (!use) throw new Error('the sound production has a needle drop')
  return needsOf(use, document)
}

const papers = (all: readonly Need[]) => all.map(({ paper, side }) => `${paper}${side ? ` ${side}` : ''}`)
const bare = { label: '', artist: '' }
const own = { ...bare, ownedByProduction: true }
const free = { publicDomain: true, publishers: [] }
const arranged = { ...free, writers: [{ party: 'anna' as never, role: 'AR' as const, share: 10_000 }] }
const twoHouses = {
  publishers: [
    { party: 'house' as never, role: 'E' as const, share: 6667 },
    { party: 'anna' as never, role: 'E' as const, share: 3333 },
  ],
}

describe('the papers of section 9.1', () => {
  test.each([
    [
      'commissioned score on a recording of somebody else’s',
      { cue: { type: 'score', origin: 'commissioned' }, recording: bare },
      ['composerAgreement sync', 'composerAgreement master', 'playersReleases master', 'stemsDelivery'],
    ],
    [
      'commissioned score that the production owns',
      { cue: { type: 'score', origin: 'commissioned' }, recording: own },
      ['composerAgreement sync', 'playersReleases master', 'stemsDelivery'],
    ],
    [
      'original song',
      { cue: { type: 'song', origin: 'commissioned' }, recording: bare },
      [
        ...['songAgreement sync', 'songAgreement master', 'vocalistRelease master'],
        ...['unionSingers', 'endTitleCredit'],
      ],
    ],
    [
      'commercial recording with two publishers',
      { work: twoHouses },
      ['sync sync', 'sync sync', 'master master', 'unionReuse', 'mostFavouredNations'],
    ],
    [
      'commercial recording with a sample and changed words',
      { cue: { circumstances: ['samples', 'changedLyrics'] } },
      [
        ...['sync sync', 'master master', 'unionReuse', 'mostFavouredNations'],
        ...['lyricsApproval sync', 'suspendedShares', 'sampledSync sync', 'sampledMaster master'],
      ],
    ],
    [
      'cover or re-record with changed words',
      { cue: { circumstances: ['changedLyrics'] }, recording: own },
      ['sync sync', 'performerAgreement master', 'lyricsApproval sync'],
    ],
    [
      'library music',
      { cue: { type: 'library', origin: 'library' } },
      ['library sync', 'library master', 'libraryDetails'],
    ],
    [
      'public-domain composition on an existing recording',
      { work: free },
      ['publicDomainProof sync', 'master master', 'newArrangement', 'unionReuse', 'mostFavouredNations'],
    ],
    [
      'public-domain composition on an own recording',
      { work: free, recording: own },
      ['publicDomainProof sync'],
    ],
    [
      'public-domain composition, newly arranged, on an own recording',
      { work: arranged, recording: own },
      ['arrangerAgreement sync', 'publicDomainProof', 'arrangersRights sync'],
    ],
    [
      'live performance of a protected song',
      { cue: { origin: 'live' }, recording: null },
      ['sync sync', 'performerRelease master'],
    ],
    [
      'live performance of a public-domain song',
      { cue: { origin: 'live' }, work: free, recording: null },
      ['publicDomainProof sync', 'performerRelease master'],
    ],
    [
      'music video or archive clip of a commercial recording',
      { cue: { origin: 'video' } },
      ['sync sync', 'clip master', 'recordingOfClip master', 'broadcasterConsent'],
    ],
    [
      'archive clip without a label',
      { cue: { origin: 'video' }, recording: bare },
      ['sync sync', 'clip master', 'broadcasterConsent'],
    ],
    [
      'logo of somebody else',
      { cue: { type: 'logo', origin: 'unknown' } },
      ['logoPermission sync', 'logoPermission master', 'unionReuse', 'mostFavouredNations'],
    ],
    [
      'use in trailers and promos',
      { cue: { circumstances: ['outOfContext'] } },
      [
        ...['sync sync', 'master master', 'unionReuse', 'mostFavouredNations'],
        ...['outOfContextSync sync', 'outOfContextMaster master'],
      ],
    ],
    [
      'use in a production that will have promos',
      { production: { neededMedia: ['Out-of-context promos'] } },
      [
        ...['sync sync', 'master master', 'unionReuse', 'mostFavouredNations'],
        ...['outOfContextSync sync', 'outOfContextMaster master'],
      ],
    ],
    [
      'royalty-free music',
      { cue: { circumstances: ['royaltyFree'] } },
      ['certificate sync', 'certificate master', 'attribution'],
    ],
  ] as const)('%s', (_, patch, expected) => {
    const found = needs(patch as never)
    expect(papers(found)).toEqual(expected)
    for (const { reason, source, key } of found) {
      expect(reason).toMatch(/^[A-Z].*\.$/)
      expect(source).not.toBe('')
      expect(found.filter((other) => other.key === key)).toHaveLength(1)
    }
  })
})

describe('what is in hand', () => {
  const sides = (all: readonly Need[]) => all.filter(({ kind }) => kind !== null)

  test('each publisher has an entry with its share, answered by its own licence', () => {
    const [first, second, master] = sides(
      needs({ work: twoHouses, licences: [{ share: 6667, status: 'approved' }] }),
    )
    expect(first).toMatchObject({ holder: 'House Music', share: 6667, state: 'met', licences: ['l0'] })
    expect(second).toMatchObject({ holder: 'Anna Writer', share: 3333, state: 'open', licences: [] })
    expect(master).toMatchObject({ holder: 'Players Records', share: 10_000, state: 'open' })
  })

  test('a blanket for the whole side answers for every publisher', () => {
    const found = needs({ work: twoHouses, licences: [{ licensor: 'Blanket', status: 'executed' }] })
    expect(sides(found).map(({ state }) => state)).toEqual(['met', 'met', 'open'])
  })

  test('a licence that is asked for, or covers a part, is under way; one that was denied answers nothing', () => {
    const state = (licence: Partial<Licence>) => sides(needs({ licences: [licence] }))[0]?.state
    expect(state({ status: 'requested' })).toBe('underWay')
    expect(state({ status: 'executed', share: 9999 })).toBe('underWay')
    expect(state({ status: 'executed' })).toBe('met')
    expect(state({ status: 'denied' })).toBe('open')
    expect(state({ status: 'replaced' })).toBe('open')
  })

  test('checks are answered by what other fields say', () => {
    const check = (paper: Need['paper'], patch: Parameters<typeof needs>[0]) =>
      needs(patch).find((need) => need.paper === paper)?.state
    expect(check('unionReuse', {})).toBe('met')
    expect(check('unionReuse', { recording: { unionReuseChecked: false } })).toBe('open')
    const proof = { ...free, publicDomainProof: 'Died 1900', publicDomainTerritory: 'World' }
    expect(check('publicDomainProof', { work: free })).toBe('open')
    expect(check('publicDomainProof', { work: proof })).toBe('met')
    const unequal = [
      { mfn: true, feeMinor: 100, currency: 'EUR' },
      { kind: 'master', grants: ['master'], feeMinor: 101, currency: 'EUR' },
    ] as const
    expect(check('mostFavouredNations', { licences: unequal as never })).toBe('open')
    expect(check('mostFavouredNations', {})).toBe('met')
  })

  test('a decision by hand stands with its reason, for its own paper and side', () => {
    const overruling = {
      ...{ paper: 'master' as const, side: 'master' as const, verdict: 'notNeeded' as const },
      ...{ reason: 'PPL blanket', day: '2026-03-01', author: 'Kim' },
    }
    const found = needs({ cue: { overrulings: [overruling] } })
    expect(found.find(({ paper }) => paper === 'master')).toMatchObject({ state: 'overruled', overruling })
    expect(papers(openNeeds(found))).toEqual(['sync sync'])
    const inHand = {
      ...overruling,
      paper: 'mostFavouredNations' as const,
      side: null,
      verdict: 'inHand' as const,
    }
    const answered = needs({ cue: { overrulings: [inHand] } })
    expect(answered.find(({ paper }) => paper === 'mostFavouredNations')?.state).toBe('met')
  })

  test('a paper that somebody says is needed after all stands once, as one that can be asked for', () => {
    const overruling = {
      ...{ paper: 'performerAgreement' as const, side: 'master' as const, verdict: 'needed' as const },
      ...{ reason: 'The session was paid by the label', day: '', author: '' },
    }
    const found = needs({ cue: { overrulings: [overruling] }, recording: own })
    expect(found.filter(({ paper }) => paper === 'performerAgreement')).toMatchObject([
      { side: 'master', kind: 'performerRelease', state: 'open', overruling },
    ])
  })
})
