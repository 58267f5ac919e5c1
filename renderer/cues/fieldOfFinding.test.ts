import { describe, expect, it } from 'vitest'
import type { Finding } from '../../shared/model/finding.ts'
import type { CueId, ReelId } from '../../shared/model/ids.ts'
import { blankCue } from '../../shared/model/newProduction.ts'
import { frames } from '../../shared/time/frames.ts'
import { fieldOfFinding, gravestByField } from './fieldOfFinding.ts'

const reel = 'r1' as ReelId
const cue = blankCue('a' as CueId, [{ reel, start: frames(0), end: frames(48) }])

function finding(rule: string, more: Partial<Finding> = {}): Finding {
  return { rule, severity: 'error', message: `${rule} said something`, cue: cue.id, ...more }
}

describe('the field where a finding is put right', () => {
  it('is the one that the finding names, then the side of the rights, then that of its rule', () => {
    expect(fieldOfFinding(finding('CS-062', { field: 'trackNo' }), cue)).toBe('trackNo')
    expect(fieldOfFinding(finding('CS-070', { side: 'master' }), cue)).toBe('master')
    expect(fieldOfFinding(finding('CS-030'), cue)).toBe('vocals')
    expect(fieldOfFinding(finding('CS-009'), cue)).toBeNull()
  })

  it('is the edge that cannot be read', () => {
    const edge = { unreadable: '01:01:00;00' }
    const start = blankCue(cue.id, [{ reel, start: edge, end: frames(48) }])
    const end = blankCue(cue.id, [{ reel, start: frames(0), end: edge }])
    expect(fieldOfFinding(finding('CS-001'), start)).toBe('start')
    expect(fieldOfFinding(finding('CS-001'), end)).toBe('end')
  })

  it('bears the sign of the gravest of its findings', () => {
    const grave = finding('CS-041')
    const marks = gravestByField([grave, finding('CS-044', { severity: 'warning' }), finding('CS-009')], cue)
    expect([...marks]).toEqual([['writers', grave]])
  })
})
