import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DOMParser } from '@xmldom/xmldom'
import { csvParse } from 'd3-dsv'
import { parseMidi } from 'midi-file'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebVTTParser } from 'webvtt-parser'
import { testList, written } from '../shared/formats/fixtures/markerFixtures.ts'
import { markerExporters } from '../shared/formats/markerExporters.ts'
import { type FrameRate, rateName } from '../shared/time/frameRate.ts'

/*
 * Readers that are not ours say on which frames the markers lie. No reader of CMX 3600 lists, Resolve's markers in them, Avid
 * marker text, Premiere's list, OpenTimelineIO, Pro Tools text, Reaper's list or Audacity labels is kept on the registry: those formats are
 * proved by files worked out by hand and by our own importers.
 */

const guide = readFileSync(new URL('../docs/guide/markers.md', import.meta.url), 'utf8')

const rates: readonly FrameRate[] = [
  { num: 24000, den: 1001, dropFrame: false },
  { num: 24, den: 1, dropFrame: false },
  { num: 25, den: 1, dropFrame: false },
  { num: 30000, den: 1001, dropFrame: true },
  { num: 30000, den: 1001, dropFrame: false },
  { num: 50, den: 1, dropFrame: false },
  { num: 60000, den: 1001, dropFrame: true },
]
const named = rates.map((rate) => [rateName(rate), rate] as const)
const hostile = 'x <b>&amp; "q" \u05D0\u05D1 \uD83C\uDFB5 | = ; # \\ --> \t\r\n \uD800 \u0001 {\\an8}'

/** Two hundred cues, of which some overlap, from a timecode that is not on the hour. */
const listAt = (rate: FrameRate) =>
  testList(
    rate,
    '00:58:13:07',
    400_000,
    Array.from({ length: 200 }, (_, index) => ({
      at: 7 + index * 1811 + (index % 13),
      length: 600 + ((index * 37) % 1500),
      name: index === 3 ? hostile : `1m${index} Cue`,
      note: index % 2 ? 'Score; 01:00; Anna Writer & Söhne <x>' : '',
    })),
  )
const starts = (list: ReturnType<typeof listAt>) => list.markers.map(({ frame }) => frame - list.start)
const ends = (list: ReturnType<typeof listAt>) =>
  list.markers.map(({ frame, length }) => frame - list.start + length)

async function make(id: string, rate: FrameRate) {
  const exporter = markerExporters.find((candidate) => candidate.id === id)
  if (!exporter) throw new Error(id)
  const list = listAt(rate)
  return { list, made: await written(exporter, list) }
}

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'needledrop-markers-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const has = (program: string) => spawnSync(program, ['-version'], { stdio: 'ignore' }).error === undefined
const toFrame = (seconds: number, { num, den }: FrameRate) => Math.round((seconds * num) / den)

function elements(text: string, name: string) {
  const faults: string[] = []
  const parsed = new DOMParser({
    onError: (level, message) => level !== 'warning' && faults.push(message),
  }).parseFromString(text, 'text/xml')
  expect(faults).toEqual([])
  return Array.from(parsed.getElementsByTagName(name))
}

