import { describe, expect, test } from 'vitest'
import type { CueId } from '../model/ids.ts'
import { compare, invert } from './change.ts'
import { doFitting, fittingChange } from './changeEdits.ts'
import { updateCues } from './cueFieldEdits.ts'
import { removeCues } from './cueStructureEdits.ts'
import { done, refused } from './fixtures/run.ts'
import { sampleDocument, score } from './fixtures/sampleDocument.ts'

const renamed = done(updateCues([score], { title: 'Low Water' }))
const change = compare(sampleDocument, renamed)

describe('a kept change', () => {
  test('is done and taken back whole while nothing else happened', () => {
    expect(done(doFitting('Bring back', change))).toEqual(renamed)
    expect(done(doFitting('Go back', invert(change)), renamed)).toEqual(sampleDocument)
  })

  test('leaves records that were changed since, and tells them', () => {
    const elsewhere = done(updateCues([score], { title: 'High Water' }))
    expect(fittingChange(elsewhere, change)).toMatchObject({ fitting: [], left: [{ id: score }] })
    expect(done(doFitting('Bring back', change), elsewhere)).toBe(elsewhere)
  })

  test('has nothing left to do once it was done', () => {
    expect(fittingChange(renamed, change)).toEqual({ fitting: [], left: [] })
  })

  test('is refused where what it names is gone', () => {
    const [cue] = Object.values(sampleDocument.cues).filter(({ work }) => work !== null)
    if (!cue?.work) throw new Error('the sample has no cue with a work')
    const without = done(removeCues([cue.id as CueId]))
    const bringBack = compare(without, sampleDocument).filter(({ table }) => table === 'cues')
    const { [cue.work]: _, ...works } = without.works
    const orphaned = { ...without, works }
    expect(refused(doFitting('Bring back', bringBack), orphaned).message).toContain('other edits since')
  })
})
