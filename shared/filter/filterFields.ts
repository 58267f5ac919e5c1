import { frameOf, lastSpan, spansOf } from '../edits/cueSpans.ts'
import { lengthOf } from '../entry/timeFields.ts'
import { type Axis, axisWords, statusWords, type Word } from '../entry/vocabulary.ts'
import type { Cue } from '../model/cue.ts'
import type { ProductionDocument } from '../model/document.ts'
import type { Finding } from '../model/finding.ts'
import { folded } from '../model/folded.ts'
import type { CueUse } from '../sheet/cueUse.ts'
import { cueTitle, musicOf } from '../sheet/cueUse.ts'
import type { SideStatus } from '../sheet/sideStatus.ts'
import { ukUsage, usUsage } from '../sheet/usage.ts'

/** A cue with all that a filter may ask about it; what is dear to make is made when it is asked for. */
export type FilteredCue = {
  readonly document: ProductionDocument
  readonly cue: Cue
  readonly use: () => CueUse | null
  readonly findings: () => readonly Finding[]
  /** All its words, folded. */
  readonly words: () => string
}

/** What a field holds of a cue, by the way in which it is compared. */
export type FilterField = {
  readonly id: string
  readonly name: string
  readonly aliases: readonly string[]
  /** One line for completion and help. */
  readonly about: string
} & (
  | { readonly kind: 'text'; readonly read: (of: FilteredCue) => readonly string[] }
  | { readonly kind: 'number'; readonly read: (of: FilteredCue) => string }
  | {
      readonly kind: 'choice'
      readonly words: readonly Word[]
      readonly read: (of: FilteredCue) => readonly string[]
    }
  | { readonly kind: 'frames'; readonly isLength: boolean; readonly read: (of: FilteredCue) => number | null }
  | { readonly kind: 'count'; readonly read: (of: FilteredCue) => number }
)

const clearedStates = new Set(['approved', 'drafted', 'executed', 'paid'])

/** Whether a side needs nothing more: not needed, or approved and later for the whole of it. */
export function isCleared(side: SideStatus): boolean {
  if (side.status === 'n/a') return true
  return clearedStates.has(side.status) && (side.coverage === null || side.coverage >= 10_000)
}

function sidesOf(of: FilteredCue): readonly SideStatus[] {
  const use = of.use()
  return use ? [use.sync, use.master] : []
}

function licenceWords(sides: readonly SideStatus[]): readonly string[] {
  if (sides.length === 0) return []
  const all = sides.map(({ status }) => status as string)
  return [...all, sides.every(isCleared) ? 'cleared' : 'open']
}

const licenceStates: readonly Word[] = [
  { value: 'open', name: 'open', aliases: ['not cleared', 'uncleared', 'todo'] },
  { value: 'cleared', name: 'cleared', aliases: ['clear', 'done'] },
  { value: 'missing', name: 'missing', aliases: ['none'] },
  { value: 'n/a', name: 'not needed', aliases: ['n/a', 'na'] },
  ...statusWords.map((word) => ({ ...word, aliases: [] })),
]

function text(
  id: string,
  about: string,
  aliases: readonly string[],
  read: (of: FilteredCue) => readonly string[],
): FilterField {
  return { id, name: id, aliases, about, kind: 'text', read }
}

function plain(id: 'scene' | 'description' | 'notes', aliases: readonly string[]): FilterField {
  return text(id, `words of the ${id}`, aliases, ({ cue }) => [cue[id]])
}

function axis(id: Axis, name: string, aliases: readonly string[], about: string): FilterField {
  return { id, name, aliases, about, kind: 'choice', words: axisWords[id], read: ({ cue }) => [cue[id]] }
}

function side(id: 'sync' | 'master'): FilterField {
  return {
    id,
    name: id,
    aliases: [],
    about: `how far the ${id} side is licensed`,
    kind: 'choice',
    words: licenceStates,
    read: (of) => licenceWords(of.use() ? [(of.use() as CueUse)[id]] : []),
  }
}

function parties(which: 'writers' | 'publishers', aliases: readonly string[]): FilterField {
  return text(which.slice(0, -1), `name of a ${which.slice(0, -1)}`, aliases, ({ document, cue }) =>
    (musicOf(document, cue).work?.[which] ?? []).flatMap(({ party }) => {
      const known = document.parties[party]
      return known ? [known.name || `${known.firstName} ${known.lastName}`.trim()] : []
    }),
  )
}

function ofRecording(
  id: 'artist' | 'label' | 'album' | 'library' | 'isrc',
  aliases: readonly string[] = [],
): FilterField {
  return text(id, `${id} of the recording`, aliases, ({ document, cue }) => [
    musicOf(document, cue).recording?.[id] ?? '',
  ])
}

const codes = (values: readonly string[]): readonly Word[] =>
  values.map((value) => ({ value, name: value, aliases: [] }))

