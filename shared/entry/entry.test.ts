import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { apply, compare, invert } from '../edits/change.ts'
import { countingIds, sampleDocument } from '../edits/fixtures/sampleDocument.ts'
import { brokenReferences, documentSchema, type ProductionDocument, recordsOf } from '../model/document.ts'
import type { CueId } from '../model/ids.ts'
import { type CellRows, readRows, rowsText } from './cellText.ts'
import { cueField, cueFields, fieldOfHead } from './cueFields.ts'
import { layCells } from './pasteCells.ts'
import { readUsage } from './readUsage.ts'
import { type CellEntry, planCells, setCells } from './setCells.ts'
import { axisWords, readWord } from './vocabulary.ts'

const today = '2026-11-23'
const cues = recordsOf(sampleDocument, 'cues')
const first = cues[0]?.id as CueId

function entered(document: ProductionDocument, ...entries: readonly CellEntry[]): ProductionDocument {
  const result = setCells('Enter', entries, { makeId: countingIds('n'), today }).run(document)
  if (!result.ok) throw new Error(`${result.problem.message} ${result.problem.found}`)
  return result.value
}

const cell = (field: string, text: string, cue: CueId = first): CellEntry => ({ cue, field, text })

function read(document: ProductionDocument, field: string, cue: CueId = first): string {
  const record = document.cues[cue]
  return record ? (cueField(field)?.read(document, record) ?? '') : ''
}

describe('words that are typed for a value', () => {
  it.each([
    ['type', 'needle drops', 'needleDrop'],
    ['type', 'ND', 'needleDrop'],
    ['type', 'n', 'needleDrop'],
    ['type', 'production music', 'library'],
    ['themeRole', 'TO', 'mainTitle'],
    ['themeRole', 'EC', 'endTitle'],
    ['origin', 'P', 'live'],
    ['vocals', 'BV', 'vocal'],
    ['diegesis', 'source', 'diegetic'],
    ['sourceVisibility', 'radio', 'device'],
    ['state', 'lifted', 'cut'],
  ] as const)('%s: %s is %s', (axis, text, value) => {
    expect(readWord<string>(text, axisWords[axis], axis)).toEqual({ ok: true, value })
  })

  it('are refused with what would be right', () => {
    expect(readWord('nedle drop', axisWords.type, 'type')).toMatchObject({
      ok: false,
      problem: { message: '“nedle drop” is no type.', suggestion: 'Needle drop' },
    })
    expect(readWord('s', axisWords.type, 'type')).toMatchObject({
      ok: false,
      problem: { expected: 'Score, Song, Source' },
    })
  })

  it('name each value by its name, by itself, and by every alias that no other value of the axis bears', () => {
    for (const words of Object.values(axisWords)) {
      for (const { value, name } of words) {
        expect(readWord<string>(value, words, '')).toEqual({ ok: true, value })
        expect(readWord<string>(name, words, '')).toEqual({ ok: true, value })
      }
      const aliases = words.flatMap(({ aliases: others }) => others.map((alias) => alias.toLowerCase()))
      expect(new Set(aliases).size).toBe(aliases.length)
    }
  })
})

describe('a usage code that is typed', () => {
  const blank = {
    themeRole: 'none',
    diegesis: 'unknown',
    sourceVisibility: 'none',
    prominence: 'background',
  } as const

  it.each([
    ['BI', { vocals: 'instrumental', diegesis: 'nonDiegetic' }],
    ['Background vocal', { vocals: 'vocal', diegesis: 'nonDiegetic' }],
    ['vv', { vocals: 'vocal', diegesis: 'diegetic', sourceVisibility: 'performer' }],
    ['EE', { themeRole: 'logo' }],
    ['T/C', null],
    ['TC', { themeRole: 'endTitle' }],
    ['SRC', { diegesis: 'diegetic', sourceVisibility: 'offscreen' }],
    ['Signature', null],
    ['FI', { vocals: 'instrumental', prominence: 'featured' }],
    ['VI · F', { vocals: 'instrumental', diegesis: 'diegetic', sourceVisibility: 'performer' }],
  ])('%s says %o', (text, patch) => {
    expect(readUsage(text, blank)).toMatchObject(patch ? { ok: true, value: patch } : { ok: false })
  })

  it('gives that code, whatever the cue was before', () => {
    for (const { id } of cues) {
      for (const code of ['BI', 'BV', 'VI', 'VV', 'MT', 'ET', 'LOGO']) {
        const document = entered(sampleDocument, cell('use', code, id))
        expect(read(document, 'use', id)).toBe(code)
      }
    }
  })
})

describe('a cell that is typed into', () => {
  it('says what it takes, and changes nothing when it refuses', () => {
    const refused = setCells('x', [cell('title', 'New'), cell('type', 'nothing')], {
      makeId: countingIds(),
      today,
    })
    expect(refused.run(sampleDocument)).toMatchObject({ ok: false })
    expect(
      planCells(sampleDocument, [cell('start', '99:00')], { makeId: countingIds(), today }),
    ).toMatchObject({
      document: sampleDocument,
      outcomes: [{ problem: { message: expect.any(String) } }],
    })
  })

  it('takes timecode, and lengths after a sign', () => {
    const start = cues[0]?.spans[0]?.start as number
    const moved = entered(sampleDocument, cell('start', '+2'))
    expect(moved.cues[first]?.spans[0]?.start).toBe(start + 2)
  })

  it('finds works by their titles, makes those that are new, and shares them', () => {
    const [, second] = cues
    const made = entered(sampleDocument, cell('work', 'Brand new'), cell('work', 'brand NEW', second?.id))
    expect(made.cues[first]?.work).not.toBeNull()
    expect(made.cues[second?.id as CueId]?.work).toBe(made.cues[first]?.work)
    expect(Object.keys(made.works).length).toBe(Object.keys(sampleDocument.works).length + 1)
    const again = entered(made, cell('work', ''))
    expect(again.cues[first]?.work).toBeNull()
  })

  it('names writers with roles and shares, and splits what is not said', () => {
    const named = entered(
      sampleDocument,
      cell('work', 'Brand new'),
      cell('writers', 'Ann Lee (A) 40; Bo Day; Cy Fox (C)'),
    )
    expect(read(named, 'writers')).toBe('Ann Lee (A) 40; Bo Day (CA) 30; Cy Fox (C) 30')
    expect(brokenReferences(named)).toEqual([])
  })

  it('sets a licence state of a side that needs one', () => {
    const active = cues.find(
      (cue) => cue.state === 'active' && read(sampleDocument, 'sync', cue.id) !== 'Not needed',
    )
    expect(read(entered(sampleDocument, cell('sync', 'signed', active?.id)), 'sync', active?.id)).toBe(
      'Executed',
    )
  })
})

