import { describe, expect, test } from 'vitest'
import { addReel } from '../../shared/edits/reelEdits.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import { recordsOf } from '../../shared/model/document.ts'
import type { Id } from '../../shared/model/ids.ts'
import { blankDocument } from '../../shared/model/newProduction.ts'
import type { FrameRate } from '../../shared/time/frameRate.ts'
import { formatTimecode, parseTimecode } from '../../shared/time/timecode.ts'
import { buildAxis } from '../timeline/axis.ts'
import { typedPlace } from './typedPlace.ts'

const rate: FrameRate = { num: 24, den: 1, dropFrame: false }

function frameOf(label: string) {
  const parsed = parseTimecode(label, rate)
  if (!parsed.ok) throw new Error(parsed.problem.message)
  return parsed.value
}

function withReels(...spans: readonly (readonly [string, string])[]): ProductionDocument {
  return spans.reduce<ProductionDocument>((document, [start, end], index) => {
    const programme = { start: frameOf(start), end: frameOf(end) }
    const edit = addReel(
      `R${index + 1}`,
      programme,
      null,
      <T extends string>() => `reel${index + 1}` as Id<T>,
    )
    const result = edit.run(document)
    if (!result.ok) throw new Error(result.problem.message)
    return result.value
  }, blankDocument(rate))
}

function typed(document: ProductionDocument, text: string, reelLabel: string, at: string): string {
  const reel = recordsOf(document, 'reels').find(({ label }) => label === reelLabel)
  if (!reel) throw new Error(`there is no reel ${reelLabel}`)
  const place = typedPlace(text, rate, buildAxis(document), { reel: reel.id, frame: frameOf(at) })
  if (!place.ok) return place.problem.message
  const found = document.reels[place.value.reel]
  return `${found?.label} ${formatTimecode(place.value.frame, rate)}`
}

describe('typedPlace', () => {
  const film = withReels(['01:00:00:00', '01:10:00:00'], ['02:00:00:00', '02:10:00:00'])

  test('pairs left out on the left keep their present value', () => {
    expect(typed(film, '2..', 'R1', '01:01:10:10')).toBe('R1 01:02:00:00')
  })

  test('a timecode of another reel goes to that reel', () => {
    expect(typed(film, '02:03:04:05', 'R1', '01:01:00:00')).toBe('R2 02:03:04:05')
  })

  test('of two reels with the same timecode the present one is preferred', () => {
    const twice = withReels(['01:00:00:00', '01:10:00:00'], ['01:00:00:00', '01:10:00:00'])
    expect(typed(twice, '5..', 'R2', '01:01:00:00')).toBe('R2 01:05:00:00')
    expect(typed(twice, '5..', 'R1', '01:01:00:00')).toBe('R1 01:05:00:00')
  })

  test('a step runs on over the reel change', () => {
    expect(typed(film, '+2', 'R1', '01:09:59:23')).toBe('R2 02:00:00:01')
    expect(typed(film, '-1', 'R2', '02:00:00:00')).toBe('R1 01:09:59:23')
  })

  test('what no reel has is refused, and nothing snaps', () => {
    expect(typed(film, '05:00:00:00', 'R1', '01:01:00:00')).toBe('No reel has 05:00:00:00.')
    expect(typed(film, '+1.', 'R2', '02:09:59:23')).toBe('That is after the last frame.')
    expect(typed(film, '-1.', 'R1', '01:00:00:00')).toBe('That is before the first frame.')
  })

  test('the end of the programme is not a frame of it', () => {
    expect(typed(film, '01:10:00:00', 'R1', '01:01:00:00')).toBe('No reel has 01:10:00:00.')
    expect(typed(film, '01:09:59:23', 'R1', '01:01:00:00')).toBe('R1 01:09:59:23')
  })
})
