import type { LicenceSide } from '../model/licence.ts'
import { isArranged, mainPaper, type NeededPaper } from '../model/neededPaper.ts'
import type { CueUse } from '../sheet/cueUse.ts'
import { mediaReach } from '../sheet/reach.ts'
import type { Need } from './need.ts'

/** A paper that follows from a use, before anybody looks what is in hand. */
export type WantedPaper = Pick<Need, 'paper' | 'side' | 'reason' | 'source'> & {
  /** Answered by a person; no licence is recorded for it. */
  readonly isCheck: boolean
}

/** What a production says of itself that bears on its papers. */
export type ProductionNeeds = {
  readonly category: string
  readonly neededMedia: readonly string[]
}

const reference = 'Cue-sheet reference, section 9.1'
const twoSides = 'Otis, Sync licensing basics: two sides, two licences'
const channel4 = 'Channel 4, Music Rights and Clearances Guide'
const union = 'Creative Clearance, guidelines: musicians’ unions'
const mcps = 'MCPS, production music reporting; APRA, cue sheets'
const freeWork = 'Noiresque FAQ: the status is proved for each territory'
const creative = 'APRA, cue sheets; The Creative Breakdown, music licence tracker'

/** The papers and checks that a use takes, in the order of section 9.1: what the sides rest on, then what is to be checked. */
export function wantedPapers(use: CueUse, production: ProductionNeeds): readonly WantedPaper[] {
  const main = sidePapers(use)
  const isMain = ({ paper, side }: WantedPaper) =>
    main.some((each) => each.paper === paper && each.side === side)
  return [...main, ...checksOf(use).filter((check) => !isMain(check)), ...apart(use, production)]
}

/** What each side rests on. A side that needs none has no entry, but for the proof that a work is free. */
function sidePapers(use: CueUse): readonly WantedPaper[] {
  const sides = (['sync', 'master'] as const).flatMap((side): readonly WantedPaper[] => {
    const paper = mainPaper(side, use)
    const isProof = paper === 'publicDomainProof'
    const { reason } = use[side]
    const isOverruled = use.cue.overrulings.some((each) => each.side === side && each.paper === paper)
    if (!use[side].isRequired && !isProof && !isOverruled) return []
    return [{ paper, side, reason, source: sourceOf(paper), isCheck: isProof && !use[side].isRequired }]
  })
  return sides
}

function sourceOf(paper: NeededPaper): string {
  switch (paper) {
    case 'sync':
    case 'master':
      return twoSides
    case 'library':
      return mcps
    case 'publicDomainProof':
    case 'arrangerAgreement':
      return freeWork
    case 'clip':
    case 'performerRelease':
      return channel4
    case 'certificate':
      return creative
    default:
      return reference
  }
}

type Check = readonly [paper: NeededPaper, side: LicenceSide | null, reason: string, source: string]

function checksOf(use: CueUse): readonly WantedPaper[] {
  return checkLines(use).map(([paper, side, reason, source]) => ({
    paper,
    side,
    reason,
    source,
    isCheck: true,
  }))
}

function checkLines(use: CueUse): readonly Check[] {
  const { cue } = use
  if (cue.circumstances.includes('royaltyFree'))
    return [
      [
        'attribution',
        null,
        'Free licences ask for a credit in words of their own, and for the certificate to be kept.',
        creative,
      ],
    ]
  const lines: Check[] = []
  if (use.work?.publicDomain) lines.push(...freeWorkChecks(use))
  switch (cue.origin) {
    case 'commissioned':
      lines.push(...(cue.type === 'song' ? songChecks : scoreChecks))
      break
    case 'library':
      lines.push([
        'libraryDetails',
        null,
        'A library is paid by label, catalogue and track number on the sheet, with origin L.',
        mcps,
      ])
      break
    case 'live':
      if (mainPaper('master', use) === 'master' || !use.master.isRequired)
        lines.push([
          'performerRelease',
          'master',
          'Cast and contributors who perform have to release their performance.',
          channel4,
        ])
      break
    case 'video':
      lines.push(...clipChecks(use))
      break
    default:
      if (!use.work?.publicDomain || use.master.isRequired) lines.push(...recordChecks(use))
  }
  return [...lines, ...circumstanceChecks(use)]
}

