import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { brokenReferences, documentSchema } from '../../model/document.ts'
import { buildCueSheet } from '../../sheet/cueSheet.ts'
import { exchange } from './exchange.ts'

type Json = { [key: string]: unknown }

const fixtures = new URL('../fixtures/examples/', import.meta.url)
const exampleText = readFileSync(new URL('01-tv-2997df-harborline-205.json', fixtures), 'utf8')

function minimal(patch: Json = {}): Json {
  return {
    format: 'needledrop.example-cue-sheet',
    version: 1,
    production: {},
    timebase: { rateNum: 25, rateDen: 1, dropFrame: false },
    pictures: [{ id: 'P', startTc: '10:00:00:00', endTc: '11:00:00:00' }],
    cues: [],
    ...patch,
  }
}

function cue(patch: Json = {}): Json {
  const spans = [{ picture: 'P', in: '10:01:00:00', out: '10:02:00:00' }]
  const axes = { type: 'score', origin: 'commissioned', diegesis: 'nonDiegetic', vocals: 'instrumental' }
  return { id: 'c1', spans, ...axes, ...patch }
}

function accepted(file: unknown) {
  const draft = exchange.read(JSON.stringify(file))
  if (!draft.ok) throw new Error(JSON.stringify(draft.problem))
  expect(documentSchema.safeParse(draft.value.document).success).toBe(true)
  expect(brokenReferences(draft.value.document)).toEqual([])
  return draft.value
}

function refused(file: unknown) {
  const draft = exchange.read(typeof file === 'string' ? file : JSON.stringify(file))
  if (draft.ok) throw new Error('expected a refusal')
  return draft.problem
}

/** The example with the value at a path replaced; undefined removes it. */
function exampleWith(path: readonly (string | number)[], value: unknown): unknown {
  const file = JSON.parse(exampleText)
  const parent = path.slice(0, -1).reduce((at, key) => at[key], file)
  const last = path.at(-1) ?? ''
  if (value === undefined) delete parent[last]
  else parent[last] = value
  return file
}

