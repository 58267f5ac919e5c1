import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { offeredRates } from '../time/frameRate.ts'
import { csvRows } from './csv.ts'
import { smallList, testList, written, writtenText } from './fixtures/markerFixtures.ts'
import { markerExporters } from './markerExporters.ts'
import { markerImporters } from './markerImporters.ts'
import { readXml } from './markers/xmlTree.ts'

const rate25 = { num: 25, den: 1, dropFrame: false }
const folder = new URL('./fixtures/markers/', import.meta.url)
const byId = (id: string) => {
  const found = markerExporters.find((exporter) => exporter.id === id)
  if (!found) throw new Error(id)
  return found
}
/** Formats whose target keeps one marker a frame. */
const merging = ['resolve-edl', 'avid-markers', 'fcp7-xml', 'fcpxml', 'chapters']

/** The small list as each format has to have it, worked out by hand. */
function expected(id: string, extension: string): Buffer {
  const wide = id === 'premiere-markers'
  const bytes = readFileSync(new URL(`small.${id}${wide ? '.utf8' : ''}.${extension}`, folder))
  return wide ? Buffer.from(`\uFEFF${bytes.toString('utf8')}`, 'utf16le') : bytes
}

describe.each(markerExporters)('$id', (exporter) => {
  test('writes the small list as it was worked out by hand', async () => {
    const made = Buffer.from((await written(exporter, smallList)) as string)
    const hand = expected(exporter.id, exporter.extension)
    if (exporter.id !== 'markers-midi' && exporter.id !== 'premiere-markers')
      expect(made.toString('utf8')).toBe(hand.toString('utf8'))
    expect(made.equals(hand)).toBe(true)
  })

  test('leaves notes out until somebody asks for them', async () => {
    const cues = { ...smallList, markers: smallList.markers.filter(({ kind }) => kind !== 'note') }
    expect(await written(exporter, smallList, {})).toEqual(await written(exporter, cues))
    expect(await written(exporter, smallList, {})).not.toEqual(await written(exporter, smallList))
  })

  test('says what it loses', () => {
    expect(exporter.losses.length).toBeGreaterThan(0)
    expect(exporter.losses.join(' ').includes('begin on one frame')).toBe(merging.includes(exporter.id))
  })

  test('makes one of markers that begin on one frame where the target keeps one, and loses no name', async () => {
    const same = testList(rate25, '01:00:00:00', 1000, [
      { at: 100, length: 10, name: 'First' },
      { at: 100, length: 20, name: 'Second', kind: 'source' },
      { at: 200, length: 10, name: 'Third' },
    ])
    const importer = markerImporters.find(({ id }) => id === exporter.id)
    if (!importer) return
    const read = importer.readMarkers(await writtenText(exporter, same), { rate: rate25, start: same.start })
    if (!read.ok) throw new Error(read.problem.message)
    const found = read.value.list.markers.map(({ frame, length, name }) => [frame - same.start, length, name])
    const apart = [
      [100, 10, 'First'],
      [100, 20, 'Second'],
      [200, 10, 'Third'],
    ]
    const merged = [
      [100, 20, 'First + Second'],
      [200, 10, 'Third'],
    ]
    expect(found).toEqual(merging.includes(exporter.id) ? merged : apart)
  })

  test('writes an empty list', async () => {
    const empty = testList({ num: 30000, den: 1001, dropFrame: true }, '01:00:00;00', 0, [])
    const bare = ['avid-markers', 'audacity-labels', 'srt']
    expect((await written(exporter, empty)).length > 0).toBe(!bare.includes(exporter.id))
  })
})

