import type { Cue } from '../model/cue.ts'
import type { ProductionDocument } from '../model/document.ts'
import type { Finding } from '../model/finding.ts'
import type { TargetSociety } from '../model/production.ts'

/** Something without which a form cannot be filled in. */
export type Demand = {
  /** The rules whose findings say that it is missing or wrong. */
  readonly rules: readonly string[]
  /** The finding's field, where the rule looks at several. */
  readonly field?: string
  /** Whether a cue lacks it although no rule says so. */
  readonly isLacking?: (cue: Cue) => boolean
  /** What one cue lacks, and what several lack; of a demand on the header what the sheet lacks. */
  readonly one: string
  readonly many: string
}

/** A header field that a form has a place for, and that may stay empty. */
export type Wish = {
  readonly what: string
  readonly isGiven: (production: ProductionDocument['production']) => boolean
}

/** What a society's form asks for. */
export type SocietyForm = {
  readonly id: TargetSociety
  readonly name: string
  /** Where its list was read. */
  readonly source: string
  readonly demands: readonly Demand[]
  readonly wishes: readonly Wish[]
}

const ofCues = (rules: readonly string[], lack: string): Demand => ({
  rules,
  one: `1 cue has ${lack}`,
  many: `cues have ${lack}`,
})

const ofHeader = (rules: readonly string[], lack: string, field?: string): Demand => ({
  rules,
  ...(field === undefined ? {} : { field }),
  one: lack,
  many: lack,
})

const title = ofHeader(['CS-090'], 'the production has no title')
const company = ofHeader(['CS-091'], 'no production company is named')
const airDate = ofHeader(['CS-092'], 'no air date is given', 'airDate')
const network = ofHeader(['CS-092'], 'no network is named', 'network')
const showLength = ofHeader(['CS-093'], 'the show has no length')
const eidr = ofHeader(['CS-094'], 'the EIDR or ISAN fails its check')
const rate = ofHeader(['CS-012'], 'the frame rate is not certain, so no duration is')
const cueTitle = ofCues(['CS-020'], 'no title')
const times = ofCues(['CS-001', 'CS-002', 'CS-003', 'CS-014'], 'no valid in and out')
const vocals = ofCues(['CS-030'], 'no usage code, since vocal or instrumental is not known')
const heard = ofCues(['CS-031'], 'no certain usage, since who hears it is not decided')
const origin: Demand = {
  ...ofCues(['CS-035'], 'no origin that fits'),
  isLacking: ({ origin }) => origin === 'unknown',
}
const writers = ofCues(['CS-040'], 'no writer')
const publishers = ofCues(['CS-043'], 'no publisher')
const shares = ofCues(['CS-041', 'CS-042', 'CS-049', 'CS-050'], 'shares that do not total 100 % on each side')
const society = ofCues(['CS-044'], 'a writer or publisher without a society')
const ipi = ofCues(['CS-045'], 'an IPI that fails its check')
const iswc = ofCues(['CS-047'], 'an ISWC that fails its check')
const isrc = ofCues(['CS-048'], 'a malformed ISRC')
const performer = ofCues(['CS-060'], 'no performer')
const label = ofCues(['CS-061'], 'neither label nor ISRC')
const library = ofCues(['CS-062'], 'library music without label, catalogue or track number')

const cueLine = [rate, cueTitle, times, writers, publishers]

