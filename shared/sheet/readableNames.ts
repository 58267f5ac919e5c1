import type { Cue } from '../model/cue.ts'
import type { LicenceKind, LicenceSide, LicenceStatus } from '../model/licence.ts'
import type { VisualRule } from '../model/production.ts'

type Names<Value extends string> = Readonly<Record<Value, string>>

/** Origins of the music in words. */
export const originNames: Names<Cue['origin']> = {
  commissioned: 'commissioned',
  commercial: 'commercial recording',
  library: 'library',
  live: 'live performance',
  video: 'music video or archive clip',
  unknown: 'not known',
}

/** Theme roles in words. */
export const themeRoleNames: Names<Cue['themeRole']> = {
  none: 'none',
  mainTitle: 'main title',
  endTitle: 'end title',
  segment: 'segment theme',
  bumper: 'bumper',
  logo: 'logo',
}

/** Source visibility in words. */
export const sourceVisibilityNames: Names<Cue['sourceVisibility']> = {
  none: 'none',
  offscreen: 'off screen',
  device: 'device seen',
  performer: 'performer seen',
}

/** Prominence in words. */
export const prominenceNames: Names<Cue['prominence']> = { background: 'background', featured: 'featured' }

/** Vocals in words. */
export const vocalNames: Names<Cue['vocals']> = {
  instrumental: 'instrumental',
  vocal: 'vocal',
  unknown: 'not known',
}

/** States of a cue in words. */
export const stateNames: Names<Cue['state']> = { active: 'active', cut: 'cut', temp: 'temp' }

/** When US codes call a cue visual, in words. */
export const visualRuleNames: Names<VisualRule> = {
  performerOnly: 'only when a performer is seen',
  sourceVisible: 'when a performer or a device is seen',
  diegetic: 'whenever the characters can hear it',
}

/** The two sides of a use in words. */
export const sideNames: Names<LicenceSide> = { sync: 'sync', master: 'master' }

/** Kinds of licence in words. */
export const licenceKindNames: Names<LicenceKind> = {
  sync: 'sync licence',
  master: 'master licence',
  composerAgreement: 'composer agreement',
  songAgreement: 'song agreement',
  arrangerAgreement: 'arranger agreement',
  library: 'library licence',
  clip: 'clip licence',
  performerRelease: 'performer release',
  publicDomainProof: 'public-domain proof',
  other: 'other paper',
}

/** Statuses of a side in words; `missing` has no licence, `n/a` needs none. */
export const statusNames: Names<LicenceStatus | 'missing' | 'n/a'> = {
  toRequest: 'to request',
  requested: 'requested',
  quoted: 'quoted',
  negotiating: 'negotiating',
  approved: 'approved',
  drafted: 'drafted',
  executed: 'executed',
  paid: 'paid',
  denied: 'denied',
  expired: 'expired',
  replaced: 'replaced',
  missing: 'missing',
  'n/a': 'not needed',
}

/** US usage codes in words. */
export const usCodeNames = {
  LOGO: 'logo',
  MT: 'main title theme',
  ET: 'end title theme',
  VV: 'visual vocal',
  VI: 'visual instrumental',
  BV: 'background vocal',
  BI: 'background instrumental',
} as const

/** UK usage codes in words. */
export const ukCodeNames = { B: 'background', F: 'featured', S: 'signature' } as const
