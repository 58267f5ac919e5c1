import { bare } from '../model/folded.ts'
import { ukCodeNames, usCodeNames } from './readableNames.ts'
import type { Usages } from './societyUsage.ts'
import type { UsCode } from './usage.ts'

/** What a word for the usage of music stands for. */
export type UsageMeaning = {
  /** The US codes that it may stand for. */
  readonly us: readonly UsCode[]
  /** For featured music: the UK class has to be F, whatever the US code. */
  readonly isFeatured?: true
  /** For music that the scene itself hears, seen or not. */
  readonly isSource?: true
  /** For music of one theme role that has no US code of its own. */
  readonly role?: 'segment' | 'bumper'
}

const untitled: readonly UsCode[] = ['BI', 'BV', 'VI', 'VV']

/** Usage codes and their aliases on sheets of several countries (cue-sheet reference, section 4.1), without case. */
const meanings: readonly (readonly [names: readonly string[], meaning: UsageMeaning])[] = [
  [['bi', 'background instrumental'], { us: ['BI'] }],
  [['bv', 'background vocal'], { us: ['BV'] }],
  [['vi', 'visual instrumental'], { us: ['VI'] }],
  [['vv', 'visual vocal'], { us: ['VV'] }],
  [['bg', 'b', 'background', 'background music', 'incidental'], { us: ['BI', 'BV'] }],
  [['vs', 'visual', 'visual source', 'on camera', 'onscreenmusic'], { us: ['VI', 'VV'] }],
  [['f', 'featured', 'foreground'], { us: untitled, isFeatured: true }],
  [['src', 'source'], { us: untitled, isFeatured: true, isSource: true }],
  [['fv', 'featured vocal'], { us: ['BV', 'VV'], isFeatured: true }],
  [['fi', 'featured instrumental'], { us: ['BI', 'VI'], isFeatured: true }],
  [['mt', 'to', 'ot', 'oi', 'main title', 'main title theme', 'main title music'], { us: ['MT'] }],
  [['opening', 'opening theme', 'opening titles', 'openingtheme', 'opening instrumental'], { us: ['MT'] }],
  [['title music'], { us: ['MT'] }],
  [
    ['et', 'tc', 'ct', 'ci', 'ec', 'end title', 'end title theme', 'end titles', 'end credits'],
    { us: ['ET'] },
  ],
  [['closing', 'closing theme', 'closing titles', 'closing credits', 'closingtheme'], { us: ['ET'] }],
  [['closing instrumental'], { us: ['ET'] }],
  [['s', 'signature', 'signature tune'], { us: ['MT', 'ET'] }],
  [['theme', 'filmtheme'], { us: ['MT', 'ET', ...untitled], role: 'segment' }],
  [['segment theme', 'segmenttheme'], { us: untitled, role: 'segment' }],
  [['bumper'], { us: untitled, role: 'bumper' }],
  [['vocal'], { us: ['BV', 'VV'] }],
  [['instrumental'], { us: ['BI', 'VI'] }],
  [['logo', 'ee', 'audiologo', 'ident', 'ident/logo'], { us: ['LOGO'] }],
]

const byName: ReadonlyMap<string, UsageMeaning> = new Map(
  meanings.flatMap(([names, meaning]) => names.map((name) => [bare(name), meaning] as const)),
)

/** Every code and alias, in the writing of sheets. */
export const usageNames: readonly string[] = meanings.flatMap(([names]) => names)

/** What a code or an alias of one stands for; null for a word that says nothing of usage. */
export function usageMeaning(text: string): UsageMeaning | null {
  return byName.get(bare(text)) ?? null
}

/** Whether the usage for which a licence was given, in a code or in words, is the one that a cue has now. */
export function fitsUsage(text: string, usages: Usages): boolean {
  const words = bare(text)
  const { us, uk, apra, socan, ddex } = usages
  const names = [
    ...[us.code, us.code && usCodeNames[us.code], uk.code, uk.code && ukCodeNames[uk.code]],
    ...[apra.code, socan.code, ddex.code, ddex.theme],
  ]
  if (names.some((name) => name !== null && bare(name) === words)) return true
  const meaning = usageMeaning(text)
  if (!meaning || us.code === null || !meaning.us.includes(us.code)) return false
  if (meaning.role === 'bumper') return ddex.code === 'Bumper'
  if (meaning.role === 'segment') return ddex.theme === 'SegmentTheme' || uk.code === 'S'
  return !meaning.isFeatured || uk.code === 'F'
}
