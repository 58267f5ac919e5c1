import { CUES, FRAME_COUNT, FRAMES_PER_SECOND, type Piece, START_FRAME } from './plan.ts'

/*
 * The demo production in the exchange format. It shows every cue type, diegesis and licence state, and three errors stand
 * between it and delivery: the sync licence of the waltz has expired, the needle drop has no master licence, and the
 * writers of the end song total 90 %. These three cues are also those whose rights block it: the end song is not signed.
 */

/** Timecode of a file frame. */
function timecode(fileFrame: number): string {
  const frame = START_FRAME + fileFrame
  const seconds = Math.floor(frame / FRAMES_PER_SECOND)
  const fields = [
    Math.floor(seconds / 3600),
    Math.floor(seconds / 60) % 60,
    seconds % 60,
    frame % FRAMES_PER_SECOND,
  ]
  return fields.map((field) => String(field).padStart(2, '0')).join(':')
}

function spans(start: number, end: number) {
  return [{ picture: 'R1', in: timecode(start), out: timecode(end) }]
}

const tags: Readonly<Record<Piece, object>> = {
  logo: { type: 'logo', origin: 'commissioned', themeRole: 'logo', work: 'w-logo', recording: 'r-logo' },
  mainTitle: {
    type: 'theme',
    origin: 'commissioned',
    themeRole: 'mainTitle',
    work: 'w-lantern',
    recording: 'r-lantern',
    scene: '1',
  },
  waltz: {
    type: 'source',
    origin: 'commercial',
    sourceVisibility: 'device',
    work: 'w-waltz',
    recording: 'r-waltz',
    scene: '3',
    identification: { method: 'endCredits', confidence: 'confirmed' },
  },
  groove: {
    type: 'needleDrop',
    origin: 'commercial',
    sourceVisibility: 'device',
    prominence: 'featured',
    work: 'w-groove',
    recording: 'r-groove',
    scene: '4',
    dramaticRole: ['emotionalResonance', 'character', 'era'],
    identification: { method: 'officialSoundtrack', confidence: 'confirmed' },
  },
  tension: { type: 'library', origin: 'library', work: 'w-tension', recording: 'r-tension', scene: '5' },
  reprise: { type: 'score', origin: 'commissioned', work: 'w-lantern', recording: 'r-reprise', scene: '6' },
  endSong: {
    type: 'song',
    origin: 'commissioned',
    themeRole: 'endTitle',
    prominence: 'featured',
    work: 'w-song',
    recording: 'r-song',
    scene: 'Credits',
  },
}

const plannedCues = CUES.map((cue) => ({
  id: `cue-${cue.piece}`,
  number: cue.number,
  title: cue.title,
  diegesis: cue.diegesis,
  vocals: cue.vocals,
  spans: spans(cue.in, cue.out),
  description: cue.notes,
  ...tags[cue.piece],
}))

const otherCues = [
  {
    id: 'cue-hum',
    number: '1m02a',
    title: 'What the Rain Hums',
    type: 'other',
    origin: 'commercial',
    diegesis: 'metaDiegetic',
    vocals: 'vocal',
    state: 'cut',
    work: 'w-hum',
    recording: 'r-hum',
    scene: '2',
    spans: spans(640, 700),
    description: 'Marlene remembers a tune. Dropped at the final mix: the publisher said no.',
  },
  {
    id: 'cue-temp',
    number: '1m04a',
    title: 'Stairwell temp',
    type: 'score',
    origin: 'commissioned',
    diegesis: 'unknown',
    vocals: 'instrumental',
    state: 'temp',
    work: null,
    recording: null,
    scene: '5',
    spans: spans(1776, 1800),
    description: 'A temp note from the edit; nobody has decided whether she hears it.',
  },
]