describe('text of a spreadsheet', () => {
  const rows = fc.array(fc.array(fc.string(), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 })
  const lines = (cells: CellRows) => cells.map((row) => row.map((text) => text.replaceAll('\r\n', '\n')))

  it('is read as it was written, with line breaks and quotes in cells', () => {
    fc.assert(
      fc.property(rows, (cells) => {
        fc.pre((cells.at(-1) ?? []).join('') !== '')
        expect(lines(readRows(rowsText(cells)))).toEqual(lines(cells))
      }),
    )
    expect(readRows('a\t"b\nc ""d"""\r\n1\t5" disc\n')).toEqual([
      ['a', 'b\nc "d"'],
      ['1', '5" disc'],
    ])
  })

  it('has heads that name columns in many words', () => {
    expect(
      ['#', 'Cue Title', 'Duration', 'TC IN', 'Composer(s)', 'Performer'].map(
        (head) => fieldOfHead(head)?.id,
      ),
    ).toEqual(['number', 'title', 'length', 'start', 'writers', 'artist'])
  })
})

describe('a block that is pasted', () => {
  const columns = [
    { id: 'number', name: 'Number' },
    { id: 'title', name: 'Title' },
    { id: 'findings', name: 'Review' },
    { id: 'type', name: 'Type' },
  ]
  const ids = ['a', 'b', 'c'] as CueId[]
  const target = { cues: ids, columns, selectedRows: 1, selectedColumns: 1, all: columns }

  it('lies over the cells from the first on, and fills a selection that it divides', () => {
    expect(layCells([['1', 'x']], { ...target, selectedRows: 3, selectedColumns: 2 }).entries).toHaveLength(6)
    expect(layCells([['1'], ['2']], { ...target, selectedRows: 3 }).entries).toHaveLength(2)
  })

  it('says what does not fit', () => {
    const { entries, leftOver } = layCells([['1'], ['2'], ['3'], ['4']], target)
    expect(entries).toHaveLength(3)
    expect(leftOver).toEqual([{ text: '1 row', why: 'lies below the last cue' }])
    expect(layCells([['1', 'x', 'y', 'score', 'z']], target).leftOver).toEqual([
      { text: '1 column', why: 'lies beyond the last column' },
      { text: 'Review', why: 'follows from the other columns and is left out' },
    ])
  })

  it('goes by its heads where it has them', () => {
    const { entries, leftOver } = layCells(
      [
        ['Type', 'Cue title', 'Mood'],
        ['score', 'x', 'sad'],
      ],
      target,
    )
    expect(entries).toEqual([
      { cue: 'a', field: 'type', text: 'score' },
      { cue: 'a', field: 'title', text: 'x' },
    ])
    expect(leftOver).toEqual([{ text: 'Column “Mood”', why: 'is none that the table knows' }])
  })
})

test('pasting what was copied gives the same document', () => {
  const copied = cues.map((cue) => cueFields.map((field) => field.read(sampleDocument, cue)))
  const { entries } = layCells(readRows(rowsText(copied)), {
    cues: cues.map(({ id }) => id),
    columns: cueFields,
    selectedRows: cues.length,
    selectedColumns: 1,
    all: cueFields,
  })
  expect(entries).toHaveLength(cues.length * cueFields.length)
  expect(entered(sampleDocument, ...entries)).toBe(sampleDocument)
})

test('whatever is entered, the document stays sound, and undo gives back exactly the one before', () => {
  const texts = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.constantFrom(
      'BI',
      'VV',
      'needle drop',
      '+10',
      '-2.',
      '01:00:05:00',
      'Ann Lee; Bo Day 20',
      'paid',
      '',
      'Blue · Rosie',
      'logo',
    ),
  )
  const entry = fc.record({
    cue: fc.constantFrom(...cues.map(({ id }) => id)),
    field: fc.constantFrom(...cueFields.map(({ id }) => id)),
    text: texts,
  })
  let made = 0
  fc.assert(
    fc.property(fc.array(entry, { minLength: 1, maxLength: 6 }), (entries) => {
      const plan = planCells(sampleDocument, entries, { makeId: countingIds('p'), today })
      documentSchema.parse(plan.document)
      expect(brokenReferences(plan.document)).toEqual([])
      const change = compare(sampleDocument, plan.document)
      if (change.length > 0) made += 1
      expect(apply(plan.document, invert(change))).toEqual(sampleDocument)
      const edit = setCells('Enter', entries, { makeId: countingIds('q'), today })
      expect(edit.run(sampleDocument)).toEqual(edit.run(sampleDocument))
    }),
    { numRuns: 400 },
  )
  expect(made).toBeGreaterThan(100)
})
