import type { CueType } from '../model/cue.ts'
import { type ProductionDocument, recordsOf } from '../model/document.ts'
import type { ReelId } from '../model/ids.ts'
import { compareNaturally, compareText } from '../model/naturalOrder.ts'
import { partyName } from '../model/work.ts'
import type { FrameRange } from '../time/frameRange.ts'
import type { FrameRate } from '../time/frameRate.ts'
import { type Frames, frames } from '../time/frames.ts'
import { cueTime, type PlacedSpan } from './cueTime.ts'
import { cueTitle, musicOf } from './cueUse.ts'
import { durationText, reportedSeconds } from './duration.ts'
import { buildProgramme, onProgramme, type Programme } from './programme.ts'

/** What a marker marks: music of a type, or a note at one frame. */
export type MarkerKind = CueType | 'note'

/** Colours that marker formats map to their own names. */
export type MarkerColour =
  | 'green'
  | 'orange'
  | 'red'
  | 'cyan'
  | 'yellow'
  | 'magenta'
  | 'blue'
  | 'white'
  | 'purple'

/** The colour of each kind, nearest to its hue in the interface; no two share one. */
export const markerColours: Readonly<Record<MarkerKind, MarkerColour>> = {
  score: 'green',
  song: 'orange',
  needleDrop: 'red',
  source: 'cyan',
  library: 'yellow',
  theme: 'magenta',
  logo: 'blue',
  other: 'white',
  note: 'purple',
}

/** Kinds as a marker's note says them. */
export const markerKindNames: Readonly<Record<MarkerKind, string>> = {
  score: 'Score',
  song: 'Song',
  needleDrop: 'Needle drop',
  source: 'Source',
  library: 'Library',
  theme: 'Theme',
  logo: 'Logo',
  other: 'Other',
  note: 'Note',
}

/** One stretch of music, or a note, on the timecode of its list. */
export type Marker = {
  /** Timecode frame number of its first frame. */
  readonly frame: Frames
  /** At least 1; a point lasts 1. */
  readonly length: Frames
  /** Number and title of the cue on one line; the text of a note. */
  readonly name: string
  /** Kind, duration, writers, artist and description of a cue, with `; ` between; empty for a note. */
  readonly note: string
  readonly kind: MarkerKind
  readonly colour: MarkerColour
  /** Label of the reel it lies on. */
  readonly reel: string
}

/** A cue or note that has no marker, and why; `outside` lies off the stretch that the list covers. */
export type LeftOutMarker = {
  readonly name: string
  readonly why: 'unreadable' | 'open' | 'backwards' | 'outside'
}

/** The cues of a stretch of picture as markers: what every format for editing systems is written from. */
export type MarkerList = {
  /** What to call a sequence that is made of it. */
  readonly title: string
  readonly rate: FrameRate
  /** Timecode frame number of the stretch's first frame, which is 0 seconds where a format counts in seconds. */
  readonly start: Frames
  readonly length: Frames
  /** By frame, then length, then name; each wholly within the stretch. */
  readonly markers: readonly Marker[]
  readonly leftOut: readonly LeftOutMarker[]
}

/** What a list covers: the reel whose film is covered; null for the whole programme. */
export type MarkerChoice = { readonly reel: ReelId | null }

/** The whole programme. */
export const everyCue: MarkerChoice = { reel: null }

type Stretch = FrameRange & { readonly title: string; place(span: PlacedSpan): FrameRange | null }

/**
 * Projects the active cues and the notes onto markers. One reel has the timecode of its film, leader included. Of several reels the
 * action is laid end to end, and counts on from the timecode of the first frame of action.
 */