describe('what may be left out', () => {
  test('the least file that there can be', () => {
    const { document } = accepted(minimal({ pictures: [] }))
    expect(document.production).toMatchObject({
      title: '',
      category: 'Other',
      visualRule: 'sourceVisible',
      cast: [],
    })
    expect(document.cues).toEqual({})
  })

  test('a cue takes the stated defaults', () => {
    expect(accepted(minimal({ cues: [cue()] })).document.cues.c1).toMatchObject({
      state: 'active',
      themeRole: 'none',
      sourceVisibility: 'none',
      prominence: 'background',
      work: null,
      recording: null,
      dramaticRoles: [],
      identification: null,
    })
  })

  test('so do licences, works and recordings', () => {
    const licence = { id: 'L', cues: ['c1'], kind: 'sync', grants: ['sync'], status: 'toRequest' }
    const { document } = accepted(
      minimal({ cues: [cue()], licences: [licence], works: [{ id: 'w' }], recordings: [{ id: 'r' }] }),
    )
    expect(document.licences.L).toMatchObject({ share: 10_000, mfn: false, feeMinor: null, expires: '' })
    expect(document.works.w).toMatchObject({ publicDomain: false, unpublished: false, writers: [] })
    expect(document.recordings.r).toMatchObject({ ownedByProduction: false, work: null })
  })

  test('what was added later comes in whole, and is blank where it is not given', () => {
    const ignored = { id: 'i', rule: 'CS-070', cue: 'c1', side: 'sync', reason: 'Blanket', day: '2026-02-03' }
    const numbering = { prefix: 'HB', head: 'none', restartsPerReel: true, digits: 3 }
    const needs = { neededTerritories: ['World'], neededMedia: ['TV'], targetSocieties: ['PRS'] }
    const production = { showDurationOverride: 60, revisionNote: 'New end', numbering, ...needs }
    const picture = { id: 'P', startTc: '10:00:00:00', endTc: '11:00:00:00' }
    const { document } = accepted(
      minimal({
        production,
        pictures: [
          { ...picture, rateNum: 24, rateDen: 1 },
          { ...picture, id: 'Q', isVariableRate: true },
        ],
        cues: [cue({ licensedDuration: 30, licensedUses: 2 })],
        works: [{ id: 'w', publicDomainProof: 'Died 1900', publicDomainTerritory: 'World' }],
        recordings: [{ id: 'r', unionReuseChecked: true }],
        parties: [{ id: 'p', contact: 'ada@example.org' }],
        licences: [
          {
            ...{ id: 'L', cues: ['c1'], kind: 'sync', grants: ['sync'], status: 'executed' },
            ...{ licensedUsage: 'BV', files: ['licence.pdf'] },
          },
        ],
        ignored: [ignored],
      }),
    )
    expect(document.production).toMatchObject(production)
    expect(document.reels.P?.pictureRate).toEqual({ num: 24, den: 1, isVariable: false })
    expect(document.reels.Q?.pictureRate).toEqual({ num: 25, den: 1, isVariable: true })
    expect(document.cues.c1).toMatchObject({ licensedDuration: 30, licensedUses: 2 })
    expect(document.works.w).toMatchObject({ publicDomainProof: 'Died 1900', publicDomainTerritory: 'World' })
    expect(document.recordings.r).toMatchObject({ unionReuseChecked: true })
    expect(document.parties.p).toMatchObject({ contact: 'ada@example.org' })
    expect(document.licences.L).toMatchObject({ licensedUsage: 'BV', files: ['licence.pdf'] })
    const blank = { other: null, licence: null, party: null, field: '' }
    expect(document.ignored).toEqual({ i: { ...ignored, ...blank } })
    const bare = accepted(minimal({ cues: [cue()] })).document
    expect(bare.production).toMatchObject({
      showDurationOverride: null,
      neededMedia: [],
      targetSocieties: [],
    })
    expect(bare.reels.P?.pictureRate).toBeNull()
    expect(bare.ignored).toEqual({})
  })

  test('unknown fields are listed, not dropped silently', () => {
    const file = minimal({ cues: [cue({ vocls: 'vocal' })], showDurationOverride: 4, __proto__: { x: 1 } })
    expect(accepted(file).notes).toEqual([
      'cues[0].vocls is not a field of this format and was left out.',
      'showDurationOverride is not a field of this format and was left out.',
    ])
    const many = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`x${index}`, index]))
    expect(accepted(minimal(many)).notes.at(-1)).toBe('10 more unknown fields were left out.')
  })

  test('a byte-order mark does not matter', () => {
    expect(exchange.read(`\uFEFF${exampleText}`).ok).toBe(true)
    expect(exchange.recognises(`\uFEFF${exampleText}`)).toBe(true)
  })
})

