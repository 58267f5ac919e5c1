import type { Rule } from './rule.ts'
import { artistMissing } from './rules/artistMissing.ts'
import { broadcastDetailsMissing } from './rules/broadcastDetailsMissing.ts'
import { companyBlank } from './rules/companyBlank.ts'
import { cueSplit } from './rules/cueSplit.ts'
import { cueStillOpen } from './rules/cueStillOpen.ts'
import { cuesOverlap } from './rules/cuesOverlap.ts'
import { diegesisUnknown } from './rules/diegesisUnknown.ts'
import { endNotAfterStart } from './rules/endNotAfterStart.ts'
import { gapInsideCue } from './rules/gapInsideCue.ts'
import { heardButNotSeen } from './rules/heardButNotSeen.ts'
import { ipiWrong } from './rules/ipiWrong.ts'
import { isrcMalformed } from './rules/isrcMalformed.ts'
import { iswcWrong } from './rules/iswcWrong.ts'
import { labelAndIsrcMissing } from './rules/labelAndIsrcMissing.ts'
import { libraryDetailsMissing } from './rules/libraryDetailsMissing.ts'
import { licenceDeniedOrExpired } from './rules/licenceDeniedOrExpired.ts'
import { licenceExpiresBeforeAiring } from './rules/licenceExpiresBeforeAiring.ts'
import { licenceMissing } from './rules/licenceMissing.ts'
import { licenceNotApproved } from './rules/licenceNotApproved.ts'
import { licenceSharesNotWhole } from './rules/licenceSharesNotWhole.ts'
import { longerThanTenMinutes } from './rules/longerThanTenMinutes.ts'
import { markUnreadable } from './rules/markUnreadable.ts'
import { moreMusicThanShow } from './rules/moreMusicThanShow.ts'
import { mostFavouredNationsBroken } from './rules/mostFavouredNationsBroken.ts'
import { numberUsedTwice } from './rules/numberUsedTwice.ts'
import { outsideReel } from './rules/outsideReel.ts'
import { productionTitleBlank } from './rules/productionTitleBlank.ts'
import { publicDomainPublished } from './rules/publicDomainPublished.ts'
import { publicDomainRecordingUnlicensed } from './rules/publicDomainRecordingUnlicensed.ts'
import { publisherMissing } from './rules/publisherMissing.ts'
import { publisherSharesNotWhole } from './rules/publisherSharesNotWhole.ts'
import { runsIntoBreak } from './rules/runsIntoBreak.ts'
import { seenButNotHeard } from './rules/seenButNotHeard.ts'
import { separatorContradicts } from './rules/separatorContradicts.ts'
import { shareImpossible } from './rules/shareImpossible.ts'
import { shorterThanOneSecond } from './rules/shorterThanOneSecond.ts'
import { sidesShareOneWhole } from './rules/sidesShareOneWhole.ts'
import { societyMissing } from './rules/societyMissing.ts'
import { titleBlank } from './rules/titleBlank.ts'
import { titleIdentifierWrong } from './rules/titleIdentifierWrong.ts'
import { titleLooksLikeFileName } from './rules/titleLooksLikeFileName.ts'
import { transDiegeticCue } from './rules/transDiegeticCue.ts'
import { typeContradictsOrigin } from './rules/typeContradictsOrigin.ts'
import { vocalsUnknown } from './rules/vocalsUnknown.ts'
import { workDoubled } from './rules/workDoubled.ts'
import { writerMissing } from './rules/writerMissing.ts'
import { writerSharesNotWhole } from './rules/writerSharesNotWhole.ts'

/** Every rule, by id. The ids are those of the cue-sheet reference, section 10; CS-014 is our own. */
export const rules: readonly Rule[] = [
  markUnreadable,
  endNotAfterStart,
  outsideReel,
  shorterThanOneSecond,
  runsIntoBreak,
  cuesOverlap,
  workDoubled,
  cueSplit,
  moreMusicThanShow,
  longerThanTenMinutes,
  gapInsideCue,
  separatorContradicts,
  cueStillOpen,
  titleBlank,
  numberUsedTwice,
  titleLooksLikeFileName,
  vocalsUnknown,
  diegesisUnknown,
  seenButNotHeard,
  heardButNotSeen,
  typeContradictsOrigin,
  transDiegeticCue,
  writerMissing,
  writerSharesNotWhole,
  publisherSharesNotWhole,
  publisherMissing,
  societyMissing,
  ipiWrong,
  iswcWrong,
  isrcMalformed,
  shareImpossible,
  sidesShareOneWhole,
  artistMissing,
  labelAndIsrcMissing,
  libraryDetailsMissing,
  publicDomainPublished,
  publicDomainRecordingUnlicensed,
  licenceMissing,
  licenceNotApproved,
  licenceDeniedOrExpired,
  licenceSharesNotWhole,
  mostFavouredNationsBroken,
  licenceExpiresBeforeAiring,
  productionTitleBlank,
  companyBlank,
  broadcastDetailsMissing,
  titleIdentifierWrong,
]
