import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ProductionDocument } from '../model/document.ts'
import { soundDocument, withRecord } from '../sheet/soundDocument.ts'
import { overlapLength } from '../time/frameRange.ts'
import { type Frames, frames } from '../time/frames.ts'
import { overlapsOf, overlapsPerCue } from './overlap.ts'
import { reviewContext } from './reviewContext.ts'

type Range = readonly [start: number, length: number]

function placed(cues: readonly (readonly Range[])[]) {
  let document: ProductionDocument = { ...soundDocument(), cues: {} }
  const origin = document.reels.r1?.programme.start ?? 0
  for (const [index, spans] of cues.entries())
    document = withRecord(document, 'cues', `c${index}`, {
      ...soundDocument().cues.c1,
      spans: spans.map(([start, length]) => ({
        reel: 'r1' as never,
        start: frames(origin + start),
        end: frames(origin + start + length),
      })),
    })
  return reviewContext(document).placed
}

describe('the sweep over the programme', () => {
  test('finds the pairs that comparing every cue with every other finds', () => {
    const range = fc.tuple(fc.nat(400), fc.integer({ min: 1, max: 60 }))
    const cue = fc.oneof(fc.tuple(range), fc.tuple(range, range))
    fc.assert(
      fc.property(fc.array(cue, { maxLength: 20 }), (cues) => {
        const uses = placed(cues)
        const expected = uses.flatMap((later, index) =>
          uses.slice(0, index).flatMap((earlier) => {
            const shared = earlier.time.spans
              .flatMap((one) =>
                later.time.spans.map((two) => overlapLength(one.inProgramme, two.inProgramme)),
              )
              .reduce<number>((sum, each) => sum + each, 0)
            return shared > 0 ? [`${earlier.cue.id} ${later.cue.id} ${shared}`] : []
          }),
        )
        const found = overlapsOf(uses).map(
          ({ earlier, later, frames }) => `${earlier.cue.id} ${later.cue.id} ${frames}`,
        )
        expect(found).toEqual(expected)
      }),
    )
  })

  test('cues that touch do not overlap', () => {
    expect(overlapsOf(placed([[[0, 10]], [[10, 10]]]))).toEqual([])
    expect(overlapsOf(placed([[[0, 11]], [[10, 10]]]))[0]?.frames).toBe(1 as Frames)
  })

  test('a pile of cues does not make a pile of pairs', () => {
    const pile = placed(Array.from({ length: 200 }, () => [[0, 10] as const]))
    expect(overlapsOf(pile)).toHaveLength(
      (200 - overlapsPerCue) * overlapsPerCue + (overlapsPerCue * (overlapsPerCue - 1)) / 2,
    )
  })
})
