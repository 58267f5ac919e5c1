import type { Cue } from '../model/cue.ts'
import { ok, type Result, refuse } from '../result.ts'
import { bare, nearest } from '../model/folded.ts'

/** The axes that a usage code says something about. */
export type UsagePatch = Partial<
  Pick<Cue, 'themeRole' | 'diegesis' | 'sourceVisibility' | 'prominence' | 'vocals'>
>

type Meaning = {
  readonly place?: 'visual' | 'background'
  readonly vocals?: 'vocal' | 'instrumental'
  readonly themeRole?: Cue['themeRole']
  readonly isFeatured?: boolean
}

const background = { place: 'background' } as const
const visual = { place: 'visual' } as const
const vocal = { vocals: 'vocal' } as const
const instrumental = { vocals: 'instrumental' } as const
const featured = { isFeatured: true } as const

/** Codes and words of society sheets (cue-sheet reference, section 4.1), without case, spaces and hyphens. */
const meanings: Readonly<Record<string, Meaning>> = {
  bi: { ...background, ...instrumental },
  backgroundinstrumental: { ...background, ...instrumental },
  bv: { ...background, ...vocal },
  backgroundvocal: { ...background, ...vocal },
  vi: { ...visual, ...instrumental },
  visualinstrumental: { ...visual, ...instrumental },
  vv: { ...visual, ...vocal },
  visualvocal: { ...visual, ...vocal },
  fi: { ...featured, ...instrumental },
  featuredinstrumental: { ...featured, ...instrumental },
  fv: { ...featured, ...vocal },
  featuredvocal: { ...featured, ...vocal },
  vs: visual,
  src: visual,
  visual,
  visualsource: visual,
  onscreenmusic: visual,
  bg: background,
  b: background,
  background,
  f: featured,
  featured,
  foreground: featured,
  mt: { themeRole: 'mainTitle' },
  to: { themeRole: 'mainTitle' },
  ot: { themeRole: 'mainTitle' },
  maintitle: { themeRole: 'mainTitle' },
  maintitletheme: { themeRole: 'mainTitle' },
  openingtheme: { themeRole: 'mainTitle' },
  opening: { themeRole: 'mainTitle' },
  et: { themeRole: 'endTitle' },
  tc: { themeRole: 'endTitle' },
  ct: { themeRole: 'endTitle' },
  ec: { themeRole: 'endTitle' },
  endtitle: { themeRole: 'endTitle' },
  endtitletheme: { themeRole: 'endTitle' },
  endcredits: { themeRole: 'endTitle' },
  closingtheme: { themeRole: 'endTitle' },
  closing: { themeRole: 'endTitle' },
  logo: { themeRole: 'logo' },
  ee: { themeRole: 'logo' },
  ident: { themeRole: 'logo' },
  audiologo: { themeRole: 'logo' },
  theme: { themeRole: 'segment' },
  segmenttheme: { themeRole: 'segment' },
  bumper: { themeRole: 'bumper' },
  vocal,
  instrumental,
}

/** The codes that are offered where usage is typed. */
export const usageWords = [
  { value: 'BI', name: 'BI', aliases: ['Background instrumental'] },
  { value: 'BV', name: 'BV', aliases: ['Background vocal'] },
  { value: 'VI', name: 'VI', aliases: ['Visual instrumental'] },
  { value: 'VV', name: 'VV', aliases: ['Visual vocal'] },
  { value: 'MT', name: 'MT', aliases: ['Main title theme'] },
  { value: 'ET', name: 'ET', aliases: ['End title theme'] },
  { value: 'LOGO', name: 'LOGO', aliases: ['Logo'] },
] as const

/**
 * What a usage code of a society says about a cue. It changes as little as gives that code by the project's rule for visual
 * music: a cue that already is visual stays as it is seen.
 */
export function readUsage(text: string, cue: UsageFacts): Result<UsagePatch> {
  const [code = ''] = text.split(/[·/|]/)
  const meaning = Object.hasOwn(meanings, bare(code)) ? meanings[bare(code)] : undefined
  if (!meaning) return refuse(noUsage(text))
  const { themeRole } = meaning
  if (themeRole) return ok({ themeRole })
  return ok({
    ...(meaning.vocals ? { vocals: meaning.vocals } : {}),
    ...withoutTitle(cue),
    ...(meaning.place === 'visual' ? asVisual(cue) : {}),
    ...(meaning.place === 'background' ? asBackground(cue) : {}),
    ...(meaning.isFeatured ? { prominence: 'featured' as const } : {}),
  })
}

type UsageFacts = Pick<Cue, 'themeRole' | 'diegesis' | 'sourceVisibility' | 'prominence'>

/** The roles that decide a code by themselves go; a segment theme or a bumper stays one. */
function withoutTitle({ themeRole }: UsageFacts): UsagePatch {
  return themeRole === 'mainTitle' || themeRole === 'endTitle' || themeRole === 'logo'
    ? { themeRole: 'none' }
    : {}
}

function isHeard({ diegesis }: UsageFacts): boolean {
  return diegesis === 'diegetic' || diegesis === 'transDiegetic'
}

function asVisual(cue: UsageFacts): UsagePatch {
  const isSeen = cue.sourceVisibility === 'performer' || cue.sourceVisibility === 'device'
  return {
    ...(isHeard(cue) ? {} : { diegesis: 'diegetic' }),
    ...(isSeen ? {} : { sourceVisibility: 'performer' }),
  }
}

function asBackground(cue: UsageFacts): UsagePatch {
  if (isHeard(cue)) return cue.sourceVisibility === 'none' ? {} : { sourceVisibility: 'offscreen' }
  return cue.diegesis === 'unknown' ? { diegesis: 'nonDiegetic' } : {}
}

function noUsage(text: string) {
  const found = text.trim()
  if (/^(pd|public ?domain)$/i.test(found)) {
    return {
      message: 'Public domain says whose the work is, not how it is used.',
      expected: 'BI, BV, VI, VV, MT, ET or LOGO',
      found,
      remedy: 'Type the usage here, and tick “Public-domain work” in the inspector.',
    }
  }
  const meant = nearest(
    found,
    Object.keys(meanings).filter((word) => word.length > 3),
  )
  return {
    message: `“${found}” is no usage code.`,
    expected: 'BI, BV, VI, VV, MT, ET, LOGO, or what other sheets say for them',
    found: found === '' ? 'nothing' : found,
    remedy: 'Type one of the codes; what a sheet calls it in words is understood too.',
    ...(meant ? { suggestion: meant } : {}),
  }
}
