import type { Cue, Span } from '../model/cue.ts'
import type { ProductionDocument, RecordOf, TableName } from '../model/document.ts'
import type { CueId, LicenceId, PartyId, RecordingId, ReelId, WorkId } from '../model/ids.ts'
import type { Licence } from '../model/licence.ts'
import { blankCue, blankDocument } from '../model/newProduction.ts'
import type { Production } from '../model/production.ts'
import type { Party, Recording, Work } from '../model/work.ts'
import type { FrameRange } from '../time/frameRange.ts'
import type { FrameRate } from '../time/frameRate.ts'
import type { Frames } from '../time/frames.ts'
import { parseTimecode } from '../time/timecode.ts'

/*
 * A production with which nothing is wrong, as the ground on which a test plants one fault: 25 fps, one reel from
 * 10:00:00:00 to 10:30:00:00, the commissioned cue `c1` (10:01:00:00 to 10:02:00:00), the commercial recording `c2`
 * (10:05:00:00 to 10:06:00:00) with a sync licence `sync2` and a master licence `master2`.
 */

/** 25 frames per second. */
export const rate25: FrameRate = { num: 25, den: 1, dropFrame: false }

/** The sound production. */
export function soundDocument(): ProductionDocument {
  const blank = blankDocument(rate25)
  return {
    ...blank,
    production: { ...blank.production, title: 'Sound', productionCompany: 'Sound Films' },
    reels: table([
      {
        id: 'r1' as ReelId,
        label: 'R1',
        order: 0,
        programme: range('10:00:00:00', '10:30:00:00'),
        media: null,
        stems: [],
        pictureRate: null,
      },
    ]),
    cues: table([
      cue('c1', [span('10:01:00:00', '10:02:00:00')], {
        number: 'm01',
        type: 'score',
        origin: 'commissioned',
        work: 'w1' as WorkId,
        recording: 'own1' as RecordingId,
      }),
      cue('c2', [span('10:05:00:00', '10:06:00:00')], {
        number: 'm02',
        type: 'needleDrop',
        origin: 'commercial',
        vocals: 'vocal',
        work: 'w2' as WorkId,
        recording: 'rec2' as RecordingId,
        identification: { method: 'licenceDocument', confidence: 'confirmed', note: '', link: '' },
      }),
    ]),
    works: table([work('w1', 'First'), work('w2', 'Second')]),
    recordings: table([
      { ...recording('own1', 'w1'), ownedByProduction: true },
      {
        ...recording('rec2', 'w2'),
        artist: 'The Players',
        label: 'Players Records',
        unionReuseChecked: true,
      },
    ]),
    parties: table([
      { ...party('anna', 'Anna', 'Writer', ''), ipi: '99999000142' },
      { ...party('house', '', '', 'House Music'), ipi: '99999000240' },
    ]),
    licences: table([
      licence('agreement1', 'c1', { kind: 'composerAgreement', grants: ['sync', 'master'] }),
      licence('sync2', 'c2', { kind: 'sync', grants: ['sync'] }),
      licence('master2', 'c2', { kind: 'master', grants: ['master'] }),
    ]),
  }
}

/** The document with one record changed, or added when its table has none of that id. */
export function withRecord<Name extends TableName>(
  document: ProductionDocument,
  name: Name,
  id: string,
  patch: Partial<RecordOf<Name>>,
): ProductionDocument {
  return { ...document, [name]: { ...document[name], [id]: { ...document[name][id], ...patch, id } } }
}

/** The document with a changed header. */
export function withProduction(document: ProductionDocument, patch: Partial<Production>): ProductionDocument {
  return { ...document, production: { ...document.production, ...patch } }
}

/** The document with a copy of its cue `c1` at another place and under another id, changed by the patch. */
export function withCueAt(
  document: ProductionDocument,
  id: string,
  tcIn: string,
  tcOut: string,
  patch: Partial<Cue> = {},
): ProductionDocument {
  return withRecord(document, 'cues', id, {
    ...document.cues.c1,
    number: id,
    spans: [span(tcIn, tcOut)],
    ...patch,
  })
}

/** A span on the sound production's reel. */
export function span(tcIn: string, tcOut: string, reel = 'r1'): Span {
  return { reel: reel as ReelId, ...range(tcIn, tcOut) }
}

/** The frame of a label at 25 fps. */
export function frameOf(label: string): Frames {
  const frame = parseTimecode(label, rate25)
  if (!frame.ok) throw new Error(frame.problem.message)
  return frame.value
}

function range(start: string, end: string): FrameRange {
  return { start: frameOf(start), end: frameOf(end) }
}

function table<Record extends { readonly id: string }>(records: readonly Record[]): { [id: string]: Record } {
  return Object.fromEntries(records.map((record) => [record.id, record]))
}

function cue(id: string, spans: readonly Span[], patch: Partial<Cue>): Cue {
  return {
    ...blankCue(id as CueId, spans),
    diegesis: 'nonDiegetic',
    vocals: 'instrumental',
    ...patch,
  }
}

function work(id: string, title: string): Work {
  return {
    id: id as WorkId,
    title,
    iswc: '',
    writers: [{ party: 'anna' as PartyId, role: 'C', share: 10_000 }],
    publishers: [{ party: 'house' as PartyId, role: 'E', share: 10_000 }],
    publicDomain: false,
    unpublished: false,
    publicDomainProof: '',
    publicDomainTerritory: '',
  }
}

function recording(id: string, of: string): Recording {
  return {
    id: id as RecordingId,
    work: of as WorkId,
    artist: '',
    label: '',
    album: '',
    catalogueNo: '',
    trackNo: '',
    library: '',
    isrc: '',
    ownedByProduction: false,
    unionReuseChecked: false,
  }
}

function party(id: string, firstName: string, lastName: string, name: string): Party {
  return { id: id as PartyId, firstName, lastName, name, society: 'PRS', ipi: '', contact: '' }
}

function licence(id: string, of: string, patch: Partial<Licence>): Licence {
  return {
    id: id as LicenceId,
    cues: [of as CueId],
    kind: 'other',
    grants: [],
    licensor: `Licensor ${id}`,
    contact: '',
    share: 10_000,
    status: 'executed',
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
    ...patch,
  }
}
