import type { Cue } from '../model/cue.ts'
import { bare, nearest } from '../model/folded.ts'
import type { LicenceStatus } from '../model/licence.ts'
import { ok, type Result, refuse } from '../result.ts'

/** A value that can be chosen: as it is shown and copied, and what else may be typed for it. */
export type Word<Value extends string = string> = {
  readonly value: Value
  readonly name: string
  readonly aliases: readonly string[]
}

/** The axes of a cue that are chosen from a list. */
export type Axis =
  | 'type'
  | 'origin'
  | 'themeRole'
  | 'diegesis'
  | 'sourceVisibility'
  | 'prominence'
  | 'vocals'
  | 'state'

type Words<Value extends string> = Readonly<Record<Value, readonly [string, ...string[]]>>

/*
 * The first word of each is the name; the others are what society sheets, spreadsheets and editors say for it (cue-sheet
 * reference, sections 4 and 4.1).
 */

const types: Words<Cue['type']> = {
  score: ['Score', 'SC', 'underscore', 'original score', 'incidental'],
  song: ['Song', 'SG', 'original song'],
  needleDrop: ['Needle drop', 'ND', 'needledrop', 'licensed', 'licensed song', 'commercial track', 'drop'],
  source: ['Source', 'SR', 'SRC', 'source music', 'visual source'],
  library: ['Library', 'LB', 'production music', 'stock', 'stock music', 'library music', 'PM'],
  theme: ['Theme', 'TH', 'signature', 'signature tune'],
  logo: ['Logo', 'LG', 'ident', 'sting', 'audio logo', 'EE', 'logo ident'],
  other: ['Other', 'OT'],
}

const origins: Words<Cue['origin']> = {
  commissioned: ['Commissioned', 'X', 'specially commissioned', 'original', 'specially commissioned music'],
  commercial: ['Commercial recording', 'C', 'commercial', 'preexisting', 'preexisting music'],
  library: ['Production library', 'L', 'library', 'production music', 'library music'],
  live: ['Live performance', 'P', 'live', 'performance'],
  video: ['Music video or clip', 'V', 'video', 'music video', 'clip', 'archive clip'],
  unknown: ['Not known', '?', 'unknown'],
}

const themeRoles: Words<Cue['themeRole']> = {
  none: ['None', 'no', '-'],
  mainTitle: [
    'Main title',
    'MT',
    'TO',
    'OT',
    'opening',
    'opening theme',
    'opening titles',
    'main title theme',
    'title',
  ],
  endTitle: [
    'End title',
    'ET',
    'TC',
    'CT',
    'EC',
    'closing',
    'closing theme',
    'end credits',
    'end title theme',
  ],
  segment: ['Segment theme', 'segment', 'theme'],
  bumper: ['Bumper', 'bump'],
  logo: ['Logo', 'EE', 'ident', 'audio logo'],
}

const diegeses: Words<Cue['diegesis']> = {
  nonDiegetic: ['Non-diegetic', 'N', 'nondiegetic', 'not heard', 'underscore'],
  diegetic: ['Diegetic', 'D', 'source', 'heard', 'in scene', 'on screen'],
  transDiegetic: ['Trans-diegetic', 'T', 'transdiegetic', 'changes'],
  metaDiegetic: ['Meta-diegetic', 'M', 'metadiegetic', 'in the mind'],
  unknown: ['Not decided', '?', 'unknown', 'undecided'],
}

const visibilities: Words<Cue['sourceVisibility']> = {
  none: ['No source', 'none', 'no', '-'],
  offscreen: ['Off screen', 'off', 'offscreen', 'unseen'],
  device: ['Device seen', 'device', 'radio', 'jukebox', 'TV'],
  performer: ['Performer seen', 'performer', 'player', 'singer', 'on camera', 'band'],
}

const prominences: Words<Cue['prominence']> = {
  background: ['Background', 'B', 'BG'],
  featured: ['Featured', 'F', 'foreground', 'feature'],
}

