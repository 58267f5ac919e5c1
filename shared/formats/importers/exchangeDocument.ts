import type { Cue, Mark, Note, Span } from '../../model/cue.ts'
import type { ProductionDocument } from '../../model/document.ts'
import { basisPointsOfPercent } from '../../model/fields.ts'
import type { ReelId } from '../../model/ids.ts'
import type { Licence } from '../../model/licence.ts'
import type { Reel, Segment } from '../../model/production.ts'
import type { Party, Work } from '../../model/work.ts'
import { ok, type Problem, type Result, refuse } from '../../result.ts'
import { contradictsDropFrame } from '../../sheet/labelSeparator.ts'
import { pastMidnight } from '../../sheet/programme.ts'
import { type FrameRate, makeFrameRate } from '../../time/frameRate.ts'
import type { Frames } from '../../time/frames.ts'
import { parseTimecode } from '../../time/timecode.ts'
import type { ExchangeFile } from './exchangeSchema.ts'
import { sharesOfPercents } from './percentShares.ts'

/** Translates a file whose shape and references are sound. Refuses a rate or a reel that cannot be. */
export function exchangeDocument(file: ExchangeFile): Result<ProductionDocument> {
  const { rateNum, rateDen, dropFrame } = file.timebase
  const rate = makeFrameRate(rateNum, rateDen, dropFrame)
  if (!rate.ok) return refuse(at('timebase', rate.problem))
  const reels = collected(file.pictures.map((picture, index) => reelOf(picture, index, rate.value)))
  if (!reels.ok) return reels
  const starts = new Map(reels.value.map(({ id, programme }) => [id, programme.start]))
  const startOf: ReelStart = (reel) => starts.get(reel) ?? (0 as Frames)
  const segments = collected(
    file.segments.map((segment, index) => segmentOf(segment, index, startOf, rate.value)),
  )
  if (!segments.ok) return segments
  const notes = collected(file.notes.map((note, index) => noteOf(note, index, startOf, rate.value)))
  if (!notes.ok) return notes
  return ok({
    production: { ...file.production, rate: rate.value, visualRule: file.settings.visualRule },
    reels: tableOf(reels.value),
    segments: tableOf(segments.value),
    cues: tableOf(file.cues.map((cue) => cueOf(cue, startOf, rate.value))),
    works: tableOf(file.works.map(workOf)),
    recordings: tableOf(file.recordings),
    parties: tableOf(file.parties.map(partyOf)),
    licences: tableOf(file.licences.map(licenceOf)),
    notes: tableOf(notes.value),
    ignored: tableOf(file.ignored),
  })
}

type Picture = ExchangeFile['pictures'][number]
type ReelStart = (reel: ReelId) => Frames

function reelOf(
  { id, label, startTc, endTc, startFrame, endFrame, rateNum, rateDen, isVariableRate }: Picture,
  order: number,
  rate: FrameRate,
): Result<Reel> {
  const start = parseTimecode(startTc, rate)
  if (!start.ok) return refuse(at(`pictures[${order}].startTc`, start.problem))
  const end = parseTimecode(endTc, rate)
  if (!end.ok) return refuse(at(`pictures[${order}].endTc`, end.problem))
  const first = startFrame ?? start.value
  const programme = { start: first, end: endFrame ?? pastMidnight(end.value, first, rate) }
  const told = rateNum === null ? rate : { num: rateNum, den: rateDen }
  const isTold = rateNum !== null || isVariableRate
  const fileRate = isTold ? { num: told.num, den: told.den, isVariable: isVariableRate } : null
  return ok({ id, label, order, programme, media: null, stems: [], pictureRate: fileRate })
}

