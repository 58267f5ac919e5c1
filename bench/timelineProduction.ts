import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { productionFileText } from '../shared/files/productionFile.ts'
import { type Cue, cueTypes, diegeses } from '../shared/model/cue.ts'
import type { ProductionDocument } from '../shared/model/document.ts'
import type {
  CueId,
  LicenceId,
  NoteId,
  PartyId,
  RecordingId,
  ReelId,
  SegmentId,
  WorkId,
} from '../shared/model/ids.ts'
import { type Licence, licenceStatuses } from '../shared/model/licence.ts'
import { blankCue, blankDocument } from '../shared/model/newProduction.ts'
import type { Recording, Work } from '../shared/model/work.ts'
import { frames } from '../shared/time/frames.ts'

/** Frames per second of every production that the bench opens. */
export const rate = 24
/** Frames of two hours. */
export const twoHours = 2 * 3600 * rate
/** The timecode frame of the first picture: 01:00:00:00. */
export const firstFrame = 3600 * rate

const titles = ['Undertow', 'Lantern Waltz', 'Night Ferry', 'Paper Boats', 'Cold Harbour', 'Slow Glass']
/** Cues of each work, of each recording and of each licence. */
const usesPerWork = 5

/** A cue's place in the film, in frames from its beginning; `end` is the first frame without music. */
export type Stretch = { readonly start: number; readonly end: number }

/** Where the cues lie: evenly over the film, of changing lengths, so that some overlap the next. The same at every call. */
export function stretches(count: number): readonly Stretch[] {
  const slot = twoHours / Math.max(1, count)
  return Array.from({ length: count }, (_, index) => {
    const start = Math.floor(index * slot)
    const length = Math.max(6, Math.round(slot * (0.5 + ((index * 7919) % 100) / 100)))
    return { start, end: Math.min(twoHours, start + length) }
  })
}

/** The title of a cue. */
export function titleOf(index: number): string {
  return `${titles[index % titles.length]} ${index + 1}`
}

/** A production of a two-hour film with so many cues, as an editor would have it in the middle of the work. */
export function timelineProduction(count: number, film: string): ProductionDocument {
  const blank = blankDocument({ num: rate, den: 1, dropFrame: false })
  const works = Math.ceil(count / usesPerWork)
  const reel = 'reel-1' as ReelId
  return {
    ...blank,
    production: {
      ...blank.production,
      title: `Two hours, ${count} cues`,
      productionCompany: 'Harbour Films',
    },
    reels: {
      [reel]: {
        id: reel,
        label: 'R1',
        order: 0,
        programme: { start: frames(firstFrame), end: frames(firstFrame + twoHours) },
        media: {
          path: film,
          identity: '',
          startFrame: frames(firstFrame),
          frameCount: frames(twoHours),
          hasPicture: true,
          hasSound: true,
          proxy: null,
        },
        stems: [],
        pictureRate: null,
      },
    },
    segments: table(6, (index) => ({
      id: `act-${index}` as SegmentId,
      reel,
      label: `Act ${index + 1}`,
      kind: 'content' as const,
      start: frames(firstFrame + (index * twoHours) / 6),
      end: frames(firstFrame + ((index + 1) * twoHours) / 6),
    })),
    cues: byId(stretches(count).map((stretch, index) => cueOf(stretch, index, reel))),
    works: table(works, workOf),
    recordings: table(works, recordingOf),
    parties: table(60, (index) => ({
      id: `party-${index}` as PartyId,
      firstName: 'Anna',
      lastName: `Writer ${index}`,
      name: '',
      society: index % 7 === 0 ? '' : 'PRS',
      ipi: '',
      contact: '',
    })),
    licences: table(works, licenceOf),
    notes: table(Math.ceil(count / 20), (index) => ({
      id: `note-${index}` as NoteId,
      reel,
      frame: frames(firstFrame + Math.floor((index * twoHours) / Math.ceil(count / 20))),
      text: `Hit ${index + 1}`,
    })),
  }
}

/** Writes a production of a film with so many cues into a folder; the path of its file. */
export function writeTimelineProduction(folder: string, count: number, film: string): string {
  const file = path.join(folder, `${count}-cues.needledrop`)
  const header = { id: `bench-${count}`, lastSequence: 0 }
  writeFileSync(file, productionFileText(timelineProduction(count, film), header))
  return file
}

function cueOf({ start, end }: Stretch, index: number, reel: ReelId): Cue {
  const work = Math.floor(index / usesPerWork)
  const span = { reel, start: frames(firstFrame + start), end: frames(firstFrame + end) }
  return {
    ...blankCue(`cue-${index}` as CueId, [span]),
    number: `1m${String(index + 1).padStart(2, '0')}`,
    title: titleOf(index),
    work: index % 3 === 0 ? null : (`work-${work}` as WorkId),
    recording: index % 3 === 1 ? (`recording-${work}` as RecordingId) : null,
    type: cueTypes[index % cueTypes.length] ?? 'other',
    diegesis: diegeses[index % diegeses.length] ?? 'unknown',
    vocals: index % 4 === 0 ? 'unknown' : 'instrumental',
    origin: index % 2 === 0 ? 'commissioned' : 'commercial',
    scene: `Scene ${Math.floor(index / 10) + 1}`,
    description: 'Under the dialogue, out on the door',
  }
}

function workOf(index: number): Work {
  return {
    id: `work-${index}` as WorkId,
    title: titleOf(index),
    iswc: '',
    writers: [
      {
        party: `party-${index % 60}` as PartyId,
        role: 'CA',
        share: index % 9 === 0 ? (5000 as never) : (10_000 as never),
      },
    ],
    publishers: [{ party: `party-${(index + 7) % 60}` as PartyId, role: 'E', share: 10_000 as never }],
    publicDomain: index % 23 === 0,
    unpublished: false,
    publicDomainProof: '',
    publicDomainTerritory: '',
  }
}

function recordingOf(index: number): Recording {
  return {
    id: `recording-${index}` as RecordingId,
    work: `work-${index}` as WorkId,
    artist: index % 2 === 0 ? 'The Players' : '',
    label: 'Players Records',
    album: 'Harbour',
    catalogueNo: '',
    trackNo: '',
    library: '',
    isrc: '',
    ownedByProduction: index % 2 === 1,
    unionReuseChecked: false,
  }
}

function licenceOf(index: number): Licence {
  const cues = Array.from({ length: usesPerWork }, (_, use) => `cue-${index * usesPerWork + use}` as CueId)
  return {
    id: `licence-${index}` as LicenceId,
    cues,
    kind: 'sync',
    grants: ['sync'],
    licensor: `Publisher ${index % 40}`,
    contact: '',
    share: 10_000 as never,
    status: licenceStatuses[index % licenceStatuses.length] ?? 'toRequest',
    requested: '',
    quoted: '',
    approved: '',
    executed: '',
    paid: '',
    feeMinor: null,
    currency: '',
    mfn: false,
    territory: '',
    term: '',
    media: '',
    options: '',
    starts: '',
    expires: '',
    number: '',
    notes: '',
    history: [],
    replaces: [],
    estimateMinor: null,
    licensedUsage: '',
    files: [],
  }
}

function table<Record extends { readonly id: string }>(count: number, make: (index: number) => Record) {
  return byId(Array.from({ length: count }, (_, index) => make(index)))
}

function byId<Record extends { readonly id: string }>(records: readonly Record[]): { [id: string]: Record } {
  return Object.fromEntries(records.map((record) => [record.id, record]))
}
