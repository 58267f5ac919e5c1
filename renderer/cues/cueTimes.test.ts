import { describe, expect, it } from 'vitest'
import { lengthOf } from '../../shared/entry/timeFields.ts'
import type { Span } from '../../shared/model/cue.ts'
import type { CueId, ReelId } from '../../shared/model/ids.ts'
import { blankCue } from '../../shared/model/newProduction.ts'
import { frames } from '../../shared/time/frames.ts'
import { cueEdges, markText } from './cueTimes.ts'

const span = (reel: string, start: number, end: number | null): Span => ({
  reel: reel as ReelId,
  start: frames(start),
  end: end === null ? null : frames(end),
})
const cueOf = (...spans: readonly Span[]) => blankCue('a' as CueId, spans)

describe('the times of a cue', () => {
  it('are those of its outer edges, with the music on all reels added up', () => {
    const cue = cueOf(span('r1', 100, 240), span('r2', 86_400, 86_460))
    expect(cueEdges(cue)).toEqual({ start: 100, end: 86_460 })
    expect(lengthOf(cue)).toBe(200)
  })

  it('have no length while the cue is open or an edge cannot be read', () => {
    expect(lengthOf(cueOf(span('r1', 100, null)))).toBeNull()
    expect(lengthOf(cueOf({ ...span('r1', 100, 240), start: { unreadable: '1:2' } }))).toBeNull()
  })

  it('are printed as timecode, as the word open, or as the text that names no frame', () => {
    const rate = { num: 30_000, den: 1001, dropFrame: true }
    expect(markText(frames(1800), rate)).toBe('00:01:00;02')
    expect(markText(null, rate)).toBe('open')
    expect(markText({ unreadable: '00:01:00;00' }, rate)).toBe('00:01:00;00')
  })
})
