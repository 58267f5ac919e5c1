import type { Cue } from '../../model/cue.ts'
import { cueTypeNames } from '../../model/cuePresets.ts'
import { nameOfUse } from '../../sheet/cueUse.ts'
import { originNames } from '../../sheet/readableNames.ts'
import { perUse } from '../perUse.ts'
import type { Rule } from '../rule.ts'

/** The origins that a type of cue allows, the likeliest first; a type that is not listed allows all. */
export const fittingOrigins: Partial<Record<Cue['type'], readonly Cue['origin'][]>> = {
  score: ['commissioned'],
  library: ['library'],
  needleDrop: ['commercial', 'video'],
}

/** A type of cue that its origin rules out. */
export const typeContradictsOrigin: Rule = {
  id: 'CS-035',
  severity: 'warning',
  fault:
    'Score that is not commissioned, library music that is from no library, or a needle drop from neither record nor video.',
  reason:
    'Score is commissioned, library music comes from a library, a needle drop from a record or a video; societies pay by origin.',
  remedy: 'Correct the origin, or the type.',
  source: 'UK origin codes; DDEX CueOrigin',
  inspect: perUse((use) => {
    const { type, origin } = use.cue
    const fitting = fittingOrigins[type]
    if (!fitting || fitting.includes(origin)) return null
    const expected = fitting.map((name) => originNames[name]).join(' or ')
    return `${nameOfUse(use)} is ${cueTypeNames[type]} with the origin ${originNames[origin]}. Its origin should be ${expected}, or its type another.`
  }),
}
