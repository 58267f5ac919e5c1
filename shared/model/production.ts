import { z } from 'zod'
import { makeFrameRate } from '../time/frameRate.ts'
import { daySchema, framesSchema, idSchema, textSchema } from './fields.ts'

/** What kind of production a cue sheet is for (cue-sheet reference, section 3.1). */
export const productionCategories = [
  'Series',
  'Movie',
  'Broadcast Series',
  'Broadcast Special',
  'Reality',
  'Documentary',
  'Short',
  'Trailer/Promo',
  'Other',
] as const

/** The versions of a programme that the ASCAP/BMI template distinguishes. */
export const productionVersions = ['Original', 'Edited for TV', 'US', 'Non US', 'Other'] as const

/** Whether a delivered sheet is the first or replaces an earlier one. */
export const classifications = ['Original', 'Revision'] as const

/** When US usage codes call a cue visual (cue-sheet reference, section 5.2). */
export const visualRules = ['performerOnly', 'sourceVisible', 'diegetic'] as const

/** What a cue number has before its m: what the production calls for, the reel, season and episode, or nothing. */
export const numberHeads = ['automatic', 'reel', 'episode', 'none'] as const

/** Those who receive a sheet, each with a list of what it asks for (cue-sheet reference, section 2). */
export const targetSocieties = [
  'ASCAP',
  'BMI',
  'PRS',
  'APRA',
  'SOCAN',
  'BBC',
  'S4C',
  'Soundmouse',
  'CISAC',
] as const

/** How cue numbers are made (cue-sheet reference, section 7): `[prefix]<head>m<running number>[letters]`. */
export const numberingSchema = z.strictObject({
  prefix: z.string().max(20),
  head: z.enum(numberHeads),
  /** The running number begins at 1 on each reel in place of running on. */
  restartsPerReel: z.boolean(),
  /** Fewest digits of the running number. */
  digits: z.int().min(1).max(4),
})

/** The most that licences in one currency may cost together, in minor units. */
export const budgetSchema = z.strictObject({
  /** ISO 4217. */
  currency: z.string().regex(/^[A-Z]{3}$/, 'expected a currency such as EUR'),
  capMinor: z.int().min(0),
})

/** An exact frame rate, checked. */
export const frameRateSchema = z
  .strictObject({ num: z.int(), den: z.int(), dropFrame: z.boolean() })
  .refine((rate) => makeFrameRate(rate.num, rate.den, rate.dropFrame).ok, 'expected a frame rate')

/** The header of the document: everything that is said once for the whole film, episode or spot. */
export const productionSchema = z.strictObject({
  title: textSchema,
  titleAka: z.array(textSchema),
  seasonNumber: textSchema,
  episodeTitle: textSchema,
  episodeTitleAka: z.array(textSchema),
  episodeNumber: textSchema,
  productionNumber: textSchema,
  category: z.enum(productionCategories),
  version: z.enum(productionVersions),
  classification: z.enum(classifications),
  network: textSchema,
  airDate: daySchema,
  datePrepared: daySchema,
  countryOfOrigin: textSchema,
  yearOfProduction: textSchema,
  directors: z.array(textSchema),
  cast: z.array(textSchema),
  productionCompany: textSchema,
  companyAddress: textSchema,
  preparedBy: textSchema,
  preparedByEmail: textSchema,
  eidr: textSchema,
  isan: textSchema,
  /** The cut that was spotted, as its maker names it. */
  cutName: textSchema,
  cutDate: daySchema,
  rate: frameRateSchema,
  visualRule: z.enum(visualRules),
  /** Whole seconds that the sheet states as the show's length in place of the computed one; null for the computed one. */
  showDurationOverride: z.nullable(z.int().min(0).max(10_000_000)),
  /** What a revision changed. */
  revisionNote: textSchema,
  /** Where the production will be shown, as `licence.territory` says it; all of them are needed. */
  neededTerritories: z.array(textSchema),
  /** In which media the production will be shown, as `licence.media` says it; all of them are needed. */
  neededMedia: z.array(textSchema),
  /** For how long the production will be shown, as `licence.term` says it; empty when that is not decided. */
  neededTerm: textSchema,
  /** At most one for each currency; amounts in different ones are never added up. */
  budgets: z.array(budgetSchema),
  numbering: numberingSchema,
  /** Whom the sheet is made for. */
  targetSocieties: z.array(z.enum(targetSocieties)),
})

