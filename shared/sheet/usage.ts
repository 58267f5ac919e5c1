import type { Cue } from '../model/cue.ts'
import type { VisualRule } from '../model/production.ts'
import type { ukCodeNames, usCodeNames } from './readableNames.ts'

/** A usage code of US sheets (ASCAP/BMI). */
export type UsCode = keyof typeof usCodeNames
/** A usage code of UK sheets: background, featured, signature. */
export type UkCode = keyof typeof ukCodeNames

/** A code, null when nothing can be said yet, and one sentence on the rule that decided it. */
export type Usage<Code extends string> = { readonly code: Code | null; readonly reason: string }

/** What usage is read from. */
export type UsageFacts = Pick<Cue, 'themeRole' | 'diegesis' | 'sourceVisibility' | 'prominence' | 'vocals'>

/** The US usage code (cue-sheet reference, section 5.1: the first rule that fits decides). */
export function usUsage(cue: UsageFacts, rule: VisualRule): Usage<UsCode> {
  if (cue.themeRole === 'logo') return { code: 'LOGO', reason: 'Its theme role is logo.' }
  if (cue.themeRole === 'mainTitle') return { code: 'MT', reason: 'It plays over the main title.' }
  if (cue.themeRole === 'endTitle')
    return { code: 'ET', reason: 'It plays over the end title, whatever its origin.' }
  if (cue.vocals === 'unknown')
    return { code: null, reason: 'It is not known yet whether the music is vocal or instrumental.' }
  const visual = visualReason(cue, rule)
  const sung = cue.vocals === 'vocal' ? 'vocal' : 'instrumental'
  const code: UsCode = visual.isVisual
    ? cue.vocals === 'vocal'
      ? 'VV'
      : 'VI'
    : cue.vocals === 'vocal'
      ? 'BV'
      : 'BI'
  return { code, reason: `${visual.isVisual ? 'Visual' : 'Background'} ${sung}: ${visual.reason}.` }
}

/** The UK usage code (cue-sheet reference, section 5.3). */
export function ukUsage(cue: UsageFacts): Usage<UkCode> {
  if (cue.themeRole === 'mainTitle' || cue.themeRole === 'endTitle')
    return { code: 'S', reason: 'Signature: it is the title music.' }
  if (cue.themeRole === 'logo') return { code: 'B', reason: 'Background: a logo or ident is reported so.' }
  if (cue.diegesis === 'unknown')
    return { code: 'B', reason: 'Background, as long as nobody has said whether the characters hear it.' }
  if (cue.diegesis === 'diegetic' || cue.diegesis === 'transDiegetic')
    return { code: 'F', reason: 'Featured: the characters can hear it, seen or not.' }
  if (cue.prominence === 'featured')
    return { code: 'F', reason: 'Featured: only the audience hears it, but it is the focus of attention.' }
  return { code: 'B', reason: 'Background: only the audience hears it.' }
}

/** Whether a cue is visual by the production's rule, and why. */
export type Visual = { readonly isVisual: boolean; readonly reason: string }

/** Whether the music is visual (cue-sheet reference, section 5.2). */
export function visualReason(cue: UsageFacts, rule: VisualRule): Visual {
  if (cue.diegesis === 'unknown')
    return { isVisual: false, reason: 'nobody has said yet whether the characters hear it' }
  if (cue.diegesis !== 'diegetic' && cue.diegesis !== 'transDiegetic')
    return { isVisual: false, reason: 'the characters do not hear it' }
  if (rule === 'diegetic')
    return { isVisual: true, reason: 'the characters hear it, which is enough by this production’s rule' }
  if (cue.sourceVisibility === 'performer')
    return { isVisual: true, reason: 'the characters hear it and a player or singer is on screen' }
  if (cue.sourceVisibility !== 'device')
    return { isVisual: false, reason: 'the characters hear it, but its source is not seen' }
  return rule === 'sourceVisible'
    ? { isVisual: true, reason: 'the characters hear it and its source is on screen' }
    : { isVisual: false, reason: 'a device is seen, but this production’s rule asks for a performer' }
}
