import { nameOfUse } from '../../sheet/cueUse.ts'
import { percentText } from '../../sheet/percentText.ts'
import { perUse } from '../perUse.ts'
import type { Rule } from '../rule.ts'
import { shareOneWhole, shareTotals } from '../shareTotals.ts'

/** Writers and publishers entered as parts of one common whole. */
export const sidesShareOneWhole: Rule = {
  id: 'CS-050',
  severity: 'warning',
  fault: 'Writers and publishers together total 100%, and the writers alone do not.',
  reason:
    'Here writers and publishers each total 100%; elsewhere both together do, and such shares need doubling.',
  remedy: 'Double the shares, or scale each side to 100%.',
  source: 'Q-Cuts counts both sides as one whole; the ASCAP/BMI template counts each side',
  inspect: perUse((use) => {
    if (!use.work || !shareOneWhole(use.work)) return null
    const { writers, publishers } = shareTotals(use.work)
    const entered = `${percentText(writers)} for the writers and ${percentText(publishers)} for the publishers`
    return writers === publishers
      ? `${nameOfUse(use)} has ${entered}. Entered 50/50? Double every share.`
      : `${nameOfUse(use)} has ${entered}. Entered as one whole? Each side must total 100% by itself.`
  }),
}
