import { expect, test } from 'vitest'
import type { Cue } from '../model/cue.ts'
import { retypeCues, setCueDiegesis, updateCues } from './cueFieldEdits.ts'
import { done, refused } from './fixtures/run.ts'
import { crossing, drop, sampleDocument, score } from './fixtures/sampleDocument.ts'

test('picking a type presets the other axes of every cue', () => {
  const after = done(retypeCues([score, drop], 'library'))
  expect(after.cues[score]).toMatchObject({ type: 'library', origin: 'library' })
  expect(after.cues[drop]).toMatchObject({ type: 'library', origin: 'library' })
  expect(after.cues[crossing]).toBe(sampleDocument.cues[crossing])
})

test('a preset axis can be changed afterwards', () => {
  const after = done(updateCues([score], { origin: 'live' }), done(retypeCues([score], 'needleDrop')))
  expect(after.cues[score]).toMatchObject({ type: 'needleDrop', origin: 'live' })
})

test('diegesis changes alone', () => {
  const after = done(setCueDiegesis([drop], 'transDiegetic'))
  expect(after.cues[drop]).toEqual({ ...sampleDocument.cues[drop], diegesis: 'transDiegetic' })
})

test('labels say what Undo would take back', () => {
  expect(retypeCues([score], 'needleDrop').label).toBe('Change type to needle drop')
  expect(retypeCues([score, drop], 'score').label).toBe('Change type of 2 cues to score')
  expect(setCueDiegesis([score], 'nonDiegetic').label).toBe('Change diegesis to non-diegetic')
  expect(updateCues([score], { title: 'x' }).label).toBe('Change title')
  expect(updateCues([score, drop], { themeRole: 'mainTitle' }).label).toBe('Change theme role of 2 cues')
  expect(updateCues([score], { title: 'x', scene: '1' }).label).toBe('Change cue')
  expect(updateCues([score, drop], { title: 'x', scene: '1' }).label).toBe('Change 2 cues')
})

test('a patch reaches neither id nor references nor times, however it was made', () => {
  const forged = { title: 'x', id: 'c9', work: 'w9', spans: [] } as unknown as Partial<Cue>
  const after = done(updateCues([score], forged))
  expect(after.cues).not.toHaveProperty('c9')
  expect(after.cues[score]).toEqual({ ...sampleDocument.cues[score], title: 'x' })
})

test('a field of the wrong kind, a field that does not exist and a missing cue are refused', () => {
  expect(refused(updateCues([score], { type: 'jingle' } as never)).message).toContain('field type')
  expect(refused(updateCues([score], { colour: 'red' } as never)).found).toContain('colour')
  expect(refused(updateCues([score], { number: 'x'.repeat(51) })).message).toContain('field number')
  expect(refused(updateCues(['gone' as never], { title: 'x' })).message).toContain('no longer')
  expect(refused(updateCues(['constructor' as never], { title: 'x' })).message).toContain('no longer')
})
