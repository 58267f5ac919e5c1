import { describe, expect, test } from 'vitest'
import type { ProductionDocument } from '../../shared/model/document.ts'
import { recordsOf } from '../../shared/model/document.ts'
import { NumberCounter } from '../../shared/sheet/musicNumbers.ts'
import { numberAxes } from '../../shared/sheet/numberAxes.ts'
import { soundDocument, withRecord } from '../../shared/sheet/soundDocument.ts'
import { UseMaker } from '../../shared/sheet/useMaker.ts'
import { cuesOfBars, withBarToggled } from './barFilter.ts'
import { barName } from './barNames.ts'
import { numbersText } from './numbersText.ts'

function usesOf(document: ProductionDocument) {
  const makes = new UseMaker()
  return { get: (id: Parameters<UseMaker['use']>[1]) => makes.use(document, id) }
}

function count(document: ProductionDocument) {
  const makes = new UseMaker()
  return new NumberCounter().count(document, makes.programme(document), makes.uses(document))
}

describe('a pressed bar', () => {
  test('leaves exactly the cues that it counts, on every axis', () => {
    const document = withRecord(soundDocument(), 'cues', 'c1', { work: null, vocals: 'unknown' })
    const cues = recordsOf(document, 'cues')
    const { bars } = count(document)
    for (const axis of numberAxes)
      for (const { key, cues: counted } of bars[axis])
        expect(cuesOfBars(document, usesOf(document), cues, [{ axis, key }]), `${axis} ${key}`).toHaveLength(
          counted,
        )
  })

  test('of another axis narrows them further, pressed again it goes, and another of its axis takes its place', () => {
    const document = soundDocument()
    const cues = recordsOf(document, 'cues')
    const drops = withBarToggled([], { axis: 'type', key: 'needleDrop' })
    const both = withBarToggled(drops, { axis: 'ukUse', key: 'S' })
    expect(cuesOfBars(document, usesOf(document), cues, drops).map(({ id }) => id)).toEqual(['c2'])
    expect(cuesOfBars(document, usesOf(document), cues, both)).toEqual([])
    expect(withBarToggled(both, { axis: 'type', key: 'needleDrop' })).toEqual([{ axis: 'ukUse', key: 'S' }])
    expect(withBarToggled(drops, { axis: 'type', key: 'score' })).toEqual([{ axis: 'type', key: 'score' }])
    expect(cuesOfBars(document, usesOf(document), cues, [])).toBe(cues)
  })
})

test('every bar has a name, also where nothing is known', () => {
  expect(barName('usUse', { key: 'BI', name: 'BI' })).toBe('Background instrumental')
  expect(barName('writerSociety', { key: 'NS', name: 'NS' })).toBe('No society')
  for (const axis of numberAxes) expect(barName(axis, { key: '', name: '' })).not.toBe('')
})

test('as text: sums first, then a table for each axis, cells between tabs', () => {
  const document = withRecord(soundDocument(), 'parties', 'anna', { firstName: 'An\tna' })
  const lines = numbersText(document.production, count(document)).split('\n')
  expect(lines.slice(0, 7)).toEqual([
    'Sound',
    '',
    '\tReported\tReal seconds\tPart of the show',
    'Music total\t02:00\t120.000\t',
    'Coverage\t02:00\t120.000\t6.7%',
    'Show\t30:00\t1800.000\t',
    'Cues\t2',
  ])
  expect(lines).toContain('Needle drop\t01:00\t60.000\t50%\t1')
  expect(lines).toContain('An na Writer\t02:00\t120.000\t100%\t2')
})
