import type { Cue } from '../model/cue.ts'

/** An origin in the words of those who ask for it; empty where a vocabulary has no word for it. */
export type OriginCodes = {
  /** UK letter: commercial, library, live performance, music video, specially commissioned. */
  readonly uk: 'C' | 'L' | 'P' | 'V' | 'X' | ''
  readonly apra: 'Commercial' | 'Production Music' | 'Specially Commissioned' | ''
  /** DDEX CueOrigin. */
  readonly ddex: 'LibraryMusic' | 'PreexistingMusic' | 'SpeciallyCommissionedMusic' | 'Unknown'
}

/** Each origin in each vocabulary (cue-sheet reference, section 5.3). */
export const originCodes: Readonly<Record<Cue['origin'], OriginCodes>> = {
  commissioned: { uk: 'X', apra: 'Specially Commissioned', ddex: 'SpeciallyCommissionedMusic' },
  commercial: { uk: 'C', apra: 'Commercial', ddex: 'PreexistingMusic' },
  library: { uk: 'L', apra: 'Production Music', ddex: 'LibraryMusic' },
  live: { uk: 'P', apra: 'Commercial', ddex: 'PreexistingMusic' },
  video: { uk: 'V', apra: 'Commercial', ddex: 'PreexistingMusic' },
  unknown: { uk: '', apra: '', ddex: 'Unknown' },
}
