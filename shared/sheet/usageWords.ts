import type { Cue } from '../model/cue.ts'
import { ukCodeNames, usCodeNames } from './readableNames.ts'
import type { Usages } from './societyUsage.ts'
import type { UsCode } from './usage.ts'

/** The axes of a cue that a usage says something about. */
export type UsageAxes = Partial<
  Pick<Cue, 'themeRole' | 'diegesis' | 'sourceVisibility' | 'prominence' | 'vocals'>
>

type Meaning = {
  /** What it says of a cue on which it is entered. */
  readonly axes: UsageAxes
  /** The US codes that it may stand for. */
  readonly us: readonly UsCode[]
  /** For featured music: the UK class has to be F, whatever the US code. */
  readonly isFeatured?: true
}

const background = { themeRole: 'none', diegesis: 'nonDiegetic', sourceVisibility: 'none' } as const
const visual = { themeRole: 'none', diegesis: 'diegetic', sourceVisibility: 'performer' } as const
const featured = { themeRole: 'none', prominence: 'featured' } as const
const sung = { vocals: 'vocal' } as const
const played = { vocals: 'instrumental' } as const
const untitled: readonly UsCode[] = ['BI', 'BV', 'VI', 'VV']

/** Usage codes and their aliases on sheets of several countries (cue-sheet reference, section 4.1), without case and punctuation. */
const meanings: readonly (readonly [names: readonly string[], meaning: Meaning])[] = [
  [['bi', 'background instrumental'], { axes: { ...background, ...played }, us: ['BI'] }],
  [['bv', 'background vocal'], { axes: { ...background, ...sung }, us: ['BV'] }],
  [['vi', 'visual instrumental'], { axes: { ...visual, ...played }, us: ['VI'] }],
  [['vv', 'visual vocal'], { axes: { ...visual, ...sung }, us: ['VV'] }],
  [['bg', 'b', 'background', 'background music', 'incidental'], { axes: background, us: ['BI', 'BV'] }],
  [['vs', 'visual', 'visual source', 'on camera', 'onscreenmusic'], { axes: visual, us: ['VI', 'VV'] }],
  [['src', 'source'], { axes: { themeRole: 'none', diegesis: 'diegetic' }, us: untitled, isFeatured: true }],
  [['fv', 'featured vocal'], { axes: { ...featured, ...sung }, us: ['BV', 'VV'], isFeatured: true }],
  [['fi', 'featured instrumental'], { axes: { ...featured, ...played }, us: ['BI', 'VI'], isFeatured: true }],
  [['f', 'featured', 'foreground'], { axes: featured, us: untitled, isFeatured: true }],
  [
    ['mt', 'to', 'ot', 'main title', 'main title theme', 'main title music', 'opening', 'opening theme'],
    { axes: { themeRole: 'mainTitle' }, us: ['MT'] },
  ],
  [['opening titles', 'openingtheme', 'title music'], { axes: { themeRole: 'mainTitle' }, us: ['MT'] }],
  [['oi', 'opening instrumental'], { axes: { themeRole: 'mainTitle', ...played }, us: ['MT'] }],
  [
    ['et', 'tc', 'ct', 'ec', 'end title', 'end title theme', 'end titles', 'closing', 'closing theme'],
    { axes: { themeRole: 'endTitle' }, us: ['ET'] },
  ],
  [
    ['end credits', 'closing titles', 'closing credits', 'closingtheme'],
    { axes: { themeRole: 'endTitle' }, us: ['ET'] },
  ],
  [['ci', 'closing instrumental'], { axes: { themeRole: 'endTitle', ...played }, us: ['ET'] }],
  [['s', 'signature', 'signature tune'], { axes: {}, us: ['MT', 'ET'] }],
  [['theme', 'filmtheme'], { axes: { themeRole: 'segment' }, us: ['MT', 'ET', ...untitled] }],
  [['segment theme', 'segmenttheme'], { axes: { themeRole: 'segment' }, us: untitled }],
  [['bumper'], { axes: { themeRole: 'bumper' }, us: untitled }],
  [['logo', 'ee', 'audiologo', 'ident', 'ident/logo'], { axes: { themeRole: 'logo' }, us: ['LOGO'] }],
]

const byName: ReadonlyMap<string, Meaning> = new Map(
  meanings.flatMap(([names, meaning]) => names.map((name) => [name, meaning] as const)),
)

/** What a usage code, one of its aliases or its name says of a cue on which it is entered; null for a text that is none. */
export function axesOfUsage(text: string): UsageAxes | null {
  return byName.get(bare(text))?.axes ?? null
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
  const meaning = byName.get(words)
  if (!meaning || us.code === null || !meaning.us.includes(us.code)) return false
  if (meaning.axes.themeRole === 'bumper') return ddex.code === 'Bumper'
  if (meaning.axes.themeRole === 'segment') return ddex.theme === 'SegmentTheme' || uk.code === 'S'
  return !meaning.isFeatured || uk.code === 'F'
}

function bare(text: string): string {
  return text
    .toLowerCase()
    .replace(/[.()[\]]/g, '')
    .replace(/[-\s]+/g, ' ')
    .trim()
}
