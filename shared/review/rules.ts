import type { Rule } from './rule.ts'
import { artistMissing } from './rules/artistMissing.ts'
import { broadcastDetailsMissing } from './rules/broadcastDetailsMissing.ts'
import { companyBlank } from './rules/companyBlank.ts'
import { cueSplit } from './rules/cueSplit.ts'
import { cueStillOpen } from './rules/cueStillOpen.ts'
import { cuesOverlap } from './rules/cuesOverlap.ts'
import { currenciesMixed } from './rules/currenciesMixed.ts'
import { diegesisUnknown } from './rules/diegesisUnknown.ts'
import { endNotAfterStart } from './rules/endNotAfterStart.ts'
import { festivalLicenceOnly } from './rules/festivalLicenceOnly.ts'
import { gapInsideCue } from './rules/gapInsideCue.ts'
import { heardButNotSeen } from './rules/heardButNotSeen.ts'
import { identificationUnconfirmed } from './rules/identificationUnconfirmed.ts'
import { ipiMissing } from './rules/ipiMissing.ts'
import { ipiWrong } from './rules/ipiWrong.ts'
import { isrcMalformed } from './rules/isrcMalformed.ts'
import { iswcWrong } from './rules/iswcWrong.ts'
import { labelAndIsrcMissing } from './rules/labelAndIsrcMissing.ts'
import { libraryDetailsMissing } from './rules/libraryDetailsMissing.ts'
import { licenceDaysOutOfOrder } from './rules/licenceDaysOutOfOrder.ts'
import { licenceDeniedOrExpired } from './rules/licenceDeniedOrExpired.ts'
import { licenceExpiresBeforeAiring } from './rules/licenceExpiresBeforeAiring.ts'
import { licenceFeeNegative } from './rules/licenceFeeNegative.ts'
import { licenceMissing } from './rules/licenceMissing.ts'
import { licenceNotApproved } from './rules/licenceNotApproved.ts'
import { licenceSharesNotWhole } from './rules/licenceSharesNotWhole.ts'
import { licenceTooNarrow } from './rules/licenceTooNarrow.ts'
import { licenceWithoutCue } from './rules/licenceWithoutCue.ts'
import { longerThanTenMinutes } from './rules/longerThanTenMinutes.ts'
import { markUnreadable } from './rules/markUnreadable.ts'
import { moreMusicThanShow } from './rules/moreMusicThanShow.ts'
import { mostFavouredNationsBroken } from './rules/mostFavouredNationsBroken.ts'
import { namesakesDiffer } from './rules/namesakesDiffer.ts'
import { numberOutOfOrder } from './rules/numberOutOfOrder.ts'
import { numberUsedTwice } from './rules/numberUsedTwice.ts'
import { outsideReel } from './rules/outsideReel.ts'
import { pictureRateDiffers } from './rules/pictureRateDiffers.ts'
import { productionTitleBlank } from './rules/productionTitleBlank.ts'
import { publicDomainPublished } from './rules/publicDomainPublished.ts'
import { publicDomainRecordingUnlicensed } from './rules/publicDomainRecordingUnlicensed.ts'
import { publicDomainUnproved } from './rules/publicDomainUnproved.ts'
import { publisherMissing } from './rules/publisherMissing.ts'
import { publisherSharesNotWhole } from './rules/publisherSharesNotWhole.ts'
import { revisionUnexplained } from './rules/revisionUnexplained.ts'
import { runsIntoBreak } from './rules/runsIntoBreak.ts'
import { seenButNotHeard } from './rules/seenButNotHeard.ts'
import { separatorContradicts } from './rules/separatorContradicts.ts'
import { shareImpossible } from './rules/shareImpossible.ts'
import { shorterThanOneSecond } from './rules/shorterThanOneSecond.ts'
import { showDurationDiffers } from './rules/showDurationDiffers.ts'
import { showDurationZero } from './rules/showDurationZero.ts'
import { sidesShareOneWhole } from './rules/sidesShareOneWhole.ts'
import { societiesUneven } from './rules/societiesUneven.ts'
import { societyMissing } from './rules/societyMissing.ts'
import { titleBlank } from './rules/titleBlank.ts'
import { titleIdentifierWrong } from './rules/titleIdentifierWrong.ts'
import { titleLooksLikeFileName } from './rules/titleLooksLikeFileName.ts'
import { titleThemeMisplaced } from './rules/titleThemeMisplaced.ts'
import { transDiegeticCue } from './rules/transDiegeticCue.ts'
import { typeContradictsOrigin } from './rules/typeContradictsOrigin.ts'
import { unionReuseUnchecked } from './rules/unionReuseUnchecked.ts'
import { usageNotLicensed } from './rules/usageNotLicensed.ts'
import { usedBeyondLicence } from './rules/usedBeyondLicence.ts'
import { vocalsUnknown } from './rules/vocalsUnknown.ts'
import { workDoubled } from './rules/workDoubled.ts'
import { writerMissing } from './rules/writerMissing.ts'
import { writerSharesNotWhole } from './rules/writerSharesNotWhole.ts'

/** Every rule, by id. The ids are those of the cue-sheet reference, section 10; CS-014 and CS-081 to CS-084 are our own. */
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
  pictureRateDiffers,
  separatorContradicts,
  cueStillOpen,
  titleBlank,
  numberUsedTwice,
  numberOutOfOrder,
  titleLooksLikeFileName,
  identificationUnconfirmed,
  vocalsUnknown,
  diegesisUnknown,
  seenButNotHeard,
  heardButNotSeen,
  titleThemeMisplaced,
  typeContradictsOrigin,
  transDiegeticCue,
  writerMissing,
  writerSharesNotWhole,
  publisherSharesNotWhole,
  publisherMissing,
  societyMissing,
  ipiWrong,
  ipiMissing,
  iswcWrong,
  isrcMalformed,
  shareImpossible,
  sidesShareOneWhole,
  societiesUneven,
  namesakesDiffer,
  artistMissing,
  labelAndIsrcMissing,
  libraryDetailsMissing,
  publicDomainPublished,
  publicDomainRecordingUnlicensed,
  publicDomainUnproved,
  licenceMissing,
  licenceNotApproved,
  licenceDeniedOrExpired,
  licenceSharesNotWhole,
  mostFavouredNationsBroken,
  licenceExpiresBeforeAiring,
  licenceTooNarrow,
  usedBeyondLicence,
  usageNotLicensed,
  festivalLicenceOnly,
  unionReuseUnchecked,
  licenceFeeNegative,
  currenciesMixed,
  licenceDaysOutOfOrder,
  licenceWithoutCue,
  productionTitleBlank,
  companyBlank,
  broadcastDetailsMissing,
  showDurationZero,
  titleIdentifierWrong,
  showDurationDiffers,
  revisionUnexplained,
]
