import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { importers } from '../shared/formats/importers.ts'
import { Reviewer } from '../shared/review/reviewer.ts'
import { societyReadiness } from '../shared/review/societyReadiness.ts'
import { NumberCounter } from '../shared/sheet/musicNumbers.ts'
import type { NumberAxis } from '../shared/sheet/numberAxes.ts'
import { UseMaker } from '../shared/sheet/useMaker.ts'

const examples = new URL('../shared/formats/fixtures/examples/', import.meta.url)

type ExpectedCue = Readonly<Record<'id' | 'us' | 'uk' | 'sync' | 'master', string>> & {
  readonly reportedSeconds: number
  readonly frames: number
}

function read(stem: string) {
  const text = readFileSync(new URL(`${stem}.json`, examples), 'utf8')
  const draft = importers[0]?.read(text)
  if (!draft?.ok) throw new Error('an example is refused')
  const makes = new UseMaker()
  const { document } = draft.value
  const numbers = new NumberCounter().count(document, makes.programme(document), makes.uses(document))
  const expected = JSON.parse(readFileSync(new URL(`${stem}.expected.json`, examples), 'utf8'))
  const types = new Map<string, string>(
    JSON.parse(text).cues.map(({ id, type }: { id: string; type: string }) => [id, type]),
  )
  return { document, numbers, expected, typeOf: (id: string) => types.get(id) ?? '' }
}

/** Reported seconds by a value of the cues worked out by hand. */
function secondsBy(cues: readonly ExpectedCue[], keyOf: (cue: ExpectedCue) => string) {
  const sums: Record<string, number> = {}
  for (const cue of cues) sums[keyOf(cue)] = (sums[keyOf(cue)] ?? 0) + cue.reportedSeconds
  return sums
}

describe.each([
  ['01-tv-2997df-harborline-205', { music: 988, coverage: 988, show: 2620 }],
  ['02-feature-24-the-salt-road', { music: 1773, coverage: 1769, show: 5509 }],
  ['03-doc-25-the-tin-coast-101', { music: 776, coverage: 776, show: 3525 }],
] as const)('%s', (stem, { music, coverage, show }) => {
  const { document, numbers, expected, typeOf } = read(stem)
  const barsOf = (axis: NumberAxis) =>
    Object.fromEntries(numbers.bars[axis].map(({ key, reported }) => [key, reported / 1000]))
  /** A status without the part covered: `approved (83.34%)`. */
  const status = (text: string) => text.replace(/ \(.*\)$/, '')

  test('has the totals that were worked out by hand', () => {
    expect(numbers.totals).toEqual({
      musicSeconds: music,
      coverageSeconds: coverage,
      showSeconds: show,
    })
    const frames = expected.cues.reduce((sum: number, cue: ExpectedCue) => sum + cue.frames, 0)
    expect(numbers.musicFrames).toBe(frames)
    expect(numbers.cues).toBe(expected.cueCount)
  })

  test('has bars that add up to the lines worked out by hand', () => {
    expect(barsOf('type')).toEqual(secondsBy(expected.cues, ({ id }) => typeOf(id)))
    expect(barsOf('usUse')).toEqual(secondsBy(expected.cues, ({ us }) => us))
    expect(barsOf('ukUse')).toEqual(secondsBy(expected.cues, ({ uk }) => uk))
    expect(barsOf('sync')).toEqual(secondsBy(expected.cues, ({ sync }) => status(sync)))
    expect(barsOf('master')).toEqual(secondsBy(expected.cues, ({ master }) => status(master)))
  })

  test('has a figure for each society, none of them ready without a reason', () => {
    for (const each of societyReadiness(new Reviewer().review(document), document)) {
      expect(each.isReady, each.name).toBe(each.missing.length === 0)
      expect(each.percent === 100, each.name).toBe(each.isReady)
    }
  })
})