export function buildMarkerList(document: ProductionDocument, choice: MarkerChoice = everyCue): MarkerList {
  const programme = buildProgramme(document)
  const stretch = stretchOf(document, programme, choice.reel)
  const markers: Marker[] = []
  const leftOut: LeftOutMarker[] = []
  const add = (made: Omit<Marker, 'frame' | 'length'>, range: FrameRange) => {
    const start = Math.max(range.start, stretch.start)
    const end = Math.min(range.end, stretch.end)
    if (end <= start) leftOut.push({ name: made.name, why: 'outside' })
    else markers.push({ ...made, frame: frames(start), length: frames(end - start) })
  }
  for (const cue of recordsOf(document, 'cues')) {
    if (cue.state !== 'active') continue
    const time = cueTime(cue, programme)
    const { work, recording } = musicOf(document, cue)
    const title = cueTitle(cue, work)
    const name = oneLine(`${cue.number} ${title}`) || 'Cue without a title'
    if (time.kind !== 'placed') {
      leftOut.push({ name, why: time.kind })
      continue
    }
    const writers = work?.writers.map(({ party }) => nameOf(document, party)).filter(Boolean) ?? []
    const duration = durationText(reportedSeconds(time.length, programme.rate))
    const facts = [
      markerKindNames[cue.type],
      duration,
      writers.join(', '),
      recording?.artist,
      cue.description,
    ]
    const note = facts
      .map((fact) => oneLine(fact ?? ''))
      .filter(Boolean)
      .join('; ')
    for (const { range, reel } of runsOf(time.spans, stretch))
      add({ name, note, kind: cue.type, colour: markerColours[cue.type], reel }, range)
  }
  addNotes(document, programme, stretch, add)
  return {
    title: stretch.title,
    rate: programme.rate,
    start: stretch.start,
    length: frames(stretch.end - stretch.start),
    markers: markers.toSorted(
      (a, b) => a.frame - b.frame || a.length - b.length || compareNaturally(a.name, b.name),
    ),
    leftOut,
  }
}

function stretchOf(document: ProductionDocument, programme: Programme, chosen: ReelId | null): Stretch {
  const { title, episodeNumber, episodeTitle } = document.production
  const name = oneLine([title, episodeNumber, episodeTitle].filter(Boolean).join(' ')) || 'Untitled'
  const only = programme.reels.length === 1 ? programme.reels[0] : undefined
  const placed = chosen === null ? only : programme.reelById.get(chosen)
  if (placed) {
    const { reel } = placed
    const { media } = reel
    const film = media && { start: media.startFrame, end: frames(media.startFrame + media.frameCount) }
    return {
      ...(film ?? reel.programme),
      title: only ? name : oneLine(`${name} ${reel.label}`),
      place: (span) => (span.reel.reel.id === reel.id ? span.inReel : null),
    }
  }
  const start = programme.reels[0]?.reel.programme.start ?? frames(0)
  return {
    start,
    end: frames(start + (chosen === null ? programme.length : 0)),
    title: name,
    place: ({ inProgramme }) => ({
      start: frames(start + inProgramme.start),
      end: frames(start + inProgramme.end),
    }),
  }
}

/** Spans of a cue on the stretch, those that touch or overlap made one. */
function runsOf(spans: readonly PlacedSpan[], stretch: Stretch): { range: FrameRange; reel: string }[] {
  const runs: { range: FrameRange; reel: string }[] = []
  for (const span of spans) {
    const range = stretch.place(span)
    if (!range) continue
    const last = runs.at(-1)
    if (last && range.start <= last.range.end)
      last.range = { start: last.range.start, end: frames(Math.max(last.range.end, range.end)) }
    else runs.push({ range, reel: span.reel.reel.label })
  }
  return runs
}

function addNotes(
  document: ProductionDocument,
  programme: Programme,
  stretch: Stretch,
  add: (made: Omit<Marker, 'frame' | 'length'>, range: FrameRange) => void,
): void {
  for (const note of recordsOf(document, 'notes').toSorted((a, b) => compareText(a.id, b.id))) {
    const reel = programme.reelById.get(note.reel)
    if (!reel) continue
    const inReel = { start: note.frame, end: frames(note.frame + 1) }
    const start = onProgramme(reel, note.frame)
    const range = stretch.place({ reel, inReel, inProgramme: { start, end: frames(start + 1) } })
    const name = oneLine(note.text) || 'Note'
    if (range) add({ name, note: '', kind: 'note', colour: markerColours.note, reel: reel.reel.label }, range)
  }
}

function nameOf(document: ProductionDocument, id: string): string {
  const party = Object.hasOwn(document.parties, id) ? document.parties[id] : undefined
  return party ? partyName(party) : ''
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}