describe.each(named)('at %s', (_name, rate) => {
  test('xmldom finds the sequence markers of Final Cut Pro 7 XML, and its start', async () => {
    const { list, made } = await make('fcp7-xml', rate)
    const inside = (element: Element, name: string) =>
      Number(element.getElementsByTagName(name)[0]?.textContent)
    const markers = elements(made as string, 'marker') as unknown as Element[]
    expect(markers.map((marker) => inside(marker, 'in'))).toEqual(starts(list))
    expect(markers.map((marker) => inside(marker, 'out'))).toEqual(ends(list))
    expect(Number(elements(made as string, 'frame')[0]?.textContent)).toBe(list.start)
  })

  test('xmldom finds the markers of FCPXML on whole frames of the sequence’s timecode', async () => {
    const { list, made } = await make('fcpxml', rate)
    const found = elements(made as string, 'marker').map((marker) => {
      const [, ticks = '', scale = '1'] =
        /^(\d+)(?:\/(\d+))?s$/.exec(marker.getAttribute('start') ?? '') ?? []
      const frames = (BigInt(ticks) * BigInt(rate.num)) / (BigInt(scale) * BigInt(rate.den))
      expect((BigInt(ticks) * BigInt(rate.num)) % (BigInt(scale) * BigInt(rate.den))).toBe(0n)
      return Number(frames)
    })
    expect(found).toEqual(list.markers.map(({ frame }) => frame))
  })

  test('midi-file finds the markers of the MIDI file within a frame’s hundredth', async () => {
    const { list, made } = await make('markers-midi', rate)
    const { header, tracks } = parseMidi(made as Uint8Array)
    let ticks = 0
    const found = (tracks[0] ?? []).flatMap((event) => {
      ticks += event.deltaTime
      return event.type === 'marker' ? [ticks / (2 * (header.ticksPerBeat ?? 1))] : []
    })
    expect(found.map((seconds) => toFrame(seconds, rate))).toEqual(starts(list))
    for (const [index, seconds] of found.entries())
      expect(Math.abs((seconds * rate.num) / rate.den - (starts(list)[index] ?? 0))).toBeLessThan(0.02)
  })

  test('webvtt-parser takes the WebVTT without a fault', async () => {
    const { list, made } = await make('webvtt', rate)
    const { cues, errors } = new WebVTTParser().parse(made as string)
    expect(errors).toEqual([])
    expect(cues.map(({ startTime }) => toFrame(startTime, rate))).toEqual(starts(list))
    expect(cues.map(({ endTime }) => toFrame(endTime, rate))).toEqual(ends(list))
  })

  test('d3-dsv, which also writes it, reads the Reaper list', async () => {
    const { list, made } = await make('reaper-regions', rate)
    const rows = csvParse(made as string)
    expect(rows.map(({ Start }) => toFrame(Number(Start), rate))).toEqual(starts(list))
    expect(rows.map(({ End }) => toFrame(Number(End), rate))).toEqual(ends(list))
  })

  test.skipIf(!has('ffprobe'))('ffprobe finds subtitles and chapters on their frames', async () => {
    for (const id of ['srt', 'webvtt', 'chapters']) {
      const { list, made } = await make(id, rate)
      const file = path.join(folder, `${id}.${{ srt: 'srt', webvtt: 'vtt', chapters: 'txt' }[id]}`)
      writeFileSync(file, made)
      const what = id === 'chapters' ? ['-f', 'ffmetadata', '-show_chapters'] : ['-show_packets']
      const output = execFileSync('ffprobe', ['-v', 'error', ...what, '-of', 'json', file], {
        encoding: 'utf8',
      })
      const { packets, chapters } = JSON.parse(output)
      const times = (packets ?? chapters) as {
        pts_time?: string
        duration_time?: string
        start_time?: string
        end_time?: string
      }[]
      const froms = times.map(({ pts_time, start_time }) => Number(pts_time ?? start_time))
      const tos = times.map(({ end_time, duration_time }, index) =>
        Number(end_time ?? (froms[index] ?? 0) + Number(duration_time)),
      )
      expect(
        froms.map((seconds) => toFrame(seconds, rate)),
        id,
      ).toEqual(starts(list))
      const next = (index: number) => starts(list)[index + 1] ?? Number.POSITIVE_INFINITY
      const until = ends(list).map((end, index) => (id === 'chapters' ? Math.min(end, next(index)) : end))
      expect(
        tos.map((seconds) => toFrame(seconds, rate)),
        id,
      ).toEqual(until)
    }
  })

  test.skipIf(!has('xmllint'))('xmllint finds both XML files well-formed', async () => {
    for (const id of ['fcp7-xml', 'fcpxml']) {
      const { made } = await make(id, rate)
      const file = path.join(folder, `${id}.xml`)
      writeFileSync(file, made)
      execFileSync('xmllint', ['--noout', '--nonet', file])
    }
  })
})

/** Formats that some reader of others' judges above. */
const judged = ['fcp7-xml', 'fcpxml', 'markers-midi', 'webvtt', 'srt', 'chapters']
const unjudged = markerExporters.filter(({ id }) => !judged.includes(id))

test.each(unjudged.map(({ id }) => id))(
  '%s: no independent reader, so a file worked out by hand judges it',
  (id) => {
    const hand = readdirSync(new URL('../shared/formats/fixtures/markers/', import.meta.url))
    expect(hand.some((name) => name.startsWith(`small.${id}.`))).toBe(true)
    expect(guide).toMatch(new RegExp(`^\\| \`${id}\` .*\\| no independent reader \\|$`, 'm'))
  },
)

test.each(judged)('the guide says who reads %s back', (id) => {
  const [line = ''] = guide.split('\n').filter((row) => row.startsWith(`| \`${id}\` `))
  expect(line).not.toBe('')
  expect(line).not.toContain('no independent reader')
})