/** The header of a production. */
export type Production = Readonly<z.infer<typeof productionSchema>>
/** One of `productionCategories`. */
export type ProductionCategory = Production['category']
/** One of `visualRules`. */
export type VisualRule = Production['visualRule']
/** What may be spent in one currency. */
export type Budget = Readonly<z.infer<typeof budgetSchema>>
/** How cue numbers are made. */
export type Numbering = Production['numbering']
/** One of `targetSocieties`. */
export type TargetSociety = (typeof targetSocieties)[number]

const fileFields = {
  /** Absolute path as it was when last opened; the production works without it. */
  path: textSchema,
  /** Size in bytes and a digest of samples of the content: tells the same file under another name. */
  identity: textSchema,
}

/** An instant on the timecode's clock: samples since 00:00:00:00 in real time, as Broadcast Wave counts them. */
export const instantSchema = z.strictObject({ samples: z.int(), sampleRate: z.int().min(1).max(10_000_000) })

/** A file with part of a reel's sound: dialogue, music, effects or a single track. */
export const stemSchema = z.strictObject({
  ...fileFields,
  label: textSchema,
  /** Where its first sample stands. */
  start: instantSchema,
})

/** The file that holds a reel's picture and sound. */
export const mediaSchema = z.strictObject({
  ...fileFields,
  /** Timecode frame number of the file's frame 0. */
  startFrame: framesSchema,
  /** Picture frames in the file. */
  frameCount: framesSchema,
  hasPicture: z.boolean(),
  hasSound: z.boolean(),
  /** A small copy of it, frame for frame the same, that the user attached to play in its stead. */
  proxy: z.nullable(z.strictObject(fileFields)),
})

/** A stretch of picture with its own timecode; `programme` runs from the first frame of action to after the last. */
export const reelSchema = z.strictObject({
  id: idSchema<'reels'>(),
  label: textSchema,
  /** Place in the running order; unique and ascending. */
  order: z.int(),
  /** FFOA, and the frame after LFOA; leader, 2-pop and tail lie outside and never count. */
  programme: z.strictObject({ start: framesSchema, end: framesSchema }),
  media: z.nullable(mediaSchema),
  /** Sound files that are heard with the film, or instead of it. */
  stems: z.array(stemSchema),
  /**
   * Frames per second as the picture's file tells them, and whether their length varies; null where that is not known.
   * Review compares it with the production's rate.
   */
  pictureRate: z.nullable(
    z.strictObject({ num: z.int().min(1), den: z.int().min(1), isVariable: z.boolean() }),
  ),
})

/** A reel's media. */
export type Media = Readonly<z.infer<typeof mediaSchema>>
/** An instant. */
export type Instant = Readonly<z.infer<typeof instantSchema>>
/** A stem. */
export type Stem = Readonly<z.infer<typeof stemSchema>>
/** What a picture's file says of its rate. */
export type PictureRate = NonNullable<Readonly<z.infer<typeof reelSchema>>['pictureRate']>
/** A reel. */
export type Reel = Readonly<z.infer<typeof reelSchema>>

/** A part of the programme: an act, a teaser, or a commercial break's slug. */
export const segmentSchema = z.strictObject({
  id: idSchema<'segments'>(),
  reel: idSchema<'reels'>(),
  label: textSchema,
  kind: z.enum(['content', 'break']),
  start: framesSchema,
  /** First frame after the segment. */
  end: framesSchema,
})

/** A segment. */
export type Segment = Readonly<z.infer<typeof segmentSchema>>
