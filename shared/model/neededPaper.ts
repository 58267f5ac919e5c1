import type { Cue } from './cue.ts'
import type { LicenceKind, LicenceSide } from './licence.ts'
import type { Recording, Work } from './work.ts'

/** What decides which paper a side of a use rests on. */
export type UsedMusic = {
  readonly cue: Pick<Cue, 'type' | 'origin' | 'circumstances'>
  readonly work: Work | null
  readonly recording: Recording | null
}

/** The papers and checks that a use may need (cue-sheet reference, section 9.1); the first ten are what a side rests on. */
export const neededPapers = [
  'sync',
  'master',
  'composerAgreement',
  'songAgreement',
  'arrangerAgreement',
  'library',
  'clip',
  'logoPermission',
  'certificate',
  'publicDomainProof',
  'performerAgreement',
  'performerRelease',
  'vocalistRelease',
  'playersReleases',
  'stemsDelivery',
  'unionSingers',
  'endTitleCredit',
  'unionReuse',
  'sampledSync',
  'sampledMaster',
  'suspendedShares',
  'mostFavouredNations',
  'lyricsApproval',
  'libraryDetails',
  'recordingOfClip',
  'broadcasterConsent',
  'newArrangement',
  'arrangersRights',
  'outOfContextSync',
  'outOfContextMaster',
  'attribution',
] as const
/** One of `neededPapers`. */
export type NeededPaper = (typeof neededPapers)[number]

/** The paper that a side of a use rests on. */
export function mainPaper(side: LicenceSide, { cue, work, recording }: UsedMusic): NeededPaper {
  if (cue.circumstances.includes('royaltyFree')) return 'certificate'
  if (side === 'sync' && work?.publicDomain)
    return isArranged(work) ? 'arrangerAgreement' : 'publicDomainProof'
  if (cue.type === 'logo') return 'logoPermission'
  switch (cue.origin) {
    case 'commissioned':
      return cue.type === 'song' ? 'songAgreement' : 'composerAgreement'
    case 'library':
      return 'library'
    case 'video':
      return side === 'sync' ? 'sync' : 'clip'
    case 'live':
      return side === 'master' && (!recording || recording.ownedByProduction) ? 'performerRelease' : side
    default:
      return side === 'master' && recording?.ownedByProduction ? 'performerAgreement' : side
  }
}

/** Whether somebody made an arrangement of a work that is protected anew. */
export function isArranged(work: Work): boolean {
  return work.writers.some(({ role }) => role === 'AR')
}

/** The kind of licence that a paper is recorded as. */
export function kindOfPaper(paper: NeededPaper, { cue }: Pick<UsedMusic, 'cue'>): LicenceKind {
  switch (paper) {
    case 'sync':
    case 'master':
    case 'composerAgreement':
    case 'songAgreement':
    case 'arrangerAgreement':
    case 'library':
    case 'clip':
    case 'publicDomainProof':
      return paper
    case 'logoPermission':
      return cue.origin === 'commissioned' ? 'composerAgreement' : 'other'
    case 'sampledSync':
    case 'outOfContextSync':
      return 'sync'
    case 'sampledMaster':
    case 'outOfContextMaster':
    case 'recordingOfClip':
      return 'master'
    case 'performerAgreement':
    case 'performerRelease':
    case 'vocalistRelease':
    case 'playersReleases':
      return 'performerRelease'
    default:
      return 'other'
  }
}
