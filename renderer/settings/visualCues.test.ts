import { expect, test } from 'vitest'
import type { Cue } from '../../shared/model/cue.ts'
import type { CueId, ReelId } from '../../shared/model/ids.ts'
import { blankCue, blankDocument } from '../../shared/model/newProduction.ts'
import { frames } from '../../shared/time/frames.ts'
import { visualCues } from './visualCues.ts'

function cue(id: string, fields: Partial<Cue>): readonly [string, Cue] {
  const span = { reel: 'r' as ReelId, start: frames(0), end: frames(48) }
  return [id, { ...blankCue(id as CueId, [span]), vocals: 'vocal', diegesis: 'diegetic', ...fields }]
}

test('counts the active cues that each rule calls visual', () => {
  const document = {
    ...blankDocument({ num: 24, den: 1, dropFrame: false }),
    cues: Object.fromEntries([
      cue('band', { sourceVisibility: 'performer' }),
      cue('radio', { sourceVisibility: 'device' }),
      cue('next door', { sourceVisibility: 'offscreen' }),
      cue('score', { diegesis: 'nonDiegetic' }),
      cue('gone', { sourceVisibility: 'performer', state: 'cut' }),
    ]),
  }
  expect(visualCues(document, 'performerOnly')).toBe(1)
  expect(visualCues(document, 'sourceVisible')).toBe(2)
  expect(visualCues(document, 'diegetic')).toBe(3)
})
