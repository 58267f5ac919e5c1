import { describe, expect, test } from 'vitest'
import type { Cue, Mark, Span } from '../../model/cue.ts'
import type { ProductionDocument } from '../../model/document.ts'
import {
  frameOf,
  soundDocument,
  span,
  withCueAt,
  withProduction,
  withRecord,
} from '../../sheet/soundDocument.ts'
import { frames } from '../../time/frames.ts'
import { reviewDocument } from '../review.ts'

const sound = soundDocument()
const drop = { num: 30000, den: 1001, dropFrame: true }

function found(rule: string, document: ProductionDocument) {
  return reviewDocument(document).filter((finding) => finding.rule === rule)
}

function withSpans(...spans: readonly Span[]): ProductionDocument {
  return withRecord(sound, 'cues', 'c1', { spans: [...spans] })
}

function cueAt(tcIn: string, tcOut: string, patch: Partial<Cue> = {}): ProductionDocument {
  return withCueAt(sound, 'x', tcIn, tcOut, patch)
}

/** The sound production at drop-frame, with one cue whose marks came in as these. */
function dropFrame(start: Mark, labels?: Span['labels']): ProductionDocument {
  const production = withProduction(sound, { rate: drop })
  const wide = withRecord(production, 'reels', 'r1', {
    programme: { start: frames(0), end: frames(9_000_000) },
  })
  const imported = { reel: 'r1' as never, start, end: frames(5_000_000), ...(labels ? { labels } : {}) }
  return withRecord(wide, 'cues', 'c1', { spans: [imported] })
}

describe('CS-001 a label that names no frame', () => {
  test('is an error that offers the next real label', () => {
    const [finding, ...more] = found('CS-001', dropFrame({ unreadable: '10:01:00;00' }))
    expect(more).toEqual([])
    expect(finding).toMatchObject({ severity: 'error', cue: 'c1' })
    expect(finding?.message).toContain('10:01:00;02')
  })

  test('does not fire for a label that drop-frame has', () => {
    expect(found('CS-001', dropFrame(frames(1_079_892)))).toEqual([])
  })
})

describe('CS-002 out not after in', () => {
  test('fires for an empty cue and a backwards one', () => {
    expect(found('CS-002', withSpans(span('10:01:00:00', '10:01:00:00')))).toHaveLength(1)
    const [finding] = found('CS-002', withSpans(span('10:01:00:00', '10:00:59:24')))
    expect(finding?.message).toContain('in 10:01:00:00 and out 10:00:59:24')
  })

  test('does not fire for one frame of music, nor for an open cue', () => {
    expect(found('CS-002', withSpans(span('10:01:00:00', '10:01:00:01')))).toEqual([])
    expect(found('CS-002', withSpans({ ...span('10:01:00:00', '10:01:00:01'), end: null }))).toEqual([])
  })
})

describe('CS-003 outside the reel', () => {
  test.each([
    ['09:59:50:00', '10:01:00:00', 'First starts 10 s before the action of R1'],
    ['10:29:00:00', '10:31:00:00', 'First ends 60 s after the action of R1'],
    ['10:29:00:00', '10:30:00:01', 'First ends 1 frame after the action of R1'],
  ])('%s to %s', (tcIn, tcOut, words) => {
    expect(found('CS-003', withSpans(span(tcIn, tcOut)))[0]?.message).toContain(words)
  })

  test('speaks of the leader when an import took its label for the next day', () => {
    const day = 24 * 3600 * 25
    const [start, end] = [frameOf('09:59:50:00') + day, frameOf('09:59:58:00') + day].map(frames)
    const spans = withSpans({ reel: 'r1' as never, start: start as Mark, end: end as Mark })
    expect(found('CS-003', spans)[0]?.message).toContain('starts 10 s before the action of R1')
  })

  test('does not fire for a cue that fills its reel', () => {
    expect(found('CS-003', withSpans(span('10:00:00:00', '10:30:00:00')))).toEqual([])
  })
})

describe('CS-004 shorter than a second', () => {
  test('fires below a second and not at one', () => {
    expect(found('CS-004', cueAt('10:10:00:00', '10:10:00:24'))).toMatchObject([
      { severity: 'warning', cue: 'x' },
    ])
    expect(found('CS-004', cueAt('10:10:00:00', '10:10:01:00'))).toEqual([])
  })
})

describe('CS-005 music over a break', () => {
  const slug = { reel: 'r1' as never, kind: 'break' as const, label: 'Break 1' }
  const broken = (start: string, end: string) =>
    withRecord(sound, 'segments', 's', { ...slug, start: frameOf(start), end: frameOf(end) })

  test('fires once for a cue, naming the break', () => {
    expect(found('CS-005', broken('10:01:59:24', '10:02:10:00'))[0]?.message).toContain('runs into Break 1')
  })

  test('does not fire when the cue ends at the break', () => {
    expect(found('CS-005', broken('10:02:00:00', '10:02:10:00'))).toEqual([])
  })
})