const parties = [
  { id: 'ines', firstName: 'Ines', lastName: 'Halloran', pro: 'PRS', ipi: '99999007023' },
  { id: 'otto', firstName: 'Otto', lastName: 'Brandvik', pro: 'TONO', ipi: '' },
  { id: 'delphine', firstName: 'Delphine', lastName: 'Okoro', pro: 'ASCAP', ipi: '' },
  { id: 'sal', firstName: 'Sal', lastName: 'Marchetti', pro: 'BMI', ipi: '' },
  { id: 'lindgren', firstName: 'P.', lastName: 'Lindgren', pro: 'STIM', ipi: '' },
  { id: 'ruth', firstName: 'Ruth', lastName: 'Adeyemi', pro: 'PRS', ipi: '' },
  { id: 'wick', name: 'Wick & Tallow Music', pro: 'PRS', ipi: '' },
  { id: 'harbour', name: 'Harbour Light Forlag', pro: 'TONO', ipi: '' },
  { id: 'switch', name: 'Switchboard Songs', pro: 'ASCAP', ipi: '' },
  { id: 'sixth', name: 'Sixth Floor Publishing', pro: 'BMI', ipi: '' },
  { id: 'cogwheel', name: 'Cogwheel Library Music', pro: 'STIM', ipi: '' },
].map(({ ipi, ...party }) => (ipi ? { ...party, ipi } : party))

const whole = (party: string, role: string) => [{ party, role, share: 100 }]

const works = [
  { id: 'w-logo', title: 'Wick & Tallow Logo', writers: whole('ines', 'C'), publishers: whole('wick', 'E') },
  { id: 'w-lantern', title: 'Lantern Street', writers: whole('ines', 'C'), publishers: whole('wick', 'E') },
  {
    id: 'w-waltz',
    title: 'Waltz for a Wet Umbrella',
    writers: whole('otto', 'C'),
    publishers: whole('harbour', 'E'),
  },
  {
    id: 'w-groove',
    title: 'Turn It Up, Marlene',
    writers: [
      { party: 'delphine', role: 'CA', share: 60 },
      { party: 'sal', role: 'C', share: 40 },
    ],
    publishers: [
      { party: 'switch', role: 'E', share: 60 },
      { party: 'sixth', role: 'E', share: 40 },
    ],
  },
  {
    id: 'w-tension',
    title: 'Second Hand Sweep',
    writers: whole('lindgren', 'C'),
    publishers: whole('cogwheel', 'E'),
  },
  {
    id: 'w-song',
    title: 'Carry the Lantern Home',
    writers: [
      { party: 'ines', role: 'C', share: 50 },
      { party: 'ruth', role: 'A', share: 40 },
    ],
    publishers: whole('wick', 'E'),
  },
  { id: 'w-hum', title: 'What the Rain Hums', writers: whole('sal', 'CA'), publishers: whole('sixth', 'E') },
]

const recordings = [
  { id: 'r-logo', work: 'w-logo', artist: 'Ines Halloran', ownedByProduction: true },
  { id: 'r-lantern', work: 'w-lantern', artist: 'Ines Halloran', ownedByProduction: true },
  { id: 'r-reprise', work: 'w-lantern', artist: 'Ines Halloran', ownedByProduction: true },
  {
    id: 'r-waltz',
    work: 'w-waltz',
    artist: 'Otto Brandvik and His Harbour Orchestra',
    label: 'Fjordtone',
    album: 'Dansemusikk 1947',
  },
  {
    id: 'r-groove',
    work: 'w-groove',
    artist: 'The Velvet Switchboard',
    label: 'Party Line Records',
    album: 'Person to Person',
    isrc: 'ZZX9X7100701',
  },
  {
    id: 'r-tension',
    work: 'w-tension',
    artist: 'P. Lindgren',
    label: 'Cogwheel Library',
    library: 'Cogwheel Library Music',
    catalogueNo: 'CWL 117',
    trackNo: '9',
  },
  { id: 'r-song', work: 'w-song', artist: 'Ruth Adeyemi', ownedByProduction: true },
  { id: 'r-hum', work: 'w-hum', artist: 'Sal Marchetti Quartet', label: 'Sixth Floor' },
]

const both = ['sync', 'master']
const everywhere = { territory: 'World', term: 'Perpetuity', media: 'All media' }

