import { describe, expect, test } from 'vitest'
import { retypeCues } from './cueFieldEdits.ts'
import { chooseRecording, chooseWork, nameCueMusic } from './cueMusicEdits.ts'
import { done, refused } from './fixtures/run.ts'
import {
  countingIds,
  crossing,
  drop,
  sampleDocument,
  score,
  undertow,
  undertowMaster,
} from './fixtures/sampleDocument.ts'
import { updateRecording, updateWork } from './workEdits.ts'

describe('naming the music of a cue', () => {
  const named = done(
    nameCueMusic(
      score,
      { work: { title: 'Low Water' }, recording: { artist: 'Mara Lindqvist' } },
      countingIds(),
    ),
  )

  test('makes a work and a recording of it the first time', () => {
    expect(named.cues[score]).toMatchObject({ work: 'n1', recording: 'n2' })
    expect(named.works.n1).toMatchObject({ title: 'Low Water', writers: [], publicDomain: false })
    expect(named.recordings.n2).toMatchObject({
      work: 'n1',
      artist: 'Mara Lindqvist',
      ownedByProduction: false,
      unionReuseChecked: false,
    })
  })

  test('changes them the next time, and makes nothing new', () => {
    const edit = nameCueMusic(score, { work: { title: 'High Water' } }, countingIds('x'))
    expect(edit.label).toBe('Change title')
    const again = done(edit, named)
    expect(again.works.n1?.title).toBe('High Water')
    expect(Object.keys(again.works)).toEqual(Object.keys(named.works))
    expect(again.cues).toBe(named.cues)
  })

  test('makes only what is named, and nothing for blank names', () => {
    const workOnly = done(nameCueMusic(score, { work: { title: 'Low Water' } }, countingIds()))
    expect(workOnly.cues[score]?.recording).toBeNull()
    expect(workOnly.recordings).toBe(sampleDocument.recordings)
    const blank = nameCueMusic(score, { work: { title: '' }, recording: { artist: '' } }, countingIds())
    expect(done(blank)).toBe(sampleDocument)
  })

  test('ties a recording that was there before its work to it', () => {
    const recorded = done(nameCueMusic(score, { recording: { artist: 'Mara' } }, countingIds()))
    expect(recorded.recordings.n2?.work).toBeNull()
    const worked = done(nameCueMusic(score, { work: { title: 'Low Water' } }, countingIds('ww')), recorded)
    expect(worked.recordings.n2?.work).toBe('ww1')
    expect(worked.cues[score]?.work).toBe('ww1')
  })

  test('takes a commissioned recording as owned by the production', () => {
    const commissioned = done(retypeCues([score], 'theme'))
    const after = done(nameCueMusic(score, { recording: { artist: 'Mara' } }, countingIds()), commissioned)
    expect(after.recordings.n2?.ownedByProduction).toBe(true)
  })
})

describe('choosing what the production has already', () => {
  test('a work brings its only recording', () => {
    const after = done(chooseWork([score, crossing], undertow))
    expect(after.cues[score]).toMatchObject({ work: undertow, recording: undertowMaster })
    expect(after.works).toBe(sampleDocument.works)
  })

  test('another work takes a recording of the former one away', () => {
    const other = done(nameCueMusic(score, { work: { title: 'Low Water' } }, countingIds()))
    const after = done(chooseWork([drop], other.cues[score]?.work ?? null), other)
    expect(after.cues[drop]).toMatchObject({ work: 'n1', recording: null })
    expect(done(chooseWork([drop], null)).cues[drop]).toMatchObject({ work: null, recording: null })
  })

  test('a recording brings its work', () => {
    expect(done(chooseRecording([score], undertowMaster)).cues[score]).toMatchObject({
      work: undertow,
      recording: undertowMaster,
    })
    expect(done(chooseRecording([drop], null)).cues[drop]).toMatchObject({ work: undertow, recording: null })
  })

  test('what does not exist is refused', () => {
    expect(refused(chooseWork([score], 'gone' as never)).message).toContain('work is no longer')
    expect(refused(chooseRecording([score], 'gone' as never)).message).toContain('recording is no longer')
    expect(refused(nameCueMusic('gone' as never, { work: { title: 'x' } }, countingIds())).message).toContain(
      'cue',
    )
  })
})

test('a work and a recording change for every cue that uses them', () => {
  expect(done(updateWork(undertow, { publicDomain: true })).works[undertow]).toEqual({
    ...sampleDocument.works[undertow],
    publicDomain: true,
  })
  const after = done(updateRecording(undertowMaster, { isrc: 'GBABC2600001' }))
  expect(after.recordings[undertowMaster]?.isrc).toBe('GBABC2600001')
  expect(updateRecording(undertowMaster, { isrc: '' }).label).toBe('Change ISRC')
  expect(updateRecording(undertowMaster, { catalogueNo: '' }).label).toBe('Change catalogue number')
})