const scoreChecks: readonly Check[] = [
  [
    'playersReleases',
    'master',
    'Players who recorded the score have to release it, or be under a union agreement.',
    reference,
  ],
  ['stemsDelivery', null, 'The agreement says which stems are delivered, and when.', reference],
]

const songChecks: readonly Check[] = [
  ['vocalistRelease', 'master', 'Whoever sings the song has to release the recording.', reference],
  ['unionSingers', null, 'A singer may be under terms of a union.', reference],
  ['endTitleCredit', null, 'A song that was written for the film is credited in its end titles.', reference],
]

function recordChecks(use: CueUse): readonly Check[] {
  if (use.recording?.ownedByProduction) {
    const performers = 'Whoever recorded the song anew has to agree, so that the production owns the master.'
    return [['performerAgreement', 'master', performers, reference]]
  }
  return [
    [
      'unionReuse',
      null,
      'Unions of musicians and singers may ask payment when a recording is used anew.',
      union,
    ],
    [
      'mostFavouredNations',
      null,
      'Holders compare what the others get; nobody with most favoured nations may get less.',
      'Tiny House, Sync agreements',
    ],
  ]
}

function clipChecks(use: CueUse): readonly Check[] {
  const label = use.recording?.label.trim() ?? ''
  const owner: Check = [
    'recordingOfClip',
    'master',
    `${label} released the recording in the clip, so the label permits it besides the clip’s owner.`,
    channel4,
  ]
  return [
    ...(label ? [owner] : []),
    [
      'broadcasterConsent',
      null,
      'Performers who are seen, and the broadcaster of the clip, may have to agree.',
      channel4,
    ],
  ]
}

function freeWorkChecks(use: CueUse): readonly Check[] {
  const proof: Check = [
    'publicDomainProof',
    null,
    'A work can be free in one country and protected in the next; the proof is kept for each territory.',
    freeWork,
  ]
  const arranged = use.work ? isArranged(use.work) : false
  if (use.master.isRequired)
    return [
      ...(arranged ? [proof] : []),
      [
        'newArrangement',
        null,
        'A new arrangement on the recording may be protected although the work is free.',
        freeWork,
      ],
    ]
  return arranged
    ? [
        proof,
        [
          'arrangersRights',
          'sync',
          'The arranger assigns the rights of the new arrangement to the production.',
          freeWork,
        ],
      ]
    : []
}

function circumstanceChecks({ cue }: CueUse): readonly Check[] {
  const lines: Check[] = []
  if (cue.circumstances.includes('changedLyrics'))
    lines.push([
      'lyricsApproval',
      'sync',
      'Changed lyrics take the approval of every writer and publisher.',
      reference,
    ])
  if (cue.circumstances.includes('samples'))
    lines.push([
      'suspendedShares',
      null,
      'Shares of a sampled song may lie in suspense until its holders agree.',
      channel4,
    ])
  return lines
}

/** Papers of their own: for what is sampled, for the label of a clip, and for what is shown out of context. */
function apart(use: CueUse, production: ProductionNeeds): readonly WantedPaper[] {
  const both = (sync: NeededPaper, master: NeededPaper, reason: string): readonly WantedPaper[] =>
    (
      [
        ['sync', sync],
        ['master', master],
      ] as const
    )
      .filter(([side]) => use[side].isRequired)
      .map(([side, paper]) => ({ paper, side, reason, source: channel4, isCheck: false }))
  return [
    ...(use.cue.circumstances.includes('samples')
      ? both(
          'sampledSync',
          'sampledMaster',
          'The song holds a sample of another one, which somebody else may control.',
        )
      : []),
    ...(isOutOfContext(use, production)
      ? both(
          'outOfContextSync',
          'outOfContextMaster',
          'Trailers and promos show the music out of its context, which rights in context do not cover.',
        )
      : []),
  ]
}

function isOutOfContext({ cue }: CueUse, { category, neededMedia }: ProductionNeeds): boolean {
  if (cue.circumstances.includes('outOfContext') || category === 'Trailer/Promo') return true
  return neededMedia.some((media) => mediaReach(media)?.parts.has('promos') && !mediaReach(media)?.isAll)
}