const hostile = [
  'He said "no", twice',
  'two\r\nlines\nand\ra third',
  'tab\there',
  'a | b |D:7',
  '|C:ResolveColorRed |M:x |D:99',
  '=HYPERLINK("http://example.invalid")',
  '@SUM(A1:A9)',
  '+1-1',
  '\u202Eright to left \u05D0\u05D1\u05D2',
  '\uD83C\uDFB5 e\u0301',
  'half \uD83C and \uDFB5',
  '\u0000\u0001\u0008\u000B\u001B\u007F\u0085\u2028\u2029\uFEFF\uFFFE\uFFFF',
  '<b>&amp;</b> ]]> <!-- --> <?x ?> &x;',
  '00:00:01,000 --> 00:00:02,000',
  '{\\an8}\\N',
  '\\ # ; = [CHAPTER]\nSTART=1',
  '002  AX       A     C        00:00:00:00 00:00:01:00 01:00:00:00 01:00:01:00',
  '* FROM CLIP NAME: another',
  "it's",
  '   ',
  '',
  'x'.repeat(10_000),
  '\u05D0'.repeat(10_000),
]
const anyText = fc.oneof(
  fc.constantFrom(...hostile),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc
    .array(
      fc.constantFrom('|', '\t', '\n', '\r', '"', "'", '<', '&', '\\', '{', '=', ';', ',', '-->', '\uD800'),
      { maxLength: 12 },
    )
    .map((parts) => parts.join('')),
)
const hostileList = fc
  .record({
    rate: fc.constantFrom(...offeredRates),
    title: anyText,
    markers: fc.array(
      fc.record({
        gap: fc.integer({ min: 1, max: 500 }),
        length: fc.integer({ min: 1, max: 900 }),
        name: anyText,
        note: anyText,
      }),
      { minLength: 1, maxLength: 6 },
    ),
  })
  .map(({ rate, title, markers }) => {
    let at = 0
    const placed = markers.map(({ gap, ...rest }) => {
      at += gap
      return { ...rest, at }
    })
    return testList(rate, '00:58:13:07', 100_000, placed, title)
  })

describe.each(markerExporters.filter(({ id }) => id !== 'markers-midi'))(
  'whatever the texts are, $id',
  (exporter) => {
    const importer = markerImporters.find(({ id }) => id === exporter.id)

    test('keeps its form: our importer finds every marker on its frame, and no other', async () => {
      await fc.assert(
        fc.asyncProperty(hostileList, async (list) => {
          const text = await writtenText(exporter, list)
          expect(text).not.toMatch(/\p{Surrogate}/u)
          // biome-ignore lint/suspicious/noControlCharactersInRegex: none must be left.
          expect(text).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF]/)
          if (text.startsWith('<')) expect(readXml(text).ok).toBe(true)
          if (exporter.id === 'reaper-regions')
            for (const cell of csvRows(text).flat()) expect(cell).not.toMatch(/^[=@+-]/)
          if (!importer) return
          expect(importer.recognises(text)).toBe(true)
          const read = importer.readMarkers(text, { rate: list.rate, start: list.start })
          if (!read.ok) throw new Error(`${read.problem.message} ${read.problem.found}`)
          expect(read.value.list.markers.map(({ frame }) => frame)).toEqual(
            list.markers.map(({ frame }) => frame),
          )
        }),
        { numRuns: 150 },
      )
    })
  },
)

test('bytes of a MIDI file are text events alone, whatever the names are', async () => {
  await fc.assert(
    fc.asyncProperty(hostileList, async (list) => {
      const bytes = Buffer.from(await written(byId('markers-midi'), list))
      const length = bytes.readUInt32BE(18)
      expect(bytes.length).toBe(22 + length)
      expect([...bytes.subarray(-3)]).toEqual([0xff, 0x2f, 0])
    }),
    { numRuns: 100 },
  )
})

test('two thousand cues are written in under 200 ms each', async () => {
  const note = 'Needle drop; 02:31; Anna Writer, Ben Author, Cara Composer, Dan Arranger; The Players'
  const many = Array.from({ length: 2000 }, (_, index) => ({
    at: index * 90,
    length: 2000,
    name: `1m${index} Title ${index}`,
    note,
  }))
  const list = testList({ num: 30000, den: 1001, dropFrame: true }, '00:58:13;07', 200_000, many)
  for (const exporter of markerExporters) {
    // The quickest of five, since other work on the machine is none of the format's.
    let quickest = Number.POSITIVE_INFINITY
    for (let run = 0; run < 5; run++) {
      const began = performance.now()
      await written(exporter, list)
      quickest = Math.min(quickest, performance.now() - began)
    }
    expect(quickest, exporter.id).toBeLessThan(200)
  }
})
