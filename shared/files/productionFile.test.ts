import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { updateCues } from '../edits/cueFieldEdits.ts'
import { randomEdit } from '../edits/fixtures/randomEdit.ts'
import { done } from '../edits/fixtures/run.ts'
import { countingIds, sampleDocument, score } from '../edits/fixtures/sampleDocument.ts'
import type { ProductionDocument } from '../model/document.ts'
import type { Problem } from '../result.ts'
import { parseProductionFile, productionFileText, productionFileVersion } from './productionFile.ts'
import type { Upgrade } from './upgrades.ts'
import { writtenReelSchema } from './writtenReel.ts'

const header = { id: 'a1B2-c3_d4', lastSequence: 17 }
const text = productionFileText(sampleDocument, header)

function problemOf(damaged: string): Problem {
  const parsed = parseProductionFile(damaged)
  if (parsed.ok) throw new Error('the file was not refused')
  return parsed.problem
}

describe('the text of a production file', () => {
  test('begins with the version and holds one record per line', () => {
    expect(text.split('\n').slice(0, 6)).toEqual([
      '{',
      '"needledrop": 5,',
      '"id": "a1B2-c3_d4",',
      '"lastSequence": 17,',
      expect.stringMatching(/^"checksum": "[0-9a-f]{8}",$/),
      '"production": {',
    ])
    expect(text.split('\n').filter((line) => line.startsWith('  {"id":"c')).length).toBe(4)
    expect(productionFileVersion).toBe(5)
  })

  test('reads back as the same document', () => {
    expect(parseProductionFile(text)).toEqual({
      ok: true,
      value: { document: sampleDocument, ...header, warnings: [] },
    })
  })

  test('differs in one record line, checksum and sequence number after a change to one cue', () => {
    const changed = productionFileText(done(updateCues([score], { title: 'Low Water' })), {
      ...header,
      lastSequence: 18,
    })
    const before = text.split('\n')
    const differing = changed.split('\n').filter((line, index) => line !== before[index])
    expect(differing).toEqual([
      '"lastSequence": 18,',
      expect.stringMatching(/^"checksum"/),
      expect.stringContaining('"title":"Low Water"'),
    ])
  })

  test('lists reels in running order and cues in programme order', () => {
    const shuffled = {
      ...sampleDocument,
      cues: Object.fromEntries(Object.entries(sampleDocument.cues).toReversed()),
    }
    expect(productionFileText(shuffled, header)).toBe(text)
    const numbers = [...text.matchAll(/"number":"(\dm\d\d)"/g)].map(([, number]) => number)
    expect(numbers).toEqual(['1m01', '1m02', '2m04', '1m03'].toSorted())
  })

  test('is the same for the same records, whatever order their fields are in', () => {
    const turned = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(turned)
      if (typeof value !== 'object' || value === null) return value
      return Object.fromEntries(
        Object.entries(value)
          .toReversed()
          .map(([key, item]) => [key, turned(item)]),
      )
    }
    expect(productionFileText(turned(sampleDocument) as ProductionDocument, header)).toBe(text)
  })

  test('comes back equal after any edits, and is then the same text again', () => {
    const picks = fc.array(fc.nat(1_000_000), { minLength: 6, maxLength: 14 })
    fc.assert(
      fc.property(fc.array(picks, { maxLength: 30 }), fc.nat(), (sequence, lastSequence) => {
        const makeId = countingIds()
        const document = sequence.reduce<ProductionDocument>((current, step) => {
          const result = randomEdit(current, step, makeId).run(current)
          return result.ok ? result.value : current
        }, sampleDocument)
        const written = productionFileText(document, { id: 'x', lastSequence })
        const parsed = parseProductionFile(written)
        expect(parsed).toEqual({ ok: true, value: { document, id: 'x', lastSequence, warnings: [] } })
        if (parsed.ok) expect(productionFileText(parsed.value.document, parsed.value)).toBe(written)
      }),
      { numRuns: 60 },
    )
  })

  test('is not written for a document that is not sound', () => {
    const broken = { ...sampleDocument, cues: { c1: { ...sampleDocument.cues.c1, type: 'jingle' } } }
    expect(() => productionFileText(broken as never, header)).toThrow()
  })
})

