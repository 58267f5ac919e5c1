import { describe, expect, test } from 'vitest'
import type { ProductionDocument } from '../../model/document.ts'
import type { Party, Recording, Work } from '../../model/work.ts'
import { soundDocument, withRecord } from '../../sheet/soundDocument.ts'
import { reviewDocument } from '../review.ts'

const sound = soundDocument()

function found(rule: string, document: ProductionDocument) {
  return reviewDocument(document).filter((finding) => finding.rule === rule)
}

function onWork(rule: string, patch: Partial<Work>) {
  return found(rule, withRecord(sound, 'works', 'w1', patch))
}

function onParty(rule: string, patch: Partial<Party>) {
  return found(rule, withRecord(sound, 'parties', 'anna', patch))
}

function onRecording(rule: string, origin: 'commercial' | 'library', patch: Partial<Recording>) {
  const document = withRecord(sound, 'recordings', 'rec2', patch)
  return found(rule, withRecord(document, 'cues', 'c2', { origin }))
}

function writers(...shares: readonly number[]): Work['writers'] {
  return shares.map((share) => ({ party: 'anna' as never, role: 'C', share }))
}

function publishers(...shares: readonly number[]): Work['publishers'] {
  return shares.map((share) => ({ party: 'house' as never, role: 'E', share }))
}

describe('CS-040 no writer', () => {
  test('fires for a work without writers and for a cue without a work, and CS-041 then keeps quiet', () => {
    expect(onWork('CS-040', { writers: [] })).toMatchObject([{ severity: 'error', cue: 'c1' }])
    expect(onWork('CS-041', { writers: [] })).toEqual([])
    expect(found('CS-040', withRecord(sound, 'cues', 'c1', { work: null }))).toHaveLength(1)
  })

  test('does not fire for a writer without a share', () => {
    expect(onWork('CS-040', { writers: writers(0) })).toEqual([])
  })
})

describe('CS-041 and CS-042 sides that are not whole', () => {
  test('fire by a hundredth of a percent', () => {
    expect(onWork('CS-041', { writers: writers(6000) })[0]?.message).toBe(
      'Writers of First total 60%. Correct their shares to 100%.',
    )
    expect(onWork('CS-041', { writers: writers(3333, 3333, 3333) })).toMatchObject([{ severity: 'error' }])
    expect(onWork('CS-042', { publishers: publishers(5000, 5001) })[0]?.message).toContain('total 100.01%')
  })

  test('do not fire for whole sides, nor for publishers where there are none', () => {
    expect(onWork('CS-041', { writers: writers(3334, 3333, 3333) })).toEqual([])
    expect(onWork('CS-042', { publishers: [] })).toEqual([])
  })
})

describe('CS-043 no publisher', () => {
  test('fires for a protected work', () => {
    expect(onWork('CS-043', { publishers: [] })).toMatchObject([{ severity: 'warning', cue: 'c1' }])
  })

  test('does not fire for public domain, for unpublished works, or where no work is named', () => {
    expect(onWork('CS-043', { publishers: [], publicDomain: true })).toEqual([])
    expect(onWork('CS-043', { publishers: [], unpublished: true })).toEqual([])
    expect(found('CS-043', withRecord(sound, 'cues', 'c1', { work: null }))).toEqual([])
  })
})

describe('CS-044 and CS-045 who is paid', () => {
  test('a party without society is named on every cue that pays it', () => {
    const findings = onParty('CS-044', { society: '' })
    expect(findings.map(({ cue }) => cue)).toEqual(['c1', 'c2'])
    expect(findings[0]?.message).toContain('No society for Anna Writer in First')
  })

  test('NS says that there is none', () => {
    expect(onParty('CS-044', { society: 'NS' })).toEqual([])
  })

  test('a wrong IPI is reported, a missing or right one is not', () => {
    expect(onParty('CS-045', { ipi: '99999000143' })[0]?.message).toContain('99999000143 of Anna Writer')
    expect(onParty('CS-045', { ipi: '99999000142' })).toEqual([])
    expect(onParty('CS-045', { ipi: ' ' })).toEqual([])
  })
})

