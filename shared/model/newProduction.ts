import type { FrameRate } from '../time/frameRate.ts'
import type { Cue, Span } from './cue.ts'
import type { ProductionDocument } from './document.ts'
import type { CueId } from './ids.ts'
import type { Production } from './production.ts'

/** A header with nothing said yet but the rate. */
export function blankProduction(rate: FrameRate): Production {
  return {
    title: '',
    titleAka: [],
    seasonNumber: '',
    episodeTitle: '',
    episodeTitleAka: [],
    episodeNumber: '',
    productionNumber: '',
    category: 'Movie',
    version: 'Original',
    classification: 'Original',
    network: '',
    airDate: '',
    datePrepared: '',
    countryOfOrigin: '',
    yearOfProduction: '',
    directors: [],
    cast: [],
    productionCompany: '',
    companyAddress: '',
    preparedBy: '',
    preparedByEmail: '',
    eidr: '',
    isan: '',
    cutName: '',
    cutDate: '',
    rate,
    visualRule: 'sourceVisible',
    showDurationOverride: null,
    revisionNote: '',
    neededTerritories: [],
    neededMedia: [],
    neededTerm: '',
    budgets: [],
    numbering: { prefix: '', head: 'automatic', restartsPerReel: false, digits: 2 },
    targetSocieties: [],
  }
}

/** A document with no records. */
export function blankDocument(rate: FrameRate): ProductionDocument {
  return {
    production: blankProduction(rate),
    reels: {},
    segments: {},
    cues: {},
    works: {},
    recordings: {},
    parties: {},
    licences: {},
    notes: {},
    ignored: {},
  }
}

/** A cue about which nothing is known but where it is. */
export function blankCue(id: CueId, spans: readonly Span[]): Cue {
  return {
    id,
    number: '',
    title: '',
    work: null,
    recording: null,
    spans: [...spans],
    type: 'other',
    origin: 'unknown',
    themeRole: 'none',
    diegesis: 'unknown',
    sourceVisibility: 'none',
    prominence: 'background',
    vocals: 'unknown',
    state: 'active',
    scene: '',
    description: '',
    notes: '',
    dramaticRoles: [],
    identification: null,
    licensedDuration: null,
    licensedUses: null,
    circumstances: [],
    overrulings: [],
  }
}
