/** The cut of the demo film: what is seen and heard when, in frames of the file (0 is the first one). */
export const FRAMES_PER_SECOND = 24
export const START_TIMECODE = '01:00:00:00'
export const START_FRAME = 86_400
export const FRAME_COUNT = 2880
export const SAMPLE_RATE = 48_000
export const SAMPLES_PER_FRAME = SAMPLE_RATE / FRAMES_PER_SECOND

export type SceneName = 'logo' | 'skyline' | 'street' | 'bar' | 'drive' | 'stairs' | 'rooftop' | 'credits'

/** A scene; `out` is the first frame of the next one. */
export interface Scene {
  readonly name: SceneName
  readonly slate: string
  readonly in: number
  readonly out: number
}

export const SCENES: readonly Scene[] = [
  { name: 'logo', slate: 'COMPANY LOGO', in: 0, out: 168 },
  { name: 'skyline', slate: 'SC 1  EXT. CITY, NIGHT - TITLES', in: 168, out: 608 },
  { name: 'street', slate: 'SC 2  EXT. LANTERN STREET, RAIN', in: 608, out: 936 },
  { name: 'bar', slate: 'SC 3  INT. SPARROW BAR, NIGHT', in: 936, out: 1344 },
  { name: 'drive', slate: 'SC 4  INT. CAR, NIGHT DRIVE', in: 1344, out: 1776 },
  { name: 'stairs', slate: 'SC 5  INT. STAIRWELL, NIGHT', in: 1776, out: 2136 },
  { name: 'rooftop', slate: 'SC 6  EXT. ROOFTOP, DAWN', in: 2136, out: 2472 },
  { name: 'credits', slate: 'END CREDITS', in: 2472, out: 2880 },
]

export type Piece = 'logo' | 'mainTitle' | 'waltz' | 'groove' | 'tension' | 'reprise' | 'endSong'

/** A music cue: music sounds from the first sample of frame `in` up to the first sample of frame `out`. */
export interface PlannedCue {
  readonly number: string
  readonly piece: Piece
  readonly title: string
  /** One of the app's cue types. */
  readonly kind: 'logo' | 'score' | 'source' | 'needleDrop' | 'library' | 'song'
  readonly in: number
  readonly out: number
  readonly diegesis: 'nonDiegetic' | 'diegetic' | 'transDiegetic'
  readonly radio: boolean
  /** For a cue that leaves the radio: the first frame heard in full. */
  readonly radioOut?: number
  readonly vocals: 'instrumental' | 'vocal'
  readonly writers: string
  readonly performer: string
  readonly notes: string
}

export const CUES: readonly PlannedCue[] = [
  {
    number: '1m01',
    piece: 'logo',
    title: 'Wick & Tallow Logo',
    kind: 'logo',
    in: 24,
    out: 144,
    diegesis: 'nonDiegetic',
    radio: false,
    vocals: 'instrumental',
    writers: 'Ines Halloran',
    performer: 'Ines Halloran',
    notes: 'Starts on the flame. Exactly five seconds.',
  },
  {
    number: '1m02',
    piece: 'mainTitle',
    title: 'Lantern Street (Main Title)',
    kind: 'score',
    in: 181,
    out: 622,
    diegesis: 'nonDiegetic',
    radio: false,
    vocals: 'instrumental',
    writers: 'Ines Halloran',
    performer: 'Ines Halloran',
    notes: 'Over the titles; the last chord rings 14 frames over the cut into the rain.',
  },
  {
    number: '1m03',
    piece: 'waltz',
    title: 'Waltz for a Wet Umbrella',
    kind: 'source',
    in: 924,
    out: 1336,
    diegesis: 'diegetic',
    radio: true,
    vocals: 'instrumental',
    writers: 'Otto Brandvik',
    performer: 'Otto Brandvik and His Harbour Orchestra',
    notes:
      'The radio on the sill. Heard muffled 12 frames before the cut; switched off 8 frames before the next.',
  },
  {
    number: '1m04',
    piece: 'groove',
    title: 'Turn It Up, Marlene',
    kind: 'needleDrop',
    in: 1376,
    out: 1776,
    diegesis: 'transDiegetic',
    radio: true,
    radioOut: 1472,
    vocals: 'vocal',
    writers: 'Delphine Okoro, Sal Marchetti',
    performer: 'The Velvet Switchboard',
    notes: 'Found on the car radio; full sound from the cut to the road. Cut dead at the stairwell.',
  },
  {
    number: '1m05',
    piece: 'tension',
    title: 'Second Hand Sweep',
    kind: 'library',
    in: 1800,
    out: 2130,
    diegesis: 'nonDiegetic',
    radio: false,
    vocals: 'instrumental',
    writers: 'P. Lindgren',
    performer: 'Cogwheel Library CWL 117, track 9',
    notes: 'Ticking bed; last hit 45 frames before the end.',
  },
  {
    number: '1m06',
    piece: 'reprise',
    title: 'Lantern Street (Reprise)',
    kind: 'score',
    in: 2178,
    out: 2446,
    diegesis: 'nonDiegetic',
    radio: false,
    vocals: 'instrumental',
    writers: 'Ines Halloran',
    performer: 'Ines Halloran',
    notes: 'The main title once more, under the talk on the roof; ends where the song starts.',
  },
  {
    number: '1m07',
    piece: 'endSong',
    title: 'Carry the Lantern Home',
    kind: 'song',
    in: 2446,
    out: 2862,
    diegesis: 'nonDiegetic',
    radio: false,
    vocals: 'vocal',
    writers: 'Ines Halloran, Ruth Adeyemi',
    performer: 'Ruth Adeyemi',
    notes: 'Starts 26 frames before the credits; silence for the last 18 frames.',
  },
]

/** Someone talks from `in` up to `out`; music under it is held down. */
export interface Talk {
  readonly in: number
  readonly out: number
  readonly voice: 'low' | 'high'
}

export const TALKS: readonly Talk[] = [
  { in: 690, out: 734, voice: 'high' },
  { in: 746, out: 806, voice: 'low' },
  { in: 822, out: 872, voice: 'high' },
  { in: 1010, out: 1072, voice: 'low' },
  { in: 1086, out: 1130, voice: 'high' },
  { in: 1196, out: 1262, voice: 'low' },
  { in: 1278, out: 1318, voice: 'high' },
  { in: 1920, out: 1950, voice: 'high' },
  { in: 1992, out: 2016, voice: 'low' },
  { in: 2226, out: 2280, voice: 'high' },
  { in: 2294, out: 2344, voice: 'low' },
  { in: 2362, out: 2412, voice: 'high' },
]