describe('a file of the wrong shape is refused with the path to the field', () => {
  test.each([
    [['cues', 3, 'spans', 0, 'in'], 5, 'cues[3].spans[0].in', 'text', '5'],
    [['cues', 3, 'spans', 0, 'out'], undefined, 'cues[3].spans[0].out', 'text', 'nothing'],
    [['cues', 0, 'spans'], [], 'cues[0].spans', 'at least 1 entries', 'an empty list'],
    [['cues', 0, 'spans'], {}, 'cues[0].spans', 'a list', 'an object'],
    [['cues', 1, 'vocals'], 'sung', 'cues[1].vocals', 'one of "instrumental", "vocal", "unknown"', '"sung"'],
    [['cues', 1, 'vocals'], undefined, 'cues[1].vocals', 'one of', 'nothing'],
    [['cues', 1, 'number'], 'x'.repeat(51), 'cues[1].number', 'at most 50 characters', 'xxx'],
    [['cues', 1, 'id'], '', 'cues[1].id', 'at least 1 characters', '""'],
    [['works', 2, 'writers', 1, 'share'], '40', 'works[2].writers[1].share', 'a number', '"40"'],
    [['works', 2, 'publicDomain'], 'yes', 'works[2].publicDomain', 'true or false', '"yes"'],
    [['production', 'title'], null, 'production.title', 'text', 'null'],
    [['production', 'airDate'], '14 April', 'production.airDate', 'a day such as 2026-04-14', '"14 April"'],
    [['licences', 1, 'feeMinor'], 9.5, 'licences[1].feeMinor', 'a whole number', '9.5'],
    [['timebase'], undefined, 'timebase', 'an object', 'nothing'],
    [['timebase', 'rateNum'], 0, 'timebase', 'positive whole numbers', '0/1001'],
    [['timebase', 'rateNum'], 2 ** 53 - 1, 'timebase', 'from 1 to 1000 frames', '9007199254740991/1001'],
    [['timebase', 'rateNum'], 24_000, 'timebase', 'drop-frame at 30000/1001', '24000/1001 drop-frame'],
    [['pictures', 0, 'startTc'], '01:00:00;30', 'pictures[0].startTc', 'frames from 00 to 29', '01:00:00;30'],
    [['pictures', 0, 'endTc'], 'end', 'pictures[0].endTc', 'HH:MM:SS;FF', 'end'],
    [['segments', 2, 'in'], '01:01:00;00', 'segments[2].in', 'a label that 29.97 drop has', '01:01:00;00'],
    [['segments', 2, 'out'], '01:03:00;02', 'segments[2].out', 'at or after', '01:03:00;02'],
    [['version'], 2, 'version', '1', '2'],
    [['format'], 'cue sheet', 'format', '"needledrop.example-cue-sheet"', '"cue sheet"'],
  ] as const)('%j = %j', (path, value, where, expected, found) => {
    const problem = refused(exampleWith(path, value))
    expect(problem.message).toContain(where)
    expect(problem.expected).toContain(expected)
    expect(problem.found).toContain(found)
    expect(problem.remedy).not.toBe('')
  })

  test.each(['', 'null', '[]', '"text"', '4', '{}', '{"format":', 'PK\u0003\u0004', '\u0000\u0001'])(
    '%j',
    (text) => {
      expect(refused(text).message).not.toBe('')
      expect(exchange.recognises(text)).toBe(false)
    },
  )

  test('is recognised even when it was cut off, so that it is refused in its own words', () => {
    const cut = exampleText.slice(0, 5000)
    expect(exchange.recognises(cut)).toBe(true)
    expect(refused(cut)).toMatchObject({ message: 'The file is not JSON.' })
    expect(exchange.recognises(exampleText.replace('needledrop.', 'needledropX'))).toBe(false)
  })

  test('says how many more fields are at fault', () => {
    const { message } = refused(minimal({ cues: [cue({ type: 1, vocals: 2 }), cue({ id: 7 })] }))
    expect(message).toBe('The field cues[0].type is not as expected. 2 more fields are at fault.')
  })
})

describe('ids', () => {
  test.each([
    ['cues', 4, 'work', 'cues[4].work', 'works'],
    ['cues', 4, 'recording', 'cues[4].recording', 'recordings'],
    ['recordings', 0, 'work', 'recordings[0].work', 'works'],
    ['segments', 0, 'picture', 'segments[0].picture', 'pictures'],
  ])('a reference in %s[%i].%s that leads nowhere is refused', (table, index, field, where, expected) => {
    const problem = refused(exampleWith([table, index, field], 'constructor'))
    expect(problem).toMatchObject({ message: expect.stringContaining(where), found: '"constructor"' })
    expect(problem.expected).toContain(expected)
  })

  test('so is one inside a list', () => {
    expect(refused(exampleWith(['works', 1, 'writers', 1, 'party'], 'x')).message).toContain(
      'works[1].writers[1].party',
    )
    expect(refused(exampleWith(['licences', 0, 'cues', 2], 'x')).message).toContain('licences[0].cues[2]')
    expect(refused(exampleWith(['cues', 0, 'spans', 0, 'picture'], 'x')).message).toContain(
      'cues[0].spans[0].picture',
    )
  })

  test('an id used twice is refused, naming both places', () => {
    for (const table of [
      'pictures',
      'segments',
      'parties',
      'works',
      'recordings',
      'cues',
      'licences',
    ] as const) {
      const file = JSON.parse(exampleText)
      file[table].push(file[table][0])
      const problem = refused(file)
      expect(problem.message).toContain(`${table}[${file[table].length - 1}].id`)
      expect(problem.found).toContain(`${table}[0]`)
    }
  })

  test('__proto__ is refused, since it can name no record', () => {
    const problem = refused(minimal({ cues: [cue({ id: '__proto__' })] }))
    expect(problem.message).toContain('cues[0].id')
    expect(({} as Json).spans).toBeUndefined()
  })

  test.each(['constructor', 'toString', 'hasOwnProperty', 'length', '0'])(
    '%s is an id like any other',
    (id) => {
      const licence = { id, cues: [id], kind: 'sync', grants: ['sync'], status: 'denied' }
      const file = {
        ...minimal({ pictures: [{ id, startTc: '10:00:00:00', endTc: '11:00:00:00' }] }),
        parties: [{ id, name: 'Holder' }],
        works: [{ id, title: 'Work', writers: [{ party: id, role: 'C', share: 100 }] }],
        recordings: [{ id, work: id, artist: 'Artist' }],
        cues: [
          cue({
            id,
            work: id,
            recording: id,
            spans: [{ picture: id, in: '10:01:00:00', out: '10:02:00:00' }],
          }),
        ],
        licences: [licence],
      }
      const { document } = accepted(file)
      expect(Object.values(document.cues)).toHaveLength(1)
      expect(Object.getPrototypeOf(document.cues)).toBe(Object.prototype)
      const [row] = buildCueSheet(document).rows
      expect(row).toMatchObject({ title: 'Work', artist: 'Artist', sync: { text: 'denied' } })
      expect(row?.writers[0]?.name).toBe('Holder')
      expect(({} as Json).title).toBeUndefined()
      // A saved file is read through the schema, which must not lose it either.
      expect(documentSchema.parse(document).cues).toEqual(document.cues)
    },
  )
})

