import type { Cue, CueType, Diegesis } from './cue.ts'

/** The axes that picking a type fills in. */
export type CuePreset = Partial<
  Pick<Cue, 'origin' | 'themeRole' | 'diegesis' | 'sourceVisibility' | 'vocals'>
>

/** What picking a type says about the other axes (cue-sheet reference, section 4); each can be changed afterwards. */
export const cuePresets: Readonly<Record<CueType, CuePreset>> = {
  score: { origin: 'commissioned', diegesis: 'nonDiegetic' },
  song: { origin: 'commissioned', vocals: 'vocal' },
  needleDrop: { origin: 'commercial' },
  source: { diegesis: 'diegetic', sourceVisibility: 'offscreen' },
  library: { origin: 'library' },
  theme: { origin: 'commissioned', themeRole: 'segment' },
  logo: { origin: 'commissioned', themeRole: 'logo' },
  other: {},
}

/** Cue types as they are read in a sentence. */
export const cueTypeNames: Readonly<Record<CueType, string>> = {
  score: 'score',
  song: 'song',
  needleDrop: 'needle drop',
  source: 'source',
  library: 'library',
  theme: 'theme',
  logo: 'logo',
  other: 'other',
}

/** Kinds of diegesis as they are read in a sentence. */
export const diegesisNames: Readonly<Record<Diegesis, string>> = {
  nonDiegetic: 'non-diegetic',
  diegetic: 'diegetic',
  transDiegetic: 'trans-diegetic',
  metaDiegetic: 'meta-diegetic',
  unknown: 'unknown',
}

/**
 * The cue under another type, with that type's presets. A theme role goes when it is the one that the former type
 * had preset (a logo retyped as score is no logo); a role chosen by hand, such as main title, stays.
 */
export function withType(cue: Cue, type: CueType): Cue {
  if (cue.type === type) return cue
  const themeRole = cue.themeRole === cuePresets[cue.type].themeRole ? 'none' : cue.themeRole
  return { ...cue, themeRole, type, ...cuePresets[type] }
}
