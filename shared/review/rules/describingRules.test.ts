import { describe, expect, test } from 'vitest'
import type { Cue } from '../../model/cue.ts'
import type { ProductionDocument } from '../../model/document.ts'
import { soundDocument, withCueAt, withProduction, withRecord } from '../../sheet/soundDocument.ts'
import { reviewDocument } from '../review.ts'

const sound = soundDocument()

function found(rule: string, document: ProductionDocument) {
  return reviewDocument(document).filter((finding) => finding.rule === rule)
}

/** Findings of a rule on the cue `c1`, changed. */
function onCue(rule: string, patch: Partial<Cue>) {
  return found(rule, withRecord(sound, 'cues', 'c1', patch))
}

describe('CS-020 no title', () => {
  test('fires when neither cue nor work has one', () => {
    const untitled = withRecord(sound, 'works', 'w1', { title: ' ' })
    expect(found('CS-020', untitled)).toMatchObject([
      {
        severity: 'error',
        cue: 'c1',
        message: 'Cue m01 at 10:01:00:00 has no title. Enter one, or name its work.',
      },
    ])
    expect(onCue('CS-020', { work: null })).toHaveLength(1)
  })

  test('does not fire when either has one', () => {
    expect(onCue('CS-020', { work: null, title: 'Own' })).toEqual([])
    expect(onCue('CS-020', { title: '' })).toEqual([])
  })
})

describe('CS-021 one number on two cues', () => {
  test('fires on the later one', () => {
    const twice = withCueAt(sound, 'x', '10:10:00:00', '10:11:00:00', { number: ' m01 ' })
    expect(found('CS-021', twice)).toMatchObject([{ severity: 'warning', cue: 'x', other: 'c1' }])
  })

  test('does not fire for missing numbers, nor for the number of a cut cue', () => {
    const unnumbered = withRecord(withRecord(sound, 'cues', 'c1', { number: '' }), 'cues', 'c2', {
      number: '',
    })
    expect(found('CS-021', unnumbered)).toEqual([])
    const cut = withCueAt(sound, 'x', '10:10:00:00', '10:11:00:00', { number: 'm01', state: 'cut' })
    expect(found('CS-021', cut)).toEqual([])
  })
})

describe('CS-023 a title that is a file name', () => {
  test.each(['Undertow_v3.WAV', 'mix.aif', 'Untitled', 'untitled 4', 'Track 12', 'Audio_01', 'TRACK7'])(
    '%s',
    (title) => {
      expect(onCue('CS-023', { title })).toMatchObject([{ severity: 'warning', cue: 'c1' }])
    },
  )

  test.each(['Undertow', 'Soundtrack 2', 'Track', 'Untitled Love Song', 'The Wav.es', 'Audio'])(
    'not %s',
    (title) => {
      expect(onCue('CS-023', { title })).toEqual([])
    },
  )
})

describe('CS-030 and CS-031 what nobody has said', () => {
  test('vocals unknown is an error, diegesis unknown a warning', () => {
    expect(onCue('CS-030', { vocals: 'unknown' })).toMatchObject([{ severity: 'error', cue: 'c1' }])
    expect(onCue('CS-031', { diegesis: 'unknown' })).toMatchObject([{ severity: 'warning', cue: 'c1' }])
  })

  test('neither fires once it was said', () => {
    expect(onCue('CS-030', { vocals: 'vocal' })).toEqual([])
    expect(onCue('CS-031', { diegesis: 'metaDiegetic' })).toEqual([])
  })
})

describe('CS-032 seen but not heard', () => {
  test('fires for a visible source of music the characters do not hear', () => {
    for (const diegesis of ['nonDiegetic', 'metaDiegetic'] as const)
      for (const sourceVisibility of ['device', 'performer'] as const)
        expect(onCue('CS-032', { diegesis, sourceVisibility })).toHaveLength(1)
  })

  test('does not fire when they hear it, or nothing is seen, or nobody has said', () => {
    expect(onCue('CS-032', { diegesis: 'diegetic', sourceVisibility: 'device' })).toEqual([])
    expect(onCue('CS-032', { diegesis: 'unknown', sourceVisibility: 'device' })).toEqual([])
    expect(onCue('CS-032', { sourceVisibility: 'offscreen' })).toEqual([])
  })
})

describe('CS-033 heard but not seen', () => {
  test('says what each side of the Atlantic makes of it', () => {
    for (const sourceVisibility of ['none', 'offscreen'] as const) {
      const [finding] = onCue('CS-033', { diegesis: 'diegetic', sourceVisibility })
      expect(finding?.message).toContain('US background instrumental, UK featured')
    }
    const wide = withProduction(withRecord(sound, 'cues', 'c1', { diegesis: 'diegetic' }), {
      visualRule: 'diegetic',
    })
    expect(found('CS-033', wide)[0]?.message).toContain('US visual instrumental')
  })

  test('does not fire for a theme, a visible source or music that passes over', () => {
    expect(onCue('CS-033', { diegesis: 'diegetic', themeRole: 'segment' })).toEqual([])
    expect(onCue('CS-033', { diegesis: 'diegetic', sourceVisibility: 'device' })).toEqual([])
    expect(onCue('CS-033', { diegesis: 'transDiegetic' })).toEqual([])
  })
})

describe('CS-035 type against origin', () => {
  test.each([
    ['score', 'commercial'],
    ['library', 'commissioned'],
    ['needleDrop', 'library'],
  ] as const)('%s from %s', (type, origin) => {
    expect(onCue('CS-035', { type, origin })).toMatchObject([{ severity: 'warning', cue: 'c1' }])
  })

  test.each([
    ['score', 'commissioned'],
    ['library', 'library'],
    ['needleDrop', 'video'],
    ['source', 'library'],
    ['other', 'unknown'],
  ] as const)('not %s from %s', (type, origin) => {
    expect(onCue('CS-035', { type, origin })).toEqual([])
  })
})

describe('CS-036 music that passes over', () => {
  test('offers to split it', () => {
    expect(onCue('CS-036', { diegesis: 'transDiegetic' })).toMatchObject([{ severity: 'info', cue: 'c1' }])
    expect(onCue('CS-036', { diegesis: 'metaDiegetic' })).toEqual([])
  })
})
