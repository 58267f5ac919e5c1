import type { Cue } from '../model/cue.ts'
import type { ProductionDocument } from '../model/document.ts'
import type { CueId } from '../model/ids.ts'
import type { Licence } from '../model/licence.ts'
import {
  type Party,
  type PublisherShare,
  partyName,
  type Recording,
  type WriterShare,
} from '../model/work.ts'
import { type Frames, milliseconds, wholeSeconds } from '../time/frames.ts'
import { formatTimecode } from '../time/timecode.ts'
import type { PlacedUse } from './cueUse.ts'
import { exactSecondsText, reportedSeconds } from './duration.ts'
import { contentAt, type Programme } from './programme.ts'
import type { SideStatus } from './sideStatus.ts'
import { type UkCode, type Usage, type UsCode, ukUsage, usUsage } from './usage.ts'

/** A writer or publisher on a row, with the share in basis points of the own side. */
export type SheetParty = {
  readonly firstName: string
  readonly lastName: string
  /** The whole name in reading order. */
  readonly name: string
  /** A firm, which has no first and last name. */
  readonly isFirm: boolean
  readonly role: WriterShare['role'] | PublisherShare['role']
  readonly society: string
  readonly ipi: string
  readonly share: number
}

/** When a row's music plays. */
export type SheetTime = {
  /** Programme frame of the first frame with music. */
  readonly start: Frames
  /** Frames of music. */
  readonly length: Frames
  /** Labels as the reels bear them; `timecodeOut` is the first frame without music. */
  readonly timecodeIn: string
  readonly timecodeOut: string
  /** Real seconds from programme start, half up, as sheets print the in; the printed out is this plus `seconds`. */
  readonly startSeconds: number
  /** Real milliseconds from programme start, half up. */
  readonly startMilliseconds: number
  /** Real seconds of music, half up, at least 1. */
  readonly seconds: number
  /** Real seconds of music with three decimals. */
  readonly exactSeconds: string
}

/** What a row takes from its cue as it stands. */
type FromCue = Pick<
  Cue,
  | 'number'
  | 'type'
  | 'origin'
  | 'themeRole'
  | 'diegesis'
  | 'sourceVisibility'
  | 'prominence'
  | 'vocals'
  | 'scene'
  | 'description'
  | 'notes'
>

/** What a row takes from its recording as it stands; empty without one. */
type FromRecording = Pick<
  Recording,
  'artist' | 'label' | 'album' | 'catalogueNo' | 'trackNo' | 'library' | 'isrc'
>

/** One reported use of music. */
export type SheetRow = FromCue &
  FromRecording & {
    readonly cue: CueId
    /** 1 for the first row. */
    readonly seq: number
    /** The act or teaser that holds the in point; else the reel, when there are several; else empty. */
    readonly segment: string
    readonly title: string
    readonly usUsage: Usage<UsCode>
    readonly ukUsage: Usage<UkCode>
    readonly time: SheetTime
    readonly iswc: string
    readonly isPublicDomain: boolean
    readonly writers: readonly SheetParty[]
    readonly publishers: readonly SheetParty[]
    readonly sync: SideStatus
    readonly master: SideStatus
    /** Every licence that names the cue, by id, those that no longer count included. */
    readonly licences: readonly Licence[]
  }

/** The row of a use; `seq` is its place on the sheet, from 1. */
export function sheetRow(
  use: PlacedUse,
  seq: number,
  document: ProductionDocument,
  programme: Programme,
): SheetRow {
  const { cue, work } = use
  const recording = use.recording ?? noRecording
  const party = (share: WriterShare | PublisherShare) => sheetParty(share, document)
  return {
    cue: cue.id,
    seq,
    number: cue.number,
    segment: segmentName(use, programme),
    title: use.title,
    type: cue.type,
    origin: cue.origin,
    themeRole: cue.themeRole,
    diegesis: cue.diegesis,
    sourceVisibility: cue.sourceVisibility,
    prominence: cue.prominence,
    vocals: cue.vocals,
    usUsage: usUsage(cue, document.production.visualRule),
    ukUsage: ukUsage(cue),
    time: sheetTime(use, programme),
    iswc: work?.iswc ?? '',
    isPublicDomain: work?.publicDomain ?? false,
    writers: work?.writers.map(party) ?? [],
    publishers: work?.publishers.map(party) ?? [],
    artist: recording.artist,
    label: recording.label,
    album: recording.album,
    catalogueNo: recording.catalogueNo,
    trackNo: recording.trackNo,
    library: recording.library,
    isrc: recording.isrc,
    sync: use.sync,
    master: use.master,
    licences: use.licences,
    scene: cue.scene,
    description: cue.description,
    notes: cue.notes,
  }
}

const noRecording: FromRecording = {
  artist: '',
  label: '',
  album: '',
  catalogueNo: '',
  trackNo: '',
  library: '',
  isrc: '',
}

function segmentName({ time }: PlacedUse, programme: Programme): string {
  const act = contentAt(programme, time.first.inProgramme.start)
  if (act) return act.label
  return programme.reels.length > 1 ? time.first.reel.reel.label : ''
}

function sheetTime({ time }: PlacedUse, { rate }: Programme): SheetTime {
  const { start } = time.first.inProgramme
  return {
    start,
    length: time.length,
    timecodeIn: formatTimecode(time.first.inReel.start, rate),
    timecodeOut: formatTimecode(time.last.inReel.end, rate),
    startSeconds: wholeSeconds(start, rate),
    startMilliseconds: milliseconds(start, rate),
    seconds: reportedSeconds(time.length, rate),
    exactSeconds: exactSecondsText(time.length, rate),
  }
}

function sheetParty(share: WriterShare | PublisherShare, document: ProductionDocument): SheetParty {
  const party: Party | null = Object.hasOwn(document.parties, share.party)
    ? (document.parties[share.party] ?? null)
    : null
  return {
    firstName: party?.firstName ?? '',
    lastName: party?.lastName ?? '',
    name: party ? partyName(party) : '',
    isFirm: Boolean(party?.name),
    role: share.role,
    society: party?.society ?? '',
    ipi: party?.ipi ?? '',
    share: share.share,
  }
}