const vocals: Words<Cue['vocals']> = {
  instrumental: ['Instrumental', 'I', 'inst', 'no vocals', 'BI', 'VI', 'FI', 'CI', 'OI'],
  vocal: ['Vocal', 'V', 'vocals', 'voc', 'sung', 'lyrics', 'BV', 'VV', 'FV'],
  unknown: ['Not decided', '?', 'unknown', 'undecided'],
}

const states: Words<Cue['state']> = {
  active: ['In the cut', 'active', 'in', 'used'],
  cut: ['Cut', 'out', 'lifted', 'omitted', 'dropped'],
  temp: ['Temp', 'temporary', 'temp track'],
}

const statuses: Words<Exclude<LicenceStatus, 'replaced'>> = {
  toRequest: ['To request', 'todo', 'to do', 'open'],
  requested: ['Requested', 'asked', 'pending'],
  quoted: ['Quoted', 'quote'],
  negotiating: ['Negotiating', 'negotiation'],
  approved: ['Approved', 'cleared', 'ok', 'confirmed'],
  drafted: ['Drafted', 'draft'],
  executed: ['Executed', 'signed'],
  paid: ['Paid'],
  denied: ['Denied', 'refused', 'no'],
  expired: ['Expired'],
}

function wordsOf<Value extends string>(table: Words<Value>): readonly Word<Value>[] {
  return (Object.keys(table) as Value[]).map((value) => {
    const [name, ...aliases] = table[value]
    return { value, name, aliases }
  })
}

/** What each axis can be, in the order in which it is offered. */
export const axisWords: { readonly [Name in Axis]: readonly Word<Cue[Name]>[] } = {
  type: wordsOf(types),
  origin: wordsOf(origins),
  themeRole: wordsOf(themeRoles),
  diegesis: wordsOf(diegeses),
  sourceVisibility: wordsOf(visibilities),
  prominence: wordsOf(prominences),
  vocals: wordsOf(vocals),
  state: wordsOf(states),
}

/** How far a licence can be said to have come. */
export const statusWords = wordsOf(statuses)

/**
 * The value that a word means: its name, an alias, the name in the document, or the beginning of a single name. Capitals,
 * accents, hyphens and a plural s make no difference.
 */
export function readWord<Value extends string>(
  text: string,
  words: readonly Word<Value>[],
  what: string,
): Result<Value> {
  const exact = exactWord(text, words)
  if (exact) return ok(exact.value)
  const typed = bare(text)
  const begun = typed === '' ? [] : words.filter(({ name }) => bare(name).startsWith(typed))
  const [only] = begun
  if (only && begun.length === 1) return ok(only.value)
  return refuse(notAWord(text, begun.length > 1 ? begun : words, words, what))
}

/** The word that a text names, by its name, an alias or the value itself; undefined for the beginning of one. */
export function exactWord<Value extends string>(
  text: string,
  words: readonly Word<Value>[],
): Word<Value> | undefined {
  const typed = bare(text)
  const singular = typed.endsWith('s') ? typed.slice(0, -1) : typed
  const means = ({ value, name, aliases }: Word<Value>, word: string) =>
    [value, name, ...aliases].some((said) => (bare(said) || said) === (word || text.trim()))
  return words.find((word) => means(word, typed)) ?? words.find((word) => means(word, singular))
}

/** The name of a value. */
export function nameOfWord<Value extends string>(value: Value, words: readonly Word<Value>[]): string {
  return words.find((word) => word.value === value)?.name ?? value
}

function notAWord(text: string, fitting: readonly Word[], words: readonly Word[], what: string) {
  const near = nearest(
    text,
    words.flatMap(({ name, aliases }) => [name, ...aliases]),
  )
  const meant = words.find(({ name, aliases }) => [name, ...aliases].includes(near ?? ''))?.name
  const names = fitting.map(({ name }) => name).join(', ')
  return {
    message: `“${text.trim()}” is no ${what}.`,
    expected: names,
    found: text.trim() === '' ? 'nothing' : text.trim(),
    remedy: meant ? `Did you mean ${meant}?` : `Choose one of: ${names}.`,
    ...(meant ? { suggestion: meant } : {}),
  }
}