describe('timecode', () => {
  function spansOf(timebase: Json, picture: Json, ...spans: readonly Json[]) {
    const file = minimal({ timebase, pictures: [{ id: 'P', ...picture }], cues: [cue({ spans })] })
    return accepted(file).document.cues.c1?.spans
  }
  const drop = { rateNum: 30000, rateDen: 1001, dropFrame: true }
  const dropPicture = { startTc: '01:00:00;00', endTc: '02:00:00;00' }
  const film = { rateNum: 24, rateDen: 1, dropFrame: false }

  test('a label that does not exist is kept as it was written', () => {
    const [span] = spansOf(drop, dropPicture, { picture: 'P', in: '01:01:00;00', out: 'later' }) ?? []
    expect(span).toEqual({ reel: 'P', start: { unreadable: '01:01:00;00' }, end: { unreadable: 'later' } })
  })

  test('a label of the other way of counting is read and kept beside its frame', () => {
    const [span] = spansOf(drop, dropPicture, { picture: 'P', in: '01:01:00:02', out: '01:02:00;02' }) ?? []
    expect(span).toEqual({ reel: 'P', start: 109_692, end: 111_490, labels: { start: '01:01:00:02' } })
  })

  test('reels and segments of the other way of counting give a note', () => {
    const file = minimal({
      timebase: drop,
      pictures: [{ id: 'P', startTc: '01:00:00:00', endTc: '02:00:00:00' }],
    })
    expect(accepted(file).notes).toEqual([
      'pictures[0].startTc and 1 more is written as non-drop timecode and was read as drop-frame, as the timebase says.',
    ])
  })

  test('a cue without an out yet is open', () => {
    expect(
      spansOf(
        film,
        { startTc: '01:00:00:00', endTc: '02:00:00:00' },
        { picture: 'P', in: '01:10:00:00', out: null },
      ),
    ).toEqual([{ reel: 'P', start: 100_800, end: null }])
  })

  test('past midnight the labels go on into the next day', () => {
    const day = 24 * 3600 * 24
    const night = { startTc: '23:59:00:00', endTc: '00:30:00:00' }
    const file = minimal({
      timebase: film,
      pictures: [{ id: 'P', ...night }],
      segments: [{ id: 'S', kind: 'content', picture: 'P', in: '23:59:00:00', out: '00:30:00:00' }],
      cues: [cue({ spans: [{ picture: 'P', in: '23:59:59:23', out: '00:00:00:01' }] })],
    })
    const { document } = accepted(file)
    expect(document.cues.c1?.spans[0]).toEqual({ reel: 'P', start: day - 1, end: day + 1 })
    expect(document.reels.P?.programme.end).toBe(day + 1800 * 24)
    expect(buildCueSheet(document).totals).toMatchObject({ showSeconds: 31 * 60, musicSeconds: 1 })
  })
})