const licences = [
  {
    id: 'lic-logo',
    cues: ['cue-logo'],
    kind: 'composerAgreement',
    grants: both,
    licensor: 'Ines Halloran',
    status: 'paid',
    executed: '2026-02-02',
    paid: '2026-03-01',
    feeMinor: 50_000,
    currency: 'GBP',
    ...everywhere,
  },
  {
    id: 'lic-score',
    cues: ['cue-mainTitle', 'cue-reprise'],
    kind: 'composerAgreement',
    grants: both,
    licensor: 'Ines Halloran',
    status: 'executed',
    executed: '2026-02-02',
    feeMinor: 900_000,
    currency: 'GBP',
    ...everywhere,
  },
  {
    id: 'lic-waltz-first',
    cues: ['cue-waltz'],
    kind: 'sync',
    grants: ['sync'],
    licensor: 'Harbour Light Forlag',
    status: 'replaced',
    notes: 'Quote for the short version.',
  },
  {
    id: 'lic-waltz-festival',
    cues: ['cue-waltz'],
    kind: 'sync',
    grants: ['sync'],
    licensor: 'Harbour Light Forlag',
    status: 'expired',
    executed: '2024-05-10',
    expires: '2025-05-10',
    feeMinor: 30_000,
    currency: 'EUR',
    territory: 'World',
    term: '1 year',
    media: 'Festivals only',
  },
  {
    id: 'lic-waltz-master',
    cues: ['cue-waltz'],
    kind: 'master',
    grants: ['master'],
    licensor: 'Fjordtone',
    status: 'toRequest',
  },
  {
    id: 'lic-groove-switch',
    cues: ['cue-groove'],
    kind: 'sync',
    grants: ['sync'],
    licensor: 'Switchboard Songs',
    share: 60,
    status: 'approved',
    approved: '2026-04-20',
    feeMinor: 600_000,
    currency: 'USD',
    mfn: true,
    ...everywhere,
  },
  {
    id: 'lic-groove-sixth',
    cues: ['cue-groove'],
    kind: 'sync',
    grants: ['sync'],
    licensor: 'Sixth Floor Publishing',
    share: 40,
    status: 'negotiating',
    quoted: '2026-04-22',
    feeMinor: 400_000,
    currency: 'USD',
    mfn: true,
    ...everywhere,
  },
  {
    id: 'lic-tension',
    cues: ['cue-tension'],
    kind: 'library',
    grants: both,
    licensor: 'Cogwheel Library Music',
    status: 'executed',
    requested: '2026-04-02',
    executed: '2026-05-04',
    feeMinor: 18_000,
    currency: 'GBP',
    ...everywhere,
  },
  {
    id: 'lic-song-music',
    cues: ['cue-endSong'],
    kind: 'songAgreement',
    grants: ['sync'],
    licensor: 'Ines Halloran',
    share: 50,
    status: 'drafted',
    approved: '2026-04-11',
    ...everywhere,
  },
  {
    id: 'lic-song-words',
    cues: ['cue-endSong'],
    kind: 'songAgreement',
    grants: ['sync'],
    licensor: 'Ruth Adeyemi',
    share: 50,
    status: 'quoted',
    quoted: '2026-04-30',
    feeMinor: 150_000,
    currency: 'GBP',
  },
  {
    id: 'lic-song-voice',
    cues: ['cue-endSong'],
    kind: 'performerRelease',
    grants: [],
    licensor: 'Ruth Adeyemi',
    status: 'requested',
    requested: '2026-05-04',
  },
  {
    id: 'lic-hum',
    cues: ['cue-hum'],
    kind: 'sync',
    grants: ['sync'],
    licensor: 'Sixth Floor Publishing',
    status: 'denied',
    requested: '2026-03-03',
  },
]

/** The demo production as an exchange file says it. */
export const demoExchange = {
  format: 'needledrop.example-cue-sheet',
  version: 1,
  settings: { visualRule: 'sourceVisible' },
  production: {
    title: 'Lantern Street',
    titleAka: [],
    category: 'Movie',
    version: 'Original',
    classification: 'Original',
    datePrepared: '2026-05-18',
    countryOfOrigin: 'GB',
    yearOfProduction: '2026',
    directors: ['Mave Oduya'],
    cast: ['Ruth Adeyemi'],
    productionCompany: 'Wick & Tallow Pictures',
    companyAddress: '7 Chandler Row, Leeds',
    preparedBy: 'Music department',
    preparedByEmail: 'music@wicktallow.example',
  },
  timebase: { rateNum: FRAMES_PER_SECOND, rateDen: 1, dropFrame: false },
  pictures: [{ id: 'R1', label: 'Reel 1', startTc: timecode(0), endTc: timecode(FRAME_COUNT) }],
  segments: [],
  parties,
  works,
  recordings,
  cues: [...plannedCues, ...otherCues],
  licences,
}
