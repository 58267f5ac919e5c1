import { describe, expect, test } from 'vitest'
import { done } from './fixtures/run.ts'
import {
  countingIds,
  crossing,
  drop,
  sampleDocument,
  score,
  undertow,
  undertowMaster,
} from './fixtures/sampleDocument.ts'
import { titleCues } from './titleEdits.ts'

const line = (title: string, artist = '', composers: readonly string[] = []) => ({ title, artist, composers })

describe('pasting titles onto cues', () => {
  test('a title alone is the cue’s and touches no work', () => {
    const after = done(titleCues([{ cue: drop, line: line('Other') }], countingIds()))
    expect(after.cues[drop]).toMatchObject({ title: 'Other', work: undertow })
    expect(after.works).toBe(sampleDocument.works)
  })

  test('with artist and composer a known work is used, and a new one made with shares that total 100 %', () => {
    const edit = titleCues(
      [
        { cue: score, line: line('undertow', 'the tin coast') },
        { cue: crossing, line: line('Tidal', 'Bo', ['Ada Holm', 'Bo Lund', 'Cy Ray']) },
      ],
      countingIds(),
    )
    const after = done(edit)
    expect(after.cues[score]).toMatchObject({ title: '', work: undertow, recording: undertowMaster })
    const tidal = after.works[after.cues[crossing]?.work ?? '']
    expect(tidal?.title).toBe('Tidal')
    expect(tidal?.writers.map(({ share }) => share)).toEqual([3334, 3333, 3333])
    expect(after.parties[tidal?.writers[0]?.party ?? '']).toBe(sampleDocument.parties.p1)
    expect(after.recordings[after.cues[crossing]?.recording ?? '']).toMatchObject({
      artist: 'Bo',
      work: tidal?.id,
    })
    expect(edit.run(sampleDocument)).toEqual({ ok: true, value: after })
  })

  test('the same new title on two cues is one work', () => {
    const after = done(
      titleCues(
        [score, crossing].map((cue) => ({ cue, line: line('Tidal', 'Bo', ['Cy Ray']) })),
        countingIds(),
      ),
    )
    expect(after.cues[score]?.work).toBe(after.cues[crossing]?.work)
    expect(after.cues[score]?.recording).toBe(after.cues[crossing]?.recording)
  })

  test('neither a work nor a recording that a cue had is renamed', () => {
    const after = done(titleCues([{ cue: drop, line: line('Tidal', 'Bo') }], countingIds()))
    expect(after.works[undertow]).toBe(sampleDocument.works[undertow])
    expect(after.recordings[undertowMaster]).toBe(sampleDocument.recordings[undertowMaster])
    expect(after.cues[drop]?.work).not.toBe(undertow)
  })
})
