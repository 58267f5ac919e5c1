import type { Overruling } from '../model/cue.ts'
import type { LicenceId } from '../model/ids.ts'
import type { LicenceKind, LicenceSide } from '../model/licence.ts'
import type { NeededPaper } from '../model/neededPaper.ts'

/** Whether a paper is still wanted: nothing grants it, something is under way, it is in hand, or somebody decided that none is needed. */
export type NeedState = 'open' | 'underWay' | 'met' | 'overruled'

/** One paper or check that a use takes (cue-sheet reference, section 9.1). */
export type Need = {
  /** Unique among the needs of its cue, and the same after each edit that leaves it. */
  readonly key: string
  readonly paper: NeededPaper
  /** The side that it is for; null for one that is for neither. */
  readonly side: LicenceSide | null
  /** What it is recorded as when it becomes a licence; null for a check, which is answered by hand. */
  readonly kind: LicenceKind | null
  /** Whom it comes from, as far as the document names them; empty otherwise. */
  readonly holder: string
  /** The part of the side that the holder has, in basis points; null where shares play no part. */
  readonly share: number | null
  /** One sentence on why it is needed. */
  readonly reason: string
  /** Where that is written. */
  readonly source: string
  readonly state: NeedState
  /** The licences that answer it. */
  readonly licences: readonly LicenceId[]
  /** What somebody decided about it, if anybody did. */
  readonly overruling: Overruling | null
}

/** Papers and checks as they are called in the interface. */
export const paperNames: Readonly<Record<NeededPaper, string>> = {
  sync: 'Sync licence',
  master: 'Master licence',
  composerAgreement: 'Composer agreement',
  songAgreement: 'Song agreement',
  arrangerAgreement: 'Arranger agreement',
  library: 'Library licence',
  clip: 'Clip licence',
  logoPermission: 'Permission of the logo’s owner',
  certificate: 'Certificate of the licence',
  publicDomainProof: 'Proof of public domain',
  performerAgreement: 'Performer agreement',
  performerRelease: 'Performer release',
  vocalistRelease: 'Vocalist release',
  playersReleases: 'Players’ releases or union agreement',
  stemsDelivery: 'Delivery of stems',
  unionSingers: 'Union terms for singers',
  endTitleCredit: 'Credit in the end titles',
  unionReuse: 'Union payments for re-use',
  sampledSync: 'Sync licence of the sampled song',
  sampledMaster: 'Master licence of the sampled recording',
  suspendedShares: 'Shares in suspense',
  mostFavouredNations: 'Most favoured nations',
  lyricsApproval: 'Approval of changed lyrics',
  libraryDetails: 'Details for the sheet',
  recordingOfClip: 'Master licence of the recording in the clip',
  broadcasterConsent: 'Consent of performers and broadcaster',
  newArrangement: 'Whether the arrangement is protected',
  arrangersRights: 'Assignment of the arranger’s rights',
  outOfContextSync: 'Sync grant for trailers and promos',
  outOfContextMaster: 'Master grant for trailers and promos',
  attribution: 'Attribution',
}
