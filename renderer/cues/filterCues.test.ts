import { describe, expect, it } from 'vitest'
import type { Cue } from '../../shared/model/cue.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import type { CueId, PartyId, RecordingId, ReelId, WorkId } from '../../shared/model/ids.ts'
import { blankCue, blankDocument } from '../../shared/model/newProduction.ts'
import { frames } from '../../shared/time/frames.ts'
import { projectionOf } from '../review/findings.ts'
import { filterCues } from './filterCues.ts'

const reel = 'r1' as ReelId
const span = { reel, start: frames(0), end: frames(48) }

function cue(id: string, fields: Partial<Cue>): Cue {
  return { ...blankCue(id as CueId, [span]), ...fields }
}

const cues: readonly Cue[] = [
  cue('a', { number: '1m01', title: 'Cold Open', type: 'score' }),
  cue('b', { number: '1m02s', work: 'w' as WorkId, recording: 'rec' as RecordingId, type: 'needleDrop' }),
  cue('c', { number: '2m03', title: 'Undertow', scene: 'Über den Dächern', state: 'temp' }),
]

const document: ProductionDocument = {
  ...blankDocument({ num: 24, den: 1, dropFrame: false }),
  reels: {
    r1: {
      id: reel,
      label: 'R1',
      order: 1,
      programme: { start: frames(0), end: frames(480) },
      media: null,
      stems: [],
      pictureRate: null,
    },
  },
  cues: Object.fromEntries(cues.map((record) => [record.id, record])),
  works: {
    w: {
      id: 'w' as WorkId,
      title: 'Pocket Full of Rain',
      iswc: '',
      writers: [{ party: 'p' as PartyId, role: 'CA', share: 10_000 }],
      publishers: [],
      publicDomain: false,
      unpublished: false,
      publicDomainProof: '',
      publicDomainTerritory: '',
    },
  },
  recordings: {
    rec: {
      id: 'rec' as RecordingId,
      work: 'w' as WorkId,
      artist: 'Rosie Pike & the Gutters',
      label: 'Tin Roof',
      album: '',
      catalogueNo: '',
      trackNo: '',
      library: '',
      isrc: '',
      ownedByProduction: false,
      unionReuseChecked: false,
    },
  },
  parties: {
    p: {
      id: 'p' as PartyId,
      firstName: 'Dexter',
      lastName: 'Moy',
      name: '',
      society: 'BMI',
      ipi: '',
      contact: '',
    },
  },
}

function found(text: string): string {
  return filterCues(document, projectionOf(document), cues, text)
    .map(({ id }) => id)
    .join('')
}

describe('the filter of the cue table', () => {
  it.each(['', '   '])('shows all cues for "%s"', (text) => {
    expect(found(text)).toBe('abc')
  })

  it.each([
    ['1m02', 'b'],
    ['1m', 'ab'],
    ['cold', 'a'],
    ['pocket', 'b'],
    ['gutters', 'b'],
    ['tin roof', 'b'],
    ['moy', 'b'],
    ['needle', 'b'],
    ['temp', 'c'],
  ])('finds "%s" in number, title, work, artist, label, writers, type and state', (text, ids) => {
    expect(found(text)).toBe(ids)
  })

  it('wants every word, in any order and any field', () => {
    expect(found('rain rosie')).toBe('b')
    expect(found('rain undertow')).toBe('')
  })

  it('looks past case and accents', () => {
    expect(found('uber DACHERN')).toBe('c')
    expect(found('Über')).toBe('c')
  })

  it('is a language, whose faults show nothing', () => {
    expect(found('type:needleDrop')).toBe('b')
    expect(found('not type:needleDrop state:active')).toBe('a')
    expect(found('writer:moy or state:temp')).toBe('bc')
    expect(found('(temp')).toBe('')
  })

  it('finds licence states of cues that are in the cut', () => {
    expect(found('missing')).toBe('ab')
  })
})
