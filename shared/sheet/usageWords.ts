import { ukCodeNames, usCodeNames } from './readableNames.ts'
import type { Usages } from './societyUsage.ts'
import type { UsCode } from './usage.ts'

type Meaning = {
  /** The US codes that it may stand for. */
  readonly us: readonly UsCode[]
  /** For featured music: the UK class has to be F, whatever the US code. */
  readonly isFeatured?: true
  /** For music of one theme role that has no US code of its own. */
  readonly role?: 'segment' | 'bumper'
}

const untitled: readonly UsCode[] = ['BI', 'BV', 'VI', 'VV']

/** Usage codes and their aliases on sheets of several countries (cue-sheet reference, section 4.1), without case and punctuation. */
const meanings: readonly (readonly [names: readonly string[], meaning: Meaning])[] = [
  [['bi', 'background instrumental'], { us: ['BI'] }],
  [['bv', 'background vocal'], { us: ['BV'] }],
  [['vi', 'visual instrumental'], { us: ['VI'] }],
  [['vv', 'visual vocal'], { us: ['VV'] }],
  [['bg', 'b', 'background', 'background music', 'incidental'], { us: ['BI', 'BV'] }],
  [['vs', 'visual', 'visual source', 'on camera', 'onscreenmusic'], { us: ['VI', 'VV'] }],
  [['src', 'source', 'f', 'featured', 'foreground'], { us: untitled, isFeatured: true }],
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
  [['logo', 'ee', 'audiologo', 'ident', 'ident/logo'], { us: ['LOGO'] }],
]

const byName: ReadonlyMap<string, Meaning> = new Map(
  meanings.flatMap(([names, meaning]) => names.map((name) => [name, meaning] as const)),
)

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
  if (meaning.role === 'bumper') return ddex.code === 'Bumper'
  if (meaning.role === 'segment') return ddex.theme === 'SegmentTheme' || uk.code === 'S'
  return !meaning.isFeatured || uk.code === 'F'
}

function bare(text: string): string {
  return text
    .toLowerCase()
    .replace(/[.()[\]]/g, '')
    .replace(/[-\s]+/g, ' ')
    .trim()
}