describe('a file that is not as it should be', () => {
  test.each([
    ['', 'an empty file'],
    ['  \n', 'an empty file'],
    ['RIFF....', 'something else'],
    ['{"title": "Harborline"}', 'JSON of another kind'],
    ['[]', 'JSON of another kind'],
    ['null', 'JSON of another kind'],
    ['{"needledrop": "1"}', 'JSON of another kind'],
    ['{"needledrop": 0}', 'JSON of another kind'],
  ])('%j is not ours', (other, found) => {
    expect(problemOf(other)).toMatchObject({ message: 'This is not a Needledrop production.', found })
  })

  test('made by a newer version asks for an update, even when its shape is unknown', () => {
    expect(problemOf('{"needledrop": 6, "reels": 5}')).toMatchObject({
      message: 'This production was made by a newer Needledrop.',
      found: 'version 6',
    })
  })

  test('names the line that is no JSON', () => {
    const index = text.split('\n').findIndex((line) => line.includes('"id":"c2"'))
    const torn = text.replace('"number":"1m02"', '"number":"1m02')
    expect(problemOf(torn).message).toBe(`The production is damaged at line ${index + 1}.`)
    const merged = text.replace('"cues": [\n', '"cues": [\n<<<<<<< ours\n')
    expect(problemOf(merged).found).toBe('<<<<<<< ours')
    expect(problemOf(text.slice(0, text.indexOf('"notes": ['))).message).toContain('its end')
  })

  const edits: readonly [string, (file: string) => string, string][] = [
    ['an unknown field of a record', (file) => file.replace('"id":"c1",', '"id":"c1","mood":1,'), 'cues.c1'],
    [
      'an unknown field of the header',
      (file) => file.replace('  "title"', '  "mood": 1,\n  "title"'),
      'production',
    ],
    ['an unknown table', (file) => file.replace('"reels": [', '"moods": [],\n"reels": ['), 'moods'],
    ['a missing table', (file) => file.replace(/"segments": \[\n.*\n\],\n/, ''), 'segments'],
    ['a missing field', (file) => file.replace('"id":"c1","number":"1m01",', '"id":"c1",'), 'cues.c1.number'],
    ['a field of the wrong kind', (file) => file.replace('"order":1', '"order":"1"'), 'reels.r1.order'],
    ['a fraction of a frame', (file) => file.replace(/"frame":\d+/, '"frame":1.5'), 'line 71'],
    ['a broken reference', (file) => file.replaceAll('"work":"w1"', '"work":"w9"'), 'cues.c2.work'],
    ['an id twice', (file) => file.replace('"id":"c1"', '"id":"c2"'), 'cues, record 2, line'],
    ['a record without an id', (file) => file.replace('{"id":"c1",', '{'), 'cues, record 1'],
    ['a record that is none', (file) => file.replace('"cues": [', '"cues": [\nnull,'), 'cues, record 1'],
    [
      'a table that is no list',
      (file) => file.replace(/"segments": \[\n.*\n\]/, '"segments": {}'),
      'segments',
    ],
    ['an id that could name another folder', (file) => file.replace('"a1B2-c3_d4"', '"../x"'), 'id'],
    [
      'a sequence number that is none',
      (file) => file.replace('"lastSequence": 17', '"lastSequence": -1'),
      'lastSequence',
    ],
    ['__proto__ as an id', (file) => file.replace('"id":"k1"', '"id":"__proto__"'), 'notes.__proto__.id'],
    [
      '__proto__ as a field',
      (file) => file.replace('"id":"k1",', '"id":"k1","__proto__":{"x":1},'),
      'notes.k1',
    ],
    [
      '__proto__ as a table',
      (file) => file.replace('"reels": [', '"__proto__": [],\n"reels": ['),
      '__proto__',
    ],
  ]
  test.each(edits)('with %s is refused and says where', (_, damage, where) => {
    const damaged = damage(text)
    expect(damaged).not.toBe(text)
    expect(problemOf(damaged).message).toContain(`damaged at ${where}`)
    expect(({} as { x?: number }).x).toBeUndefined()
  })

  test('never makes the reader throw, wherever bytes are lost or altered', () => {
    const place = fc.nat(text.length - 1)
    const plain = (file: string) => file.replaceAll('\r\n', '\n').trimEnd()
    fc.assert(
      fc.property(place, place, fc.string({ unit: 'binary', maxLength: 3 }), (from, length, put) => {
        const damaged = text.slice(0, from) + put + text.slice(from + (length % 20))
        const parsed = parseProductionFile(damaged)
        if (parsed.ok && plain(damaged) !== plain(text)) {
          expect(parsed.value.warnings.length).toBe(1)
        }
      }),
      { numRuns: 1500 },
    )
  }, 20_000)
})

