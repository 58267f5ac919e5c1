import { describe, expect, it } from 'vitest'
import { blankWork } from '../../shared/edits/workEdits.ts'
import type { Cue } from '../../shared/model/cue.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import type { Finding } from '../../shared/model/finding.ts'
import type { CueId, PartyId, ReelId, WorkId } from '../../shared/model/ids.ts'
import { blankCue, blankDocument } from '../../shared/model/newProduction.ts'
import type { Party, Work } from '../../shared/model/work.ts'
import { type FrameRate, offeredRates } from '../../shared/time/frameRate.ts'
import { frames } from '../../shared/time/frames.ts'
import { fieldOfFinding, gravestByField } from './fieldOfFinding.ts'

const reel = 'r1' as ReelId
const work: Work = {
  ...blankWork('w1' as WorkId),
  writers: [{ party: 'p1' as PartyId, role: 'CA', share: 10_000 }],
  publishers: [{ party: 'p2' as PartyId, role: 'E', share: 10_000 }],
}
const cue: Cue = { ...blankCue('a' as CueId, [{ reel, start: frames(0), end: frames(48) }]), work: work.id }

function documentWith(parts: {
  readonly work?: Partial<Work>
  readonly writer?: Partial<Party>
  readonly publisher?: Partial<Party>
}): ProductionDocument {
  const sound = { firstName: '', lastName: '', name: 'N', society: 'BMI', ipi: '', contact: '' }
  return {
    ...blankDocument(offeredRates[2] as FrameRate),
    works: { [work.id]: { ...work, ...parts.work } },
    parties: {
      p1: { ...sound, ...parts.writer, id: 'p1' as PartyId },
      p2: { ...sound, ...parts.publisher, id: 'p2' as PartyId },
    },
  }
}

const document = documentWith({})

function finding(rule: string, more: Partial<Finding> = {}): Finding {
  return { rule, severity: 'error', message: `${rule} said something`, cue: cue.id, ...more }
}

describe('the field where a finding is put right', () => {
  it('is the one that the finding names, then the side of the rights, then that of its rule', () => {
    expect(fieldOfFinding(finding('CS-062', { field: 'trackNo' }), cue, document)).toBe('trackNo')
    expect(fieldOfFinding(finding('CS-070', { side: 'master' }), cue, document)).toBe('master')
    expect(fieldOfFinding(finding('CS-030'), cue, document)).toBe('vocals')
    expect(fieldOfFinding(finding('CS-009'), cue, document)).toBeNull()
  })

  it('is the edge that cannot be read', () => {
    const edge = { unreadable: '01:01:00;00' }
    const start = blankCue(cue.id, [{ reel, start: edge, end: frames(48) }])
    const end = blankCue(cue.id, [{ reel, start: frames(0), end: edge }])
    expect(fieldOfFinding(finding('CS-001'), start, document)).toBe('start')
    expect(fieldOfFinding(finding('CS-001'), end, document)).toBe('end')
  })

  it.each([
    ['CS-044', { society: '' }],
    ['CS-045', { ipi: '123' }],
  ] as const)('of %s is with the publishers if only they are at fault', (rule, fault) => {
    const found = finding(rule)
    expect(fieldOfFinding(found, cue, documentWith({ publisher: fault }))).toBe('publishers')
    expect(fieldOfFinding(found, cue, documentWith({ writer: fault }))).toBe('writers')
    expect(fieldOfFinding(found, cue, documentWith({ writer: fault, publisher: fault }))).toBe('writers')
  })

  it('of an impossible share is with the side that has it', () => {
    const impossible = (side: 'writers' | 'publishers') =>
      documentWith({ work: { [side]: work[side].map((entry) => ({ ...entry, share: 10_001 })) } })
    expect(fieldOfFinding(finding('CS-049'), cue, impossible('publishers'))).toBe('publishers')
    expect(fieldOfFinding(finding('CS-049'), cue, impossible('writers'))).toBe('writers')
  })

  it('bears the sign of the gravest of its findings', () => {
    const grave = finding('CS-041')
    const marks = gravestByField(
      [grave, finding('CS-044', { severity: 'warning' }), finding('CS-009')],
      cue,
      document,
    )
    expect([...marks]).toEqual([['writers', grave]])
  })
})