describe('CS-006 and CS-007 two cues at once', () => {
  test('different works are a crossfade, reported on the later one with its frames', () => {
    const crossfade = cueAt('10:05:59:15', '10:07:00:00')
    expect(found('CS-006', crossfade)).toMatchObject([
      { severity: 'info', cue: 'x', other: 'c2', frames: 10 },
    ])
    expect(found('CS-007', crossfade)).toEqual([])
  })

  test('the same work is doubled', () => {
    const doubled = cueAt('10:01:59:24', '10:03:00:00')
    expect(found('CS-007', doubled)).toMatchObject([
      { severity: 'warning', cue: 'x', other: 'c1', frames: 1 },
    ])
    expect(found('CS-006', doubled)).toEqual([])
  })

  test('neither fires for cues that touch', () => {
    for (const rule of ['CS-006', 'CS-007']) {
      expect(found(rule, cueAt('10:06:00:00', '10:07:00:00'))).toEqual([])
      expect(found(rule, cueAt('10:02:00:00', '10:03:00:00'))).toEqual([])
    }
  })

  test('two works that nobody has named are not the same', () => {
    const unnamed = withRecord(cueAt('10:01:30:00', '10:03:00:00', { work: null }), 'cues', 'c1', {
      work: null,
    })
    expect(found('CS-006', unnamed)).toHaveLength(1)
    expect(found('CS-007', unnamed)).toEqual([])
  })
})

describe('CS-008 a cue in two pieces', () => {
  test('fires within a second of the end and not after it', () => {
    expect(found('CS-008', cueAt('10:02:00:00', '10:03:00:00'))).toMatchObject([{ cue: 'x', other: 'c1' }])
    expect(found('CS-008', cueAt('10:02:00:24', '10:03:00:00'))).toHaveLength(1)
    expect(found('CS-008', cueAt('10:02:01:00', '10:03:00:00'))).toEqual([])
  })

  test('does not fire for another recording of the work, nor for works not named', () => {
    expect(found('CS-008', cueAt('10:02:00:00', '10:03:00:00', { recording: null }))).toEqual([])
    const unnamed = withRecord(cueAt('10:02:00:00', '10:03:00:00', { work: null }), 'cues', 'c1', {
      work: null,
    })
    expect(found('CS-008', unnamed)).toEqual([])
  })
})

describe('CS-009 more music than show', () => {
  const reel = (end: string) =>
    withRecord(sound, 'reels', 'r1', { programme: { start: frameOf('10:00:00:00'), end: frameOf(end) } })

  test('fires for a production whose cues outlast it, and concerns no cue', () => {
    const [finding] = found('CS-009', reel('10:01:59:00'))
    expect(finding?.message).toContain('02:00 of music in a programme of 01:59')
    expect(finding).not.toHaveProperty('cue')
  })

  test('does not fire when they are equal', () => {
    expect(found('CS-009', reel('10:02:00:00'))).toEqual([])
  })
})

describe('CS-010 longer than ten minutes', () => {
  test('fires one frame after ten minutes and not at them', () => {
    expect(found('CS-010', cueAt('10:10:00:00', '10:20:00:01'))[0]?.message).toContain('lasts 10:00')
    expect(found('CS-010', cueAt('10:10:00:00', '10:20:00:00'))).toEqual([])
  })
})

describe('CS-011 a gap inside a cue', () => {
  test('fires when its parts do not touch', () => {
    const [a, b] = [span('10:10:00:00', '10:11:00:00'), span('10:11:00:01', '10:12:00:00')]
    expect(found('CS-011', withSpans(a, b))).toHaveLength(1)
  })

  test('does not fire across a reel change, in whatever order the parts stand', () => {
    const second = withRecord(sound, 'reels', 'r2', {
      label: 'R2',
      order: 1,
      programme: { start: frameOf('11:00:08:00'), end: frameOf('11:30:00:00') },
      media: null,
      stems: [],
      pictureRate: null,
    })
    const spans = [span('11:00:08:00', '11:01:00:00', 'r2'), span('10:29:00:00', '10:30:00:00')]
    expect(found('CS-011', withRecord(second, 'cues', 'c1', { spans }))).toEqual([])
  })
})

describe('CS-013 a label of the other way of counting', () => {
  const label = '10:01:00:02'
  const frame = frames(1_080_900 - 9 * 120 - 1)

  test('fires while the mark stands where the label put it', () => {
    const parsed = frames((10 * 60 + 1) * 60 * 30 + 2 - 2 * (601 - 60))
    const [finding] = found('CS-013', dropFrame(parsed, { start: label }))
    expect(finding?.message).toContain('written as non-drop, but this production runs at 29.97 drop')
  })

  test('does not fire once the mark was set again, nor without a contradicting label', () => {
    expect(found('CS-013', dropFrame(frame, { start: label }))).toEqual([])
    expect(found('CS-013', dropFrame(frame))).toEqual([])
  })

  test('fires beside CS-001 when the label does not exist either', () => {
    expect(found('CS-013', dropFrame({ unreadable: '10:01:00:00' }))).toHaveLength(1)
    expect(found('CS-013', dropFrame({ unreadable: '10:01:00;00' }))).toEqual([])
  })
})

describe('CS-014 a cue that is still open', () => {
  test('is an error until its out is marked', () => {
    const open = { ...span('10:10:00:00', '10:11:00:00'), end: null }
    expect(found('CS-014', withSpans(open))).toMatchObject([{ severity: 'error', cue: 'c1' }])
    expect(found('CS-014', sound)).toEqual([])
  })
})
