import type { Cue } from '../model/cue.ts'
import type { LicenceStatus } from '../model/licence.ts'

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