const wish = (what: string, isGiven: Wish['isGiven']): Wish => ({ what, isGiven })
const isEpisodic = (category: string) => category === 'Series' || category === 'Broadcast Series'
const episode = wish('episode title or number', ({ category, episodeTitle, episodeNumber }) =>
  Boolean(!isEpisodic(category) || episodeTitle.trim() || episodeNumber.trim()),
)
const season = wish('season number', ({ category, seasonNumber }) =>
  Boolean(!isEpisodic(category) || seasonNumber.trim()),
)
const productionNumber = wish('production number', (production) =>
  Boolean(production.productionNumber.trim()),
)
const address = wish('address of the company', ({ companyAddress }) => Boolean(companyAddress.trim()))
const preparer = wish('name and e-mail of who prepared it', ({ preparedBy, preparedByEmail }) =>
  Boolean(preparedBy.trim() && preparedByEmail.trim()),
)
const directors = wish('director', (production) => production.directors.some((name) => name.trim() !== ''))
const filmDirectors = wish('director', (production) => {
  const isFilm = production.category === 'Movie' || production.category === 'Documentary'
  return !isFilm || directors.isGiven(production)
})
const cast = wish('principal cast', (production) => production.cast.some((name) => name.trim() !== ''))
const country = wish('country of origin', ({ countryOfOrigin }) => Boolean(countryOfOrigin.trim()))
const year = wish('year of production', ({ yearOfProduction }) => Boolean(yearOfProduction.trim()))
const titleNumber = wish('EIDR', (production) => Boolean(production.eidr.trim()))

/**
 * What each society's form makes an error (cue-sheet reference, sections 2 and 4.1; the sources are numbered as in its section 15).
 * Licences are on none: a sheet tells what was used, not whether it was allowed.
 */
export const societyForms: readonly SocietyForm[] = [
  {
    id: 'ASCAP',
    name: 'ASCAP (RapidCue)',
    source: 'ASCAP/BMI Cue Sheet Template 2016, which SESAC and GMR are sent too [2], usage codes [6]',
    demands: [title, company, airDate, network, showLength, ...cueLine, vocals, shares, society, ipi],
    wishes: [episode, productionNumber, address, preparer],
  },
  {
    id: 'BMI',
    name: 'BMI',
    source: 'BMI, What is a cue sheet [1], usage codes [6]',
    demands: [title, company, airDate, showLength, ...cueLine, vocals, shares, society],
    wishes: [episode],
  },
  {
    id: 'PRS',
    name: 'PRS for Music',
    source: 'cue sheet notes for the UK [14], origin and use letters [24]',
    demands: [title, ...cueLine, heard, origin, ipi, iswc, label, library],
    wishes: [episode],
  },
  {
    id: 'APRA',
    name: 'APRA AMCOS',
    source: 'APRA AMCOS, cue sheet guide [10]',
    demands: [title, company, airDate, showLength, ...cueLine, heard, vocals, origin, performer, library],
    wishes: [episode, season, productionNumber, filmDirectors, country, year],
  },
  {
    id: 'SOCAN',
    name: 'SOCAN',
    source: 'SOCAN, audiovisual cue sheet submission [9]',
    demands: [title, company, ...cueLine, heard, shares, label, library],
    wishes: [directors, cast, country, year],
  },
  {
    id: 'BBC',
    name: 'BBC',
    source: 'BBC helpcard, Reporting Music in the BBC Cue Sheet [12]',
    demands: [title, ...cueLine, heard, origin, performer, label, isrc],
    wishes: [],
  },
  {
    id: 'S4C',
    name: 'S4C',
    source: 'S4C production help, music cue sheets [11]',
    demands: [title, ...cueLine, heard, origin],
    wishes: [],
  },
  {
    id: 'Soundmouse',
    name: 'Soundmouse',
    source: 'Soundmouse help and print-outs [22][23]',
    demands: [title, ...cueLine, vocals, shares, society, eidr],
    wishes: [episode, titleNumber],
  },
  {
    id: 'CISAC',
    name: 'CISAC / DDEX',
    source: 'APRA’s list, which follows the CISAC guideline [10], DDEX vocabularies [17]',
    demands: [title, ...cueLine, vocals, heard, shares, society, ipi, iswc, isrc, library],
    wishes: [country, year],
  },
]

/** The form of a society. */
export function formOf(id: TargetSociety): SocietyForm {
  const form = societyForms.find((candidate) => candidate.id === id)
  if (!form) throw new Error(`there is no form of ${id}`)
  return form
}

/** Whether a form is refused because of what a finding says. */
export function refuses({ demands }: SocietyForm, { rule, field }: Pick<Finding, 'rule' | 'field'>): boolean {
  return demands.some((demand) => demand.rules.includes(rule) && (!demand.field || demand.field === field))
}