function segmentOf(
  { id, label, kind, picture, in: tcIn, out: tcOut, inFrame, outFrame }: ExchangeFile['segments'][number],
  index: number,
  startOf: ReelStart,
  rate: FrameRate,
): Result<Segment> {
  const start = parseTimecode(tcIn, rate)
  if (!start.ok) return refuse(at(`segments[${index}].in`, start.problem))
  const end = parseTimecode(tcOut, rate)
  if (!end.ok) return refuse(at(`segments[${index}].out`, end.problem))
  const reelStart = startOf(picture)
  const range = {
    start: inFrame ?? pastMidnight(start.value, reelStart, rate),
    end: outFrame ?? pastMidnight(end.value, reelStart, rate),
  }
  if (range.end < range.start) return refuse(backwards(`segments[${index}].out`, tcIn, tcOut))
  return ok({ id, reel: picture, label, kind, ...range })
}

function cueOf(
  { dramaticRole, spans, ...rest }: ExchangeFile['cues'][number],
  startOf: ReelStart,
  rate: FrameRate,
): Cue {
  return { ...rest, dramaticRoles: dramaticRole, spans: spans.map((span) => spanOf(span, startOf, rate)) }
}

function spanOf(
  { picture, in: tcIn, out: tcOut, inFrame, outFrame }: ExchangeFile['cues'][number]['spans'][number],
  startOf: ReelStart,
  rate: FrameRate,
): Span {
  const mark = (label: string): Mark => {
    const frame = parseTimecode(label, rate)
    return frame.ok ? pastMidnight(frame.value, startOf(picture), rate) : { unreadable: label }
  }
  const labels = {
    ...(contradictsDropFrame(tcIn, rate) ? { start: tcIn } : {}),
    ...(tcOut !== null && contradictsDropFrame(tcOut, rate) ? { end: tcOut } : {}),
  }
  const span = {
    reel: picture,
    start: inFrame ?? mark(tcIn),
    end: tcOut === null ? null : (outFrame ?? mark(tcOut)),
  }
  return Object.keys(labels).length > 0 ? { ...span, labels } : span
}

function noteOf(
  { id, picture, at: label, atFrame, text }: ExchangeFile['notes'][number],
  index: number,
  startOf: ReelStart,
  rate: FrameRate,
): Result<Note> {
  const frame = parseTimecode(label, rate)
  if (!frame.ok) return refuse(at(`notes[${index}].at`, frame.problem))
  return ok({ id, reel: picture, frame: atFrame ?? pastMidnight(frame.value, startOf(picture), rate), text })
}

function workOf({ writers, publishers, ...rest }: ExchangeFile['works'][number]): Work {
  return { ...rest, writers: withShares(writers), publishers: withShares(publishers) }
}

function withShares<Holder extends { readonly share: number }>(holders: readonly Holder[]): Holder[] {
  const shares = sharesOfPercents(holders.map(({ share }) => share))
  return holders.map((holder, index) => ({ ...holder, share: shares[index] ?? 0 }))
}

function partyOf({ pro, ...rest }: ExchangeFile['parties'][number]): Party {
  return { ...rest, society: pro }
}

function licenceOf({ share, ...rest }: ExchangeFile['licences'][number]): Licence {
  return { ...rest, share: basisPointsOfPercent(share) }
}

/** `fromEntries` makes own properties of all ids, whatever they are called. */
function tableOf<Record extends { readonly id: string }>(
  records: readonly Record[],
): { [id: string]: Record } {
  return Object.fromEntries(records.map((record) => [record.id, record]))
}

function collected<Value>(results: readonly Result<Value>[]): Result<readonly Value[]> {
  const values: Value[] = []
  for (const result of results) {
    if (!result.ok) return result
    values.push(result.value)
  }
  return ok(values)
}

function at(path: string, problem: Problem): Problem {
  return {
    ...problem,
    message: `${path}: ${problem.message}`,
    remedy: `${problem.remedy} Correct ${path} in the file.`,
  }
}

function backwards(path: string, tcIn: string, tcOut: string): Problem {
  return {
    message: `${path}: the segment ends before it starts.`,
    expected: `a time at or after ${tcIn}`,
    found: tcOut,
    remedy: `Correct ${path} in the file.`,
  }
}
