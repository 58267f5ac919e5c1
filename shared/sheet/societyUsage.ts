import type { Production, ProductionCategory, VisualRule } from '../model/production.ts'
import {
  type UkCode,
  type Usage,
  type UsageFacts,
  type UsCode,
  ukUsage,
  usUsage,
  visualReason,
} from './usage.ts'

/** A usage in APRA's words. */
export type ApraUsage = 'Theme' | 'Background' | 'Featured'
/** A usage in SOCAN's words. */
export type SocanUsage = 'theme' | 'background' | 'featured' | 'logo'
/** What a cue is for, in DDEX's words (CueUseType). */
export type DdexUse = 'AudioLogo' | 'Background' | 'Bumper' | 'FilmTheme' | 'OnScreenMusic' | 'Theme'
/** Which theme it is, in DDEX's words (ThemeType). */
export type DdexTheme = 'OpeningTheme' | 'ClosingTheme' | 'SegmentTheme'

/** A usage in DDEX's words: the use with its reason, and what goes with it. */
export type DdexUsage = Usage<DdexUse> & {
  /** Null for what is no theme. */
  readonly theme: DdexTheme | null
  readonly perception: 'Background' | 'Visual'
  /** Null as long as it is not known. */
  readonly vocal: 'Instrumental' | 'Vocal' | null
}

/** How a cue is classed in each vocabulary. */
export type Usages = {
  readonly us: Usage<UsCode>
  readonly uk: Usage<UkCode>
  readonly apra: Usage<ApraUsage>
  readonly socan: Usage<SocanUsage>
  readonly ddex: DdexUsage
}

/** Classes a cue in each vocabulary (cue-sheet reference, section 5.3). */
export function usagesOf(
  cue: UsageFacts,
  { visualRule, category }: Pick<Production, 'visualRule' | 'category'>,
): Usages {
  return {
    us: usUsage(cue, visualRule),
    uk: ukUsage(cue),
    apra: apraUsage(cue),
    socan: socanUsage(cue, visualRule),
    ddex: ddexUsage(cue, visualRule, category),
  }
}

/** APRA's usage: whatever the characters hear is featured, since background is what only the audience hears. */
export function apraUsage(cue: UsageFacts): Usage<ApraUsage> {
  switch (cue.themeRole) {
    case 'mainTitle':
    case 'endTitle':
      return { code: 'Theme', reason: 'Theme: it is the title music.' }
    case 'logo':
      return { code: 'Background', reason: 'Background: a logo is no theme of the programme.' }
    case 'bumper':
    case 'segment':
      return { code: 'Background', reason: 'Background: play-ons and previews are no theme.' }
    default:
  }
  if (cue.diegesis === 'unknown')
    return {
      code: 'Background',
      reason: 'Background, as long as nobody has said whether the characters hear it.',
    }
  if (cue.diegesis === 'diegetic' || cue.diegesis === 'transDiegetic')
    return { code: 'Featured', reason: 'Featured: the characters can hear it, seen or not.' }
  return cue.prominence === 'featured'
    ? { code: 'Featured', reason: 'Featured: only the audience hears it, but it is the focus of attention.' }
    : { code: 'Background', reason: 'Background: only the audience hears it.' }
}

/** SOCAN's usage: what the characters hear is featured where its source is seen. */
export function socanUsage(cue: UsageFacts, rule: VisualRule): Usage<SocanUsage> {
  switch (cue.themeRole) {
    case 'mainTitle':
    case 'endTitle':
      return { code: 'theme', reason: 'Theme: it is the title music.' }
    case 'segment':
      return { code: 'theme', reason: 'Theme: it belongs to a segment of the programme.' }
    case 'logo':
      return { code: 'logo', reason: 'Logo: it goes with a firm’s sign.' }
    case 'bumper':
      return { code: 'background', reason: 'Background: a bumper is no theme.' }
    default:
  }
  if (isHeardByAudienceOnly(cue) && cue.prominence === 'featured')
    return {
      code: 'featured',
      reason: 'Featured: only the audience hears it, but it is the focus of attention.',
    }
  const visual = visualReason(cue, rule)
  return visual.isVisual
    ? { code: 'featured', reason: `Featured: ${visual.reason}.` }
    : { code: 'background', reason: `Background: ${visual.reason}.` }
}

/** DDEX's usage. */
export function ddexUsage(cue: UsageFacts, rule: VisualRule, category: ProductionCategory): DdexUsage {
  const visual = visualReason(cue, rule)
  const vocal = cue.vocals === 'unknown' ? null : cue.vocals === 'vocal' ? 'Vocal' : 'Instrumental'
  const others = { perception: visual.isVisual ? 'Visual' : 'Background', vocal } as const
  const title = category === 'Movie' || category === 'Short' ? 'FilmTheme' : 'Theme'
  switch (cue.themeRole) {
    case 'mainTitle':
      return { code: title, reason: 'It plays over the main title.', theme: 'OpeningTheme', ...others }
    case 'endTitle':
      return { code: title, reason: 'It plays over the end title.', theme: 'ClosingTheme', ...others }
    case 'segment':
      return { code: 'Theme', reason: 'It is the theme of a segment.', theme: 'SegmentTheme', ...others }
    case 'bumper':
      return { code: 'Bumper', reason: 'Its theme role is bumper.', theme: null, ...others }
    case 'logo':
      return { code: 'AudioLogo', reason: 'Its theme role is logo.', theme: null, ...others }
    default:
  }
  return visual.isVisual
    ? { code: 'OnScreenMusic', reason: `On screen: ${visual.reason}.`, theme: null, ...others }
    : { code: 'Background', reason: `Background: ${visual.reason}.`, theme: null, ...others }
}

function isHeardByAudienceOnly({ diegesis }: UsageFacts): boolean {
  return diegesis === 'nonDiegetic' || diegesis === 'metaDiegetic'
}
