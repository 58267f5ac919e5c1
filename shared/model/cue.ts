import { z } from 'zod'
import { daySchema, framesSchema, idSchema, textSchema } from './fields.ts'
import { licenceSides } from './licence.ts'
import { neededPapers } from './neededPaper.ts'

/** What a cue is (cue-sheet reference, section 4); `song` was written for the production. */
export const cueTypes = [
  'score',
  'song',
  'needleDrop',
  'source',
  'library',
  'theme',
  'logo',
  'other',
] as const
/** Where the music comes from. */
export const cueOrigins = ['commissioned', 'commercial', 'library', 'live', 'video', 'unknown'] as const
/** The part a cue plays in the programme's own signature music. */
export const themeRoles = ['none', 'mainTitle', 'endTitle', 'segment', 'bumper', 'logo'] as const
/** Whether the characters could hear it. */
export const diegeses = ['nonDiegetic', 'diegetic', 'transDiegetic', 'metaDiegetic', 'unknown'] as const
/** Whether the viewer sees where the music comes from. */
export const sourceVisibilities = ['none', 'offscreen', 'device', 'performer'] as const
/** Whether the music is the principal focus of attention. */
export const prominences = ['background', 'featured'] as const
/** Whether lyrics are heard, or humming or whistling on camera. */
export const vocalKinds = ['instrumental', 'vocal', 'unknown'] as const
/** Only active cues are reported. */
export const cueStates = ['active', 'cut', 'temp'] as const
/** What a needle drop does for the scene. */
export const dramaticRoles = [
  'emotionalResonance',
  'character',
  'era',
  'irony',
  'tension',
  'comedy',
  'transition',
  'worldBuilding',
] as const
/** How the music was identified. */
export const identificationMethods = [
  'endCredits',
  'officialSoundtrack',
  'tunefind',
  'filmMusicReporter',
  'sceneDescription',
  'audioRecognition',
  'licenceDocument',
  'composer',
  'other',
] as const
/** How sure the identification is. */
export const identificationConfidences = ['guess', 'probable', 'confirmed'] as const

/** What bears on a use's rights and cannot be told from the rest. */
export const circumstances = ['changedLyrics', 'samples', 'outOfContext', 'royaltyFree'] as const
/** What somebody decided about a paper, against what follows from the cue: none is needed, one is, or it is in hand. */
export const paperVerdicts = ['notNeeded', 'needed', 'inHand'] as const

/** A paper of a cue's rights that somebody decided about, and why. */
export const overrulingSchema = z.strictObject({
  paper: z.enum(neededPapers),
  /** The side that the paper is for; null for one that is for neither. */
  side: z.nullable(z.enum(licenceSides)),
  verdict: z.enum(paperVerdicts),
  /** Never blank. */
  reason: textSchema.refine((text) => text.trim() !== '', 'expected a reason'),
  day: daySchema,
  author: textSchema,
})

/** Text that came in as a timecode but names no frame at this rate; kept so that nobody loses a cue to a typo. */
export const unreadableMarkSchema = z.strictObject({ unreadable: textSchema })

/** An edge of a span: a timecode frame number, or the text that names none. */
export const markSchema = z.union([framesSchema, unreadableMarkSchema])

/** One stretch of a cue on one reel. `end` is the first frame without music; null while the cue is open. */
export const spanSchema = z.strictObject({
  reel: idSchema<'reels'>(),
  start: markSchema,
  end: z.nullable(markSchema),
  /** Labels as an import gave them, where their separators contradict the production's timecode. */
  labels: z.optional(z.strictObject({ start: z.optional(textSchema), end: z.optional(textSchema) })),
})

/** How a cue's music was identified. */
export const identificationSchema = z.strictObject({
  method: z.enum(identificationMethods),
  confidence: z.enum(identificationConfidences),
  note: textSchema,
  link: textSchema,
})

/** One continuous use of music in the picture: one span, or several where it crosses reel changes. */
export const cueSchema = z.strictObject({
  id: idSchema<'cues'>(),
  number: z.string().max(50),
  /** Empty means: the work's title. */
  title: textSchema,
  work: z.nullable(idSchema<'works'>()),
  recording: z.nullable(idSchema<'recordings'>()),
  spans: z.array(spanSchema).min(1),
  type: z.enum(cueTypes),
  origin: z.enum(cueOrigins),
  themeRole: z.enum(themeRoles),
  diegesis: z.enum(diegeses),
  sourceVisibility: z.enum(sourceVisibilities),
  prominence: z.enum(prominences),
  vocals: z.enum(vocalKinds),
  state: z.enum(cueStates),
  scene: textSchema,
  description: textSchema,
  notes: textSchema,
  dramaticRoles: z.array(z.enum(dramaticRoles)),
  identification: z.nullable(identificationSchema),
  /** Whole seconds of music that the licences of this use allow; null when they set no limit that is known. */
  licensedDuration: z.nullable(z.int().min(0).max(1_000_000)),
  /** Uses of this music in the production that its licences allow; null when they set no limit that is known. */
  licensedUses: z.nullable(z.int().min(0).max(1_000_000)),
  circumstances: z.array(z.enum(circumstances)),
  /** One for each paper and side that somebody decided about. */
  overrulings: z.array(overrulingSchema),
})

/** A cue. */
export type Cue = Readonly<z.infer<typeof cueSchema>>
/** A span of a cue. */
export type Span = Readonly<z.infer<typeof spanSchema>>
/** One of `circumstances`. */
export type Circumstance = (typeof circumstances)[number]
/** A decision about a paper. */
export type Overruling = Readonly<z.infer<typeof overrulingSchema>>
/** An edge of a span. */
export type Mark = z.infer<typeof markSchema>
/** One of `cueTypes`. */
export type CueType = Cue['type']
/** One of `diegeses`. */
export type Diegesis = Cue['diegesis']

/** A note at one frame: a hit point, a spotting remark. */
export const noteSchema = z.strictObject({
  id: idSchema<'notes'>(),
  reel: idSchema<'reels'>(),
  frame: framesSchema,
  text: textSchema,
})

/** A note. */
export type Note = Readonly<z.infer<typeof noteSchema>>