describe('a file changed outside', () => {
  const edited = text.replace('"title":"Undertow"', '"title":"Underton"')

  test('opens with a warning when its checksum no longer fits', () => {
    const parsed = parseProductionFile(edited)
    expect(parsed).toMatchObject({ ok: true, value: { document: { works: { w1: { title: 'Underton' } } } } })
    expect(parsed.ok && parsed.value.warnings.map(({ message }) => message)).toEqual([
      expect.stringContaining('changed outside Needledrop'),
    ])
  })

  test('opens without one when its checksum line was taken out, or only its line ends differ', () => {
    const without = edited.replace(/"checksum": .*\n/, '')
    for (const fine of [without, text.replaceAll('\n', '\r\n'), `${text}\n`]) {
      expect(parseProductionFile(fine)).toMatchObject({ ok: true, value: { warnings: [] } })
    }
  })
})

describe('relative paths', () => {
  const [reel] = Object.values(sampleDocument.reels)
  const film = reel?.media?.path ?? ''
  const relatives = new Map([[film, '../films/reel 1.mov']])
  const written = productionFileText(sampleDocument, { ...header, relatives })

  test('stand behind the paths in the file and beside the document in memory', () => {
    expect(written).toContain(`"path":${JSON.stringify(film)},"relative":"../films/reel 1.mov","identity"`)
    const parsed = parseProductionFile(written)
    expect(parsed).toEqual({
      ok: true,
      value: { document: sampleDocument, ...header, relatives, warnings: [] },
    })
    if (parsed.ok) expect(productionFileText(parsed.value.document, parsed.value)).toBe(written)
  })

  test('stand in reels that are as their schema says', () => {
    const kept = parseProductionFile(
      readFileSync(new URL('fixtures/version-2.needledrop', import.meta.url), 'utf8'),
    )
    if (!kept.ok) throw new Error(kept.problem.message)
    const { reels } = JSON.parse(productionFileText(kept.value.document, header))
    expect(reels.length).toBe(3)
    for (const one of reels) expect(writtenReelSchema.parse(one)).toEqual(one)
  })

  test('are empty where they are not known', () => {
    expect(text).toContain(`"path":${JSON.stringify(film)},"relative":"","identity"`)
  })

  test('of another kind than text are refused with their place', () => {
    const bad = written.replace('"../films/reel 1.mov"', '7')
    expect(problemOf(bad).message).toContain('reels.r1.media')
  })

  test('that are missing, or two for one path, are refused with their line', () => {
    const line = written.split('\n').findIndex((one) => one.startsWith('  {"id":"r1"')) + 1
    const missing = problemOf(written.replace('"relative":"../films/reel 1.mov",', ''))
    expect(missing.message).toContain(`reels.r1, line ${line}`)
    expect([missing.expected, missing.found]).toEqual([`“relative” beside the path ${film}`, 'none'])
    const stem = JSON.stringify({ path: film, relative: 'a.wav' })
    for (const relative of ['r1.wav', '']) {
      const second = stem.replace('a.wav', relative)
      const two = problemOf(written.replace('"stems":[]', `"stems":[${second}]`))
      expect(two.message).toContain(`reels.r1, line ${line}`)
      expect(two.expected).toContain('“../films/reel 1.mov”')
      expect(two.found).toBe(`“${relative}”`)
    }
  })
})

