import type { Cue, CueType, Diegesis } from '../../shared/model/cue.ts'
import type { LicenceKind, LicenceStatus } from '../../shared/model/licence.ts'

/** Cue types as editors say them. */
export const typeNames: Readonly<Record<CueType, string>> = {
  score: 'Score',
  song: 'Song',
  needleDrop: 'Needle drop',
  source: 'Source',
  library: 'Library',
  theme: 'Theme',
  logo: 'Logo',
  other: 'Other',
}

/** Two letters that stand beside the hue of each type. */
export const typeCodes: Readonly<Record<CueType, string>> = {
  score: 'SC',
  song: 'SG',
  needleDrop: 'ND',
  source: 'SR',
  library: 'LB',
  theme: 'TH',
  logo: 'LG',
  other: 'OT',
}

/** Diegesis in words. */
export const diegesisNames: Readonly<Record<Diegesis, string>> = {
  nonDiegetic: 'Non-diegetic',
  diegetic: 'Diegetic',
  transDiegetic: 'Trans-diegetic',
  metaDiegetic: 'Meta-diegetic',
  unknown: 'Not decided',
}

/** Diegesis in one or two letters. */
export const diegesisCodes: Readonly<Record<Diegesis, string>> = {
  nonDiegetic: 'N',
  diegetic: 'D',
  transDiegetic: 'T',
  metaDiegetic: 'M',
  unknown: '?',
}

/** Where the music comes from, in words. */
export const originNames: Readonly<Record<Cue['origin'], string>> = {
  commissioned: 'Commissioned',
  commercial: 'Commercial recording',
  library: 'Production library',
  live: 'Live performance',
  video: 'Music video or clip',
  unknown: 'Not known',
}

/** Theme roles in words. */
export const themeRoleNames: Readonly<Record<Cue['themeRole'], string>> = {
  none: 'None',
  mainTitle: 'Main title',
  endTitle: 'End title',
  segment: 'Segment theme',
  bumper: 'Bumper',
  logo: 'Logo',
}

/** What the viewer sees of the source, in words. */
export const visibilityNames: Readonly<Record<Cue['sourceVisibility'], string>> = {
  none: 'No source',
  offscreen: 'Off screen',
  device: 'Device seen',
  performer: 'Performer seen',
}

/** Prominence in words. */
export const prominenceNames: Readonly<Record<Cue['prominence'], string>> = {
  background: 'Background',
  featured: 'Featured',
}

/** Vocals in words. */
export const vocalNames: Readonly<Record<Cue['vocals'], string>> = {
  instrumental: 'Instrumental',
  vocal: 'Vocal',
  unknown: 'Not decided',
}

/** Cue states in words. */
export const stateNames: Readonly<Record<Cue['state'], string>> = {
  active: 'In the cut',
  cut: 'Cut',
  temp: 'Temp',
}

/** Licence states in words. */
export const statusNames: Readonly<Record<LicenceStatus, string>> = {
  toRequest: 'To request',
  requested: 'Requested',
  quoted: 'Quoted',
  negotiating: 'Negotiating',
  approved: 'Approved',
  drafted: 'Drafted',
  executed: 'Executed',
  paid: 'Paid',
  denied: 'Denied',
  expired: 'Expired',
  replaced: 'Replaced',
}

/** A sign for each licence state, and for a side that is missing or not needed. */
export const statusSigns: Readonly<Record<LicenceStatus | 'missing' | 'n/a', string>> = {
  missing: '○',
  toRequest: '○',
  requested: '◔',
  quoted: '◐',
  negotiating: '◐',
  approved: '◕',
  drafted: '◕',
  executed: '●',
  paid: '●',
  denied: '✕',
  expired: '✕',
  replaced: '–',
  'n/a': '–',
}

/** Licence kinds in words. */
export const licenceKindNames: Readonly<Record<LicenceKind, string>> = {
  sync: 'Sync licence',
  master: 'Master use licence',
  composerAgreement: 'Composer agreement',
  songAgreement: 'Song agreement',
  arrangerAgreement: 'Arranger agreement',
  library: 'Library licence',
  clip: 'Clip licence',
  performerRelease: 'Performer release',
  publicDomainProof: 'Public-domain proof',
  other: 'Other paper',
}
