import { describe, expect, test } from 'vitest'
import { addReel } from '../../shared/edits/reelEdits.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import type { Id } from '../../shared/model/ids.ts'
import { blankDocument } from '../../shared/model/newProduction.ts'
import type { FrameRate } from '../../shared/time/frameRate.ts'
import { formatTimecode, parseTimecode } from '../../shared/time/timecode.ts'
import { nextReel } from './nextReel.ts'

const rate: FrameRate = { num: 30000, den: 1001, dropFrame: true }

function withReel(document: ProductionDocument, label: string, from: string, to: string): ProductionDocument {
  const [start, end] = [parseTimecode(from, rate), parseTimecode(to, rate)]
  if (!start.ok || !end.ok) throw new Error('a label in this test does not exist')
  const makeId = <T extends string>() => label as Id<T>
  const added = addReel(label, { start: start.value, end: end.value }, null, makeId).run(document)
  if (!added.ok) throw new Error(added.problem.message)
  return added.value
}

function shown(document: ProductionDocument): string {
  const { label, programme } = nextReel(document)
  return `${label} ${formatTimecode(programme.start, rate)} ${formatTimecode(programme.end, rate)}`
}

describe('nextReel', () => {
  test('the first reel begins at one hour', () => {
    expect(shown(blankDocument(rate))).toBe('Reel 1 01:00:00;00 01:20:00;00')
  })

  test('a reel begins at the next whole hour, counts on in the label and is as long as the one before', () => {
    const document = withReel(blankDocument(rate), 'R1', '01:00:08;00', '01:10:08;00')
    expect(shown(document)).toBe('R2 02:00:00;00 02:10:00;00')
  })

  test('no reel begins after midnight', () => {
    const document = withReel(blankDocument(rate), 'Night', '23:00:00;00', '23:10:00;00')
    expect(shown(document)).toBe('Night 2 00:00:00;00 00:10:00;00')
  })
})