describe('an older version', () => {
  const rename: Upgrade = (document) => ({
    ...document,
    works: Object.fromEntries(
      Object.entries(document.works as Record<string, Record<string, unknown>>).map(([id, work]) => {
        const { heading, ...rest } = work
        return [id, { ...rest, title: heading }]
      }),
    ),
  })
  const plain = text.replaceAll('"relative":"",', '').replace(/"checksum": .*\n/, '')
  const first = plain.replace('"needledrop": 5', '"needledrop": 1')
  const second = plain.replace('"needledrop": 5', '"needledrop": 2')
  const older = first.replace(/("id":"w1",)"title"/, '$1"heading"')

  test('is brought up step by step', () => {
    const parsed = parseProductionFile(older, [rename])
    expect(parsed).toMatchObject({ ok: true, value: { document: sampleDocument } })
    const upgraded = parseProductionFile(older.replace('"needledrop": 1', '"needledrop": 2'), [
      (old) => old,
      rename,
    ])
    expect(upgraded).toMatchObject({ ok: true, value: { document: sampleDocument } })
  })

  test('does not run the steps that lead to it', () => {
    const parsed = parseProductionFile(second, [rename])
    expect(parsed).toMatchObject({ ok: true, value: { document: sampleDocument } })
  })

  test('of the second kind, as it was kept, opens whole: with proxy and stem, and no relative path', () => {
    const kept = readFileSync(new URL('fixtures/version-2.needledrop', import.meta.url), 'utf8')
    expect(kept).toContain('"needledrop": 2,')
    const parsed = parseProductionFile(kept)
    expect(parsed).toMatchObject({
      ok: true,
      value: {
        ...header,
        warnings: [],
        document: {
          ...sampleDocument,
          reels: {
            ...sampleDocument.reels,
            r1: {
              media: { proxy: { path: '/films/small/r1.mp4', identity: '12-ab' } },
              stems: [{ path: '/films/r1 DX.wav', identity: '34-cd', label: 'DX' }],
            },
          },
        },
      },
    })
    expect(parsed.ok && parsed.value.relatives).toBe(undefined)
    const early = second.replace('"path":', '"relative":"r1.mov","path":')
    expect(problemOf(early).message).toContain('reels.r1.media')
  })

  test('of the third kind, as it was kept, opens whole: with nothing said about what later versions ask for', () => {
    const kept = readFileSync(new URL('fixtures/version-3.needledrop', import.meta.url), 'utf8')
    expect(kept).toContain('"needledrop": 3,')
    const parsed = parseProductionFile(kept)
    const film = sampleDocument.reels.r1?.media
    const identification = { method: 'endCredits', confidence: 'confirmed', note: 'card 4', link: '' }
    expect(parsed).toEqual({
      ok: true,
      value: {
        ...header,
        warnings: [],
        relatives: new Map([['/films/reel1.mov', '../films/reel1.mov']]),
        document: {
          ...sampleDocument,
          production: { ...sampleDocument.production, title: 'Kept' },
          reels: {
            ...sampleDocument.reels,
            r1: {
              ...sampleDocument.reels.r1,
              media: { ...film, proxy: { path: '/films/small/r1.mp4', identity: '12-ab' } },
              stems: [
                {
                  ...{ path: '/films/r1 DX.wav', identity: '34-cd', label: 'DX' },
                  start: { samples: 172_800_000, sampleRate: 48_000 },
                },
              ],
            },
          },
          cues: { ...sampleDocument.cues, c2: { ...sampleDocument.cues.c2, identification } },
        },
      },
    })
  })

  test('of the first kind, as it was kept, opens whole: without proxies and without stems', () => {
    const kept = readFileSync(new URL('fixtures/version-1.needledrop', import.meta.url), 'utf8')
    expect(kept).toContain('"needledrop": 1,')
    expect(parseProductionFile(kept)).toEqual({
      ok: true,
      value: { document: sampleDocument, ...header, warnings: [] },
    })
    expect(productionFileText(sampleDocument, header)).toContain(
      '"proxy":null},"stems":[],"pictureRate":null}',
    )
  })

  test('of the first kind that is damaged is refused with its place, not with an error of the upgrade', () => {
    const damages = [
      [first.replace(/"reels": \[\n[\s\S]*?\n\]/, '"reels": [\n{"id":"r1"}\n]'), 'reels.r1'],
      [first.replace(/"media":\{[^}]*\},/, '"media":[],'), 'reels.r1.media'],
      [first.replace('"reels": [', '"reals": ['), 'reals'],
    ] as const
    for (const [damaged, where] of damages) expect(problemOf(damaged).message).toContain(where)
  })

  test('is refused when it does not become a sound document', () => {
    expect(parseProductionFile(older)).toMatchObject({ ok: false })
  })
})
