import { describe, expect, test } from 'vitest'
import type { ProductionDocument } from '../model/document.ts'
import { type MusicNumbers, NumberCounter, partOf } from './musicNumbers.ts'
import { type NumberAxis, numberAxes } from './numberAxes.ts'
import { soundDocument, withRecord } from './soundDocument.ts'
import { UseMaker } from './useMaker.ts'

const makes = new UseMaker()

function count(document: ProductionDocument, counter = new NumberCounter()): MusicNumbers {
  return counter.count(document, makes.programme(document), makes.uses(document))
}

function bars(document: ProductionDocument, axis: NumberAxis) {
  return count(document).bars[axis].map(({ key, reported, cues }) => [key, reported / 1000, cues])
}

describe('numbers', () => {
  test('are the totals of the sheet, and exact lengths beside them', () => {
    expect(count(soundDocument())).toMatchObject({
      totals: { showSeconds: 1800, musicSeconds: 120, coverageSeconds: 120 },
      cues: 2,
      unplaced: 0,
      musicFrames: 3000,
      coverageFrames: 3000,
      showFrames: 45_000,
    })
  })

  test('by type, use, and licence', () => {
    const document = soundDocument()
    expect(bars(document, 'type')).toEqual([
      ['needleDrop', 60, 1],
      ['score', 60, 1],
    ])
    expect(bars(document, 'usUse')).toEqual([
      ['BI', 60, 1],
      ['BV', 60, 1],
    ])
    expect(bars(document, 'ukUse')).toEqual([['B', 120, 2]])
    expect(bars(document, 'master').map(([key]) => key)).toContain('n/a')
  })

  test('divide a cue among its writers by their shares, without losing a thousandth', () => {
    let document = soundDocument()
    for (const id of ['bea', 'cy'])
      document = withRecord(document, 'parties', id, {
        ...document.parties.anna,
        firstName: id,
        lastName: '',
      })
    const writers = [
      ['anna', 3334],
      ['bea', 3333],
      ['cy', 3333],
    ].map(([party, share]) => ({ party, share, role: 'C' }))
    document = withRecord(document, 'works', 'w1', { writers } as never)
    const found = count(document).bars.writer
    expect(found.map(({ name, reported, whole }) => [name, reported, whole])).toEqual([
      ['Anna Writer', 80_004, 120],
      ['bea', 19_998, 60],
      ['cy', 19_998, 60],
    ])
  })

  test('keep music without a known writer or society in a bar of its own, last', () => {
    const document = withRecord(soundDocument(), 'cues', 'c1', { work: null })
    expect(bars(document, 'writer').at(-1)).toEqual(['', 60, 1])
    expect(bars(document, 'publisherSociety').at(-1)?.[0]).toBe('')
  })

  test('leave out what has no place, and say so', () => {
    const { spans } = soundDocument().cues.c2 as never as { spans: { end: unknown }[] }
    const document = withRecord(soundDocument(), 'cues', 'c2', {
      spans: spans.map((span) => ({ ...span, end: null })) as never,
    })
    expect(count(document)).toMatchObject({ cues: 1, unplaced: 1, totals: { musicSeconds: 60 } })
  })

  test('count coverage once where cues overlap', () => {
    const document = soundDocument()
    const twice = withRecord(document, 'cues', 'c3', { ...document.cues.c1 })
    expect(count(twice)).toMatchObject({
      totals: { musicSeconds: 180, coverageSeconds: 120 },
      musicFrames: 4500,
      coverageFrames: 3000,
    })
  })

  test('add up on every axis', () => {
    const found = count(soundDocument())
    for (const axis of numberAxes) {
      const sum = found.bars[axis].reduce((total, { reported }) => total + reported, 0)
      expect(sum, axis).toBe(found.totals.musicSeconds * 1000)
      expect(found.bars[axis].reduce((total, { real }) => total + real, 0)).toBe(found.musicFrames * 1000)
    }
  })

  test('follow edits of cues, holders and the visual rule', () => {
    const counter = new NumberCounter()
    const document = soundDocument()
    count(document, counter)
    const moved = withRecord(document, 'parties', 'anna', { society: 'GEMA' })
    expect(count(moved, counter).bars.writerSociety[0]?.key).toBe('GEMA')
    const song = withRecord(moved, 'cues', 'c1', { type: 'song' })
    expect(count(song, counter).bars.type.map(({ key }) => key)).toContain('song')
  })
})

test('parts of a whole are basis points, half up', () => {
  expect(partOf(1, 3)).toBe(3333)
  expect(partOf(1, 20_000)).toBe(1)
  expect(partOf(1, 0)).toBeNull()
})
