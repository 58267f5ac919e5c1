import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { brokenReferences, documentSchema } from '../model/document.ts'
import { buildMarkerList } from '../sheet/markerList.ts'
import { nominalRate, offeredRates, rateName, sameRate } from '../time/frameRate.ts'
import { smallList, testList, writtenText } from './fixtures/markerFixtures.ts'
import { markerExporters } from './markerExporters.ts'
import { markerImporters } from './markerImporters.ts'

/** None of them on the hour; the first crosses midnight-free hours, the last a whole hour. */
const starts = ['00:58:13:07', '09:59:59:02', '20:07:31:19', '00:00:00:05'] as const
const pairs = markerExporters.flatMap((exporter) => {
  const importer = markerImporters.find(({ id }) => id === exporter.id)
  return importer ? [{ id: exporter.id, exporter, importer }] : []
})
/** Formats that say their rate and their start themselves. */
const telling = ['fcp7-xml', 'fcpxml', 'otio', 'protools-text']

const lists = (rate: (typeof offeredRates)[number]) =>
  fc
    .record({
      start: fc.constantFrom(...starts),
      cues: fc.array(
        fc.record({ gap: fc.integer({ min: 1, max: 5000 }), length: fc.integer({ min: 1, max: 40_000 }) }),
        {
          minLength: 1,
          maxLength: 12,
        },
      ),
    })
    .map(({ start, cues }) => {
      let at = 0
      const placed = cues.map(({ gap, length }, index) => {
        at += gap
        return {
          at,
          length,
          name: `1m${index + 1} Cue ${index}`,
          note: index % 2 ? 'Score; 01:00; Anna Writer' : '',
        }
      })
      return testList(rate, start, at + 50_000, placed)
    })

test('every format that cues are read from is also written, but for MIDI', () => {
  expect(pairs.map(({ id }) => id).toSorted()).toEqual(markerImporters.map(({ id }) => id).toSorted())
  expect(
    markerExporters.filter(({ id }) => !pairs.some((pair) => pair.id === id)).map(({ id }) => id),
  ).toEqual(['markers-midi'])
})

describe.each(pairs)('$id, written and read by ourselves', ({ id, exporter, importer }) => {
  test.each(offeredRates.map((rate) => ({ name: rateName(rate), rate })))(
    'keeps frames at $name',
    async ({ rate }) => {
      await fc.assert(
        fc.asyncProperty(lists(rate), async (list) => {
          const text = await writtenText(exporter, list)
          const read = importer.readMarkers(text, telling.includes(id) ? null : { rate, start: list.start })
          if (!read.ok) throw new Error(`${read.problem.message} ${read.problem.found}`)
          const { list: found } = read.value
          expect(sameRate(found.rate, rate)).toBe(true)
          const facts = ({ frame, length, name }: (typeof found.markers)[number]) => [frame, length, name]
          const wanted = list.markers.map((marker, index) => {
            const next = list.markers[index + 1]
            const follows = id === 'chapters' && next && next.frame < marker.frame + marker.length
            return facts(
              follows ? { ...marker, length: (next.frame - marker.frame) as typeof marker.length } : marker,
            )
          })
          expect(found.markers.map(facts)).toEqual(wanted)
          if (telling.includes(id)) expect(found.start).toBe(list.start)
        }),
        { numRuns: 40 },
      )
    },
  )

  test('is the first to recognise what it wrote', async () => {
    const text = await writtenText(exporter, smallList)
    expect(markerImporters.find((other) => other.recognises(text))?.id).toBe(id)
  })

  test('makes a sound production whose markers are the same', async () => {
    const draft = importer.read(await writtenText(exporter, smallList), {
      rate: smallList.rate,
      start: smallList.start,
    })
    if (!draft.ok) throw new Error(draft.problem.message)
    const { document, notes } = draft.value
    expect(documentSchema.safeParse(document).success).toBe(true)
    expect(brokenReferences(document)).toEqual([])
    expect(Object.values(document.cues)[0]).toMatchObject({ number: '1m01', title: 'Main Title' })
    // A subtitle shows a note for a second, so that it comes back as a cue.
    const notesBack = Object.values(document.notes).map(({ text }) => text)
    expect(notesBack).toEqual(
      ['srt', 'webvtt'].includes(id) ? [] : [expect.stringMatching(/^Hit: door & "bang"/)],
    )
    const again = buildMarkerList(document)
    expect(again.markers.map(({ frame }) => frame)).toEqual(smallList.markers.map(({ frame }) => frame))
    for (const note of notes) expect(note).toMatch(/\.$/)
  })
})

test.each(pairs)('$id comes back over midnight', async ({ exporter, importer }) => {
  const rate = { num: 25, den: 1, dropFrame: false }
  const list = testList(rate, '23:50:00:10', 60_000, [
    { at: 10, length: 100, name: 'Before' },
    { at: 14_900, length: 200, name: 'Over' },
    { at: 30_000, length: 100, name: 'After' },
  ])
  const read = importer.readMarkers(await writtenText(exporter, list), { rate, start: list.start })
  if (!read.ok) throw new Error(read.problem.message)
  expect(read.value.notes).toEqual([])
  expect(read.value.list.markers.map(({ frame, length }) => [frame - list.start, length])).toEqual([
    [10, 100],
    [14_900, 200],
    [30_000, 100],
  ])
})

test('a list of another rate than the picture’s is read as its labels say, and says so', async () => {
  const edl = markerExporters.find(({ id }) => id === 'resolve-edl')
  const reader = markerImporters.find(({ id }) => id === 'resolve-edl')
  if (!edl || !reader) throw new Error('no Resolve')
  const drop = { num: 30000, den: 1001, dropFrame: true }
  const list = testList(drop, '00:58:13;07', 10_000, [{ at: 3000, length: 10, name: 'Cue' }])
  const text = await writtenText(edl, list)
  const asNonDrop = reader.readMarkers(text, { rate: { ...drop, dropFrame: false }, start: null })
  expect(asNonDrop).toMatchObject({
    ok: true,
    value: { list: { rate: drop, markers: [{ frame: list.start + 3000 }] } },
  })
  expect(asNonDrop.ok && asNonDrop.value.notes[0]).toContain('29.97 drop, not as 29.97 non-drop')
  const asFilm = reader.readMarkers(text, { rate: { num: 24, den: 1, dropFrame: false }, start: null })
  expect(asFilm.ok && asFilm.value.notes[0]).toContain('cannot be of 24')
  expect(nominalRate(drop)).toBe(30)
})
