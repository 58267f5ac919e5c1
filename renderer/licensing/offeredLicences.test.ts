import { describe, expect, it } from 'vitest'
import { blankLicence } from '../../shared/edits/licenceEdits.ts'
import type { Cue } from '../../shared/model/cue.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import type { CueId, LicenceId, RecordingId, ReelId, WorkId } from '../../shared/model/ids.ts'
import type { LicenceKind, LicenceStatus } from '../../shared/model/licence.ts'
import { blankCue, blankDocument } from '../../shared/model/newProduction.ts'
import { type FrameRate, offeredRates } from '../../shared/time/frameRate.ts'
import { frames } from '../../shared/time/frames.ts'
import { offeredLicences } from './offeredLicences.ts'

function cueOf(id: string, work: string | null, recording: string | null = null): Cue {
  const span = { reel: 'r1' as ReelId, start: frames(0), end: frames(48) }
  return {
    ...blankCue(id as CueId, [span]),
    work: work as WorkId | null,
    recording: recording as RecordingId | null,
  }
}

const first = cueOf('first', 'song', 'single')
const again = cueOf('again', 'song', 'single')
const cover = cueOf('cover', 'song', 'live')
const other = cueOf('other', 'tune', 'other')
const unnamed = [cueOf('unnamed', null), cueOf('nameless', null)] as const
const cues = [first, again, cover, other, ...unnamed]

type Held = readonly [LicenceKind, readonly Cue[], LicenceStatus?]

/** The kinds of those licences that are offered. */
function offered(held: readonly Held[], to: readonly Cue[]): readonly string[] {
  const licences = held.map(([kind, covered, status = 'approved'], index) => ({
    ...blankLicence(
      `l${index}` as LicenceId,
      kind,
      covered.map(({ id }) => id),
    ),
    status,
  }))
  const document: ProductionDocument = {
    ...blankDocument(offeredRates[2] as FrameRate),
    cues: Object.fromEntries(cues.map((cue) => [cue.id, cue])),
    licences: Object.fromEntries(licences.map((licence) => [licence.id, licence])),
  }
  return offeredLicences(document, to).map(({ kind }) => kind)
}

describe('a licence that is held', () => {
  it('is offered to other uses of what it grants: the work, the recording or either', () => {
    const held: readonly Held[] = [
      ['sync', [first]],
      ['master', [first]],
      ['library', [first]],
      ['publicDomainProof', [first]],
    ]
    expect(offered(held, [again])).toEqual(['sync', 'master', 'library', 'publicDomainProof'])
    expect(offered(held, [cover])).toEqual(['sync', 'library', 'publicDomainProof'])
    expect(offered(held, [other])).toEqual([])
  })

  it('is not offered to a cue that it covers, nor between cues whose music is not named', () => {
    expect(offered([['sync', [first, again]]], [again])).toEqual([])
    expect(offered([['sync', [unnamed[0]]]], [unnamed[1]])).toEqual([])
  })

  it('is not offered when it has come to its end', () => {
    const ended: readonly Held[] = [
      ['sync', [first], 'denied'],
      ['master', [first], 'expired'],
      ['library', [first], 'replaced'],
    ]
    expect(offered(ended, [again])).toEqual([])
  })

  it('is offered to several cues if all of them use its music and one is not covered yet', () => {
    expect(offered([['sync', [first]]], [first, again, cover])).toEqual(['sync'])
    expect(offered([['sync', [first]]], [again, other])).toEqual([])
    expect(offered([['sync', [first, again]]], [first, again])).toEqual([])
  })
})