const severities: readonly Word[] = [
  { value: 'error', name: 'error', aliases: ['errors'] },
  { value: 'warning', name: 'warning', aliases: ['warnings'] },
  { value: 'info', name: 'info', aliases: ['hint'] },
]

/** THE LIST of what a filter can ask about. */
export const filterFields: readonly FilterField[] = [
  text('title', 'words of the title', ['name'], ({ document, cue }) => [
    cueTitle(cue, musicOf(document, cue).work),
  ]),
  {
    id: 'number',
    name: 'number',
    aliases: ['no', 'cue'],
    about: 'cue number, in natural order',
    kind: 'number',
    read: ({ cue }) => cue.number,
  },
  axis('type', 'type', ['kind'], 'score, song, needleDrop, source …'),
  axis('diegesis', 'diegesis', ['dieg'], 'diegetic, nonDiegetic …'),
  axis('vocals', 'vocals', ['vocal'], 'vocal, instrumental, unknown'),
  axis('sourceVisibility', 'source', ['seen', 'visibility'], 'none, offscreen, device, performer'),
  axis('origin', 'origin', [], 'commissioned, commercial, library …'),
  axis('themeRole', 'role', ['themerole'], 'mainTitle, endTitle, bumper …'),
  axis('prominence', 'prominence', [], 'background or featured'),
  axis('state', 'state', [], 'active, cut or temp'),
  {
    id: 'use',
    name: 'use',
    aliases: ['usage', 'us'],
    about: 'US usage code: BI, VV, MT …',
    kind: 'choice',
    words: codes(['BI', 'BV', 'VI', 'VV', 'MT', 'ET', 'LOGO']),
    read: ({ document, cue }) => [usUsage(cue, document.production.visualRule).code ?? ''],
  },
  {
    id: 'uk',
    name: 'uk',
    aliases: [],
    about: 'UK usage letter: B, F or S',
    kind: 'choice',
    words: codes(['B', 'F', 'S']),
    read: ({ cue }) => [ukUsage(cue).code ?? ''],
  },
  {
    id: 'length',
    name: 'length',
    aliases: ['duration', 'dur', 'len'],
    about: '30s, 1:30, 2m, or timecode',
    kind: 'frames',
    isLength: true,
    read: ({ cue }) => lengthOf(cue),
  },
  {
    id: 'in',
    name: 'in',
    aliases: ['start'],
    about: 'timecode of the in',
    kind: 'frames',
    isLength: false,
    read: ({ cue }) => frameOf(spansOf(cue)[0].start),
  },
  {
    id: 'out',
    name: 'out',
    aliases: ['end'],
    about: 'timecode of the out',
    kind: 'frames',
    isLength: false,
    read: ({ cue }) => frameOf(lastSpan(spansOf(cue)).end),
  },
  text('work', 'title of the work', ['composition'], ({ document, cue }) => [
    musicOf(document, cue).work?.title ?? '',
  ]),
  ofRecording('artist', ['performer', 'by']),
  parties('writers', ['writers', 'composer', 'composers', 'author']),
  parties('publishers', ['publishers']),
  text('society', 'society of a writer or publisher', ['pro'], ({ document, cue }) => {
    const work = musicOf(document, cue).work
    return [...(work?.writers ?? []), ...(work?.publishers ?? [])].map(
      ({ party }) => document.parties[party]?.society ?? '',
    )
  }),
  ofRecording('label'),
  ofRecording('album'),
  ofRecording('library'),
  ofRecording('isrc'),
  {
    id: 'licence',
    name: 'licence',
    aliases: ['license', 'rights'],
    about: 'open, cleared, missing, quoted … on either side',
    kind: 'choice',
    words: licenceStates,
    read: (of) => licenceWords(sidesOf(of)),
  },
  side('sync'),
  side('master'),
  {
    id: 'problem',
    name: 'problem',
    aliases: ['finding', 'review'],
    about: 'error, warning, or a rule such as CS-030',
    kind: 'choice',
    words: severities,
    read: (of) => of.findings().flatMap(({ rule, severity }) => [severity, rule]),
  },
  {
    id: 'problems',
    name: 'problems',
    aliases: ['findings'],
    about: 'how many the review found: problems>0',
    kind: 'count',
    read: (of) => of.findings().length,
  },
  text('reel', 'label of the reel', [], ({ document, cue }) =>
    cue.spans.map(({ reel }) => document.reels[reel]?.label ?? ''),
  ),
  plain('scene', []),
  plain('description', ['desc']),
  plain('notes', ['note']),
]

const byName: ReadonlyMap<string, FilterField> = new Map(
  filterFields.flatMap((field) =>
    [field.name, field.id, ...field.aliases].map((name) => [folded(name), field] as const),
  ),
)

/** The field that a name means, in whatever case. */
export function filterField(name: string): FilterField | undefined {
  return byName.get(folded(name))
}

/** Every name that a field goes by. */
export const fieldNames: readonly string[] = filterFields.flatMap(({ name, aliases }) => [name, ...aliases])