describe('CS-047 and CS-048 identifiers', () => {
  test('a wrong ISWC is reported, a missing or right one is not', () => {
    expect(onWork('CS-047', { iswc: 'T-999.990.001-6' })).toMatchObject([{ severity: 'warning', cue: 'c1' }])
    expect(onWork('CS-047', { iswc: 'T-999.990.001-5' })).toEqual([])
  })

  test('a malformed ISRC is reported, a right one is not', () => {
    expect(onRecording('CS-048', 'commercial', { isrc: 'ZZX9X78001' })).toMatchObject([{ cue: 'c2' }])
    expect(onRecording('CS-048', 'commercial', { isrc: 'ZZ-X9X-78-00101' })).toEqual([])
  })
})

describe('CS-049 impossible shares', () => {
  test('fires below nothing and above the whole, on either side', () => {
    expect(onWork('CS-049', { writers: writers(10_001, -1) })[0]?.message).toContain(
      'Anna Writer with 100.01% and Anna Writer with -0.01%',
    )
    expect(onWork('CS-049', { publishers: publishers(12_000) })).toHaveLength(1)
  })

  test('does not fire at the ends of the range', () => {
    expect(onWork('CS-049', { writers: writers(10_000, 0) })).toEqual([])
  })
})

describe('CS-050 both sides in one whole', () => {
  const halves = { writers: writers(5000), publishers: publishers(2500, 2500) }

  test('replaces CS-041 and CS-042', () => {
    expect(onWork('CS-050', halves)[0]?.message).toContain('Entered 50/50? Double every share.')
    expect(onWork('CS-041', halves)).toEqual([])
    expect(onWork('CS-042', halves)).toEqual([])
  })

  test('does not fire when both sides are whole, or the sum is another', () => {
    expect(found('CS-050', sound)).toEqual([])
    expect(onWork('CS-050', { ...halves, publishers: publishers(4999) })).toEqual([])
    expect(onWork('CS-050', { writers: writers(10_000), publishers: publishers(0) })).toEqual([])
  })
})

describe('CS-060 to CS-062 what a recording is known by', () => {
  test('a commercial recording needs an artist', () => {
    expect(onRecording('CS-060', 'commercial', { artist: '' })).toMatchObject([
      { severity: 'warning', cue: 'c2' },
    ])
    expect(onRecording('CS-060', 'library', { artist: '' })).toEqual([])
    expect(found('CS-060', withRecord(sound, 'cues', 'c2', { recording: null }))).toHaveLength(1)
  })

  test('a commercial recording needs a label or an ISRC', () => {
    expect(onRecording('CS-061', 'commercial', { label: '', isrc: '' })).toHaveLength(1)
    expect(onRecording('CS-061', 'commercial', { label: '', isrc: 'ZZX9X7800101' })).toEqual([])
    expect(onRecording('CS-061', 'commercial', { label: 'Label', isrc: '' })).toEqual([])
  })

  test('library music needs label, catalogue number and track number, each reported by itself', () => {
    const fields = onRecording('CS-062', 'library', { label: '' }).map(({ field }) => field)
    expect(fields).toEqual(['label', 'catalogueNo', 'trackNo'])
    expect(onRecording('CS-062', 'library', { label: 'L', catalogueNo: 'C 1', trackNo: '1' })).toEqual([])
    expect(onRecording('CS-062', 'commercial', { label: '' })).toEqual([])
  })
})

describe('CS-065 a publisher of the public domain', () => {
  test('fires without an arranger', () => {
    expect(onWork('CS-065', { publicDomain: true })).toMatchObject([{ severity: 'warning', cue: 'c1' }])
  })

  test('does not fire with one, nor without a publisher', () => {
    const arranged = writers(10_000).map((writer) => ({ ...writer, role: 'AR' as const }))
    expect(onWork('CS-065', { publicDomain: true, writers: arranged })).toEqual([])
    expect(onWork('CS-065', { publicDomain: true, publishers: [] })).toEqual([])
  })
})
