import type { Cue } from '../model/cue.ts'
import { nearest } from '../model/folded.ts'
import { ok, type Result, refuse } from '../result.ts'
import type { UsCode } from '../sheet/usage.ts'
import { type UsageMeaning, usageMeaning, usageNames } from '../sheet/usageWords.ts'

/** The axes that a usage code says something about. */
export type UsagePatch = Partial<
  Pick<Cue, 'themeRole' | 'diegesis' | 'sourceVisibility' | 'prominence' | 'vocals'>
>

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
  const meaning = usageMeaning(code)
  if (!meaning) return refuse(noUsage(text))
  const themeRole = themeRoleOf(meaning)
  if (themeRole) return ok({ themeRole })
  const isOf = (...codes: readonly UsCode[]) => meaning.us.every((each) => codes.includes(each))
  if (!isOf('BI', 'BV', 'VI', 'VV')) return refuse(noUsage(text))
  return ok({
    ...(isOf('BV', 'VV') ? { vocals: 'vocal' as const } : {}),
    ...(isOf('BI', 'VI') ? { vocals: 'instrumental' as const } : {}),
    ...withoutTitle(cue),
    ...(isOf('VI', 'VV') ? asVisual(cue) : {}),
    ...(isOf('BI', 'BV') ? asBackground(cue) : {}),
    ...(meaning.isSource ? asSource(cue) : {}),
    ...(meaning.isFeatured && !meaning.isSource ? { prominence: 'featured' as const } : {}),
  })
}

const titleRoles: Partial<Record<UsCode, Cue['themeRole']>> = {
  MT: 'mainTitle',
  ET: 'endTitle',
  LOGO: 'logo',
}

/** The theme role that a meaning is for; null where it is for none, or for several, as a signature is. */
function themeRoleOf({ role, us }: UsageMeaning): Cue['themeRole'] | null {
  if (role) return role
  const [code] = us
  return us.length === 1 && code ? (titleRoles[code] ?? null) : null
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

function asSource(cue: UsageFacts): UsagePatch {
  return {
    ...(isHeard(cue) ? {} : { diegesis: 'diegetic' }),
    ...(cue.sourceVisibility === 'none' ? { sourceVisibility: 'offscreen' } : {}),
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
    usageNames.filter((word) => word.length > 3),
  )
  return {
    message: `“${found}” is no usage code.`,
    expected: 'BI, BV, VI, VV, MT, ET, LOGO, or what other sheets say for them',
    found: found === '' ? 'nothing' : found,
    remedy: 'Type one of the codes; what a sheet calls it in words is understood too.',
    ...(meant ? { suggestion: meant } : {}),
  }
}
