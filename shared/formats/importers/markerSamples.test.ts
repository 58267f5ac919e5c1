import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { rateName } from '../../time/frameRate.ts'
import { frames } from '../../time/frames.ts'
import { formatTimecode } from '../../time/timecode.ts'
import { markerImporters } from '../markerImporters.ts'
import { readXml } from '../markers/xmlTree.ts'
import { projectsOf } from './fcpxml.ts'
import type { ReadMarkers } from './markerImporter.ts'
import { musicOfPieces } from './musicOfPieces.ts'

const folder = new URL('../fixtures/interchange/', import.meta.url)

function textOf(name: string): string {
  const bytes = readFileSync(new URL(name, folder))
  return bytes[0] === 0xff && bytes[1] === 0xfe ? bytes.toString('utf16le') : bytes.toString('utf8')
}

function read(name: string): ReadMarkers & { readonly id: string } {
  const text = textOf(name)
  const importer = markerImporters.find(({ recognises }) => recognises(text))
  const found = importer?.readMarkers(text, null)
  if (!importer || !found) throw new Error(`${name} is of no format`)
  if (!found.ok) throw new Error(found.problem.message)
  return { ...found.value, id: importer.id }
}

/** Number of markers, and the first as timecode, length, name and note. */
test.each([
  ['audacity-labels.txt', 'audacity-labels', '25', 2, '00:00:12:05', 1288, '1M01 Main Title', ''],
  ['avid-markers-6col.txt', 'avid-markers', '24', 3, '01:00:12:05', 1, '1M01 Main Title IN', ''],
  ['avid-markers-8col.txt', 'avid-markers', '24', 2, '01:00:12:05', 1226, '1M01 Main Title', ''],
  [
    'premiere-markers-utf16le.csv',
    'premiere-markers',
    '24',
    2,
    '00:00:12:05',
    1236,
    '1M01 Main Title',
    'Score',
  ],
  ['premiere-markers-asset-list.txt', 'premiere-markers', '24', 2, '00:00:12:05', 1, 'Main Title', ''],
  [
    'premiere-markers-comma.csv',
    'premiere-markers',
    '24',
    1,
    '00:00:12:05',
    1236,
    '1M01, Main Title',
    'Score, "hero" theme',
  ],
  [
    'resolve-markers.edl',
    'resolve-edl',
    '24',
    2,
    '01:00:12:05',
    1232,
    '1M01 Main Title',
    'Score, hero theme',
  ],
  ['reaper-regions-seconds.csv', 'reaper-regions', '25', 2, '00:00:12:05', 1288, '1M01 Main Title', ''],
  ['reaper-regions-timecode.csv', 'reaper-regions', '24', 2, '01:00:12:05', 1236, '1M01 Main Title', ''],
  ['premiere_example.xml', 'fcp7-xml', '30', 3, '00:00:03:23', 1, 'My MArker 1', 'so, this happened'],
  ['premiere_example.otio', 'otio', '30', 4, '00:00:03:23', 1, 'My MArker 1', 'so, this happened'],
  ['MarkerRulersAndTrackMarkers_PT2023.12.txt', 'protools-text', '24', 7, '01:00:00:00', 1, 'Marker 1', ''],
  ['ExtendedChars_UTF8Format_PT2023.3.txt', 'protools-text', '24', 4, '01:00:00:00', 1, 'Test Ellipsis…', ''],
  [
    'TimeFormats_Samples_PT2022.9.txt',
    'protools-text',
    '23.976',
    2,
    '23:57:56:02',
    1,
    'Marker Absolute',
    'Comment',
  ],
  [
    'TimeFormats_Timecode_ShowSubframes_PT2022.9.txt',
    'protools-text',
    '23.976',
    2,
    '23:57:56:02',
    1,
    'Marker Absolute',
    'Comment',
  ],
  ['webvtt-py-sample.vtt', 'webvtt', '25', 16, '00:00:00:13', 162, 'Caption text #1', ''],
  [
    'SRT-BOM-CRLF-ExtendedChars.srt',
    'srt',
    '25',
    5,
    '00:00:36:01',
    123,
    '- Subtitles Author -',
    '-- www.example.com --',
  ],
] as const)('reads %s', (name, id, rate, count, at, length, title, note) => {
  const { list, ...found } = read(name)
  const [first] = list.markers
  expect(found.id).toBe(id)
  expect([rateName(list.rate), list.markers.length]).toEqual([rate, count])
  expect(first && [formatTimecode(first.frame, list.rate), first.length, first.name, first.note]).toEqual([
    at,
    length,
    title,
    note,
  ])
})

test('says what the file did not say', () => {
  expect(read('resolve-markers.edl').notes).toEqual([
    'The file does not say its frame rate; it was read at 24. To say otherwise, import it while the film is open, or on the command line.',
    'The file does not say where the picture begins; 01:00:00:00 was taken for its first frame.',
  ])
})

test('says that a list lies before the start of the picture that is open, and goes by its own timecode', () => {
  const text = textOf('resolve-markers.edl')
  const reader = markerImporters.find(({ id }) => id === 'resolve-edl')
  const rate = { num: 25, den: 1, dropFrame: false }
  const found = reader?.readMarkers(text, { rate, start: frames(10 * 3600 * 25) })
  if (!found?.ok) throw new Error('refused')
  expect(formatTimecode(found.value.list.start, rate)).toBe('01:00:00:00')
  expect(found.value.notes).toEqual([
    'The timecode of the file does not lie behind the start of the picture, 10:00:00:00, and may be that of another film or version; 01:00:00:00 was taken for its first frame.',
  ])
})

describe('Final Cut Pro’s markers lie where its own tests have them', () => {
  const expected = JSON.parse(textOf('fcpxml.expected.json'))
  test.each(Object.keys(expected))('%s', (name) => {
    const root = readXml(textOf(name))
    if (!root.ok) throw new Error(root.problem.found)
    const projects = projectsOf(root.value)
    const found = projects.map(({ markers, frameDuration: { num, den }, rate }) => {
      if (!rate.ok) throw new Error(rate.problem.message)
      return markers.map(({ at, element }) => {
        const frame = (at.num * den) / (at.den * num)
        const isOnGrid = (at.num * den) % (at.den * num) === 0n
        return [formatTimecode(frames(Number(frame)), rate.value), element.attributes.value, isOnGrid].join(
          ' ',
        )
      })
    })
    type Project = { readonly markers: readonly (readonly unknown[])[] }
    const wanted = expected[name].map(({ markers }: Project) =>
      markers.map((marker) => marker.join(' ')).toSorted(),
    )
    expect(found.map((markers) => markers.toSorted())).toEqual(wanted)
  })
})

describe('what has the role of music in Final Cut Pro becomes cues', () => {
  test('clips whose channels are music, end to end one piece, with the markers as notes', () => {
    const { list, notes } = read('AudioOnly.fcpxml')
    const music = list.markers.filter(({ kind }) => kind !== 'note')
    expect(music.map(({ name, frame, length }) => [name, frame, length])).toEqual([
      ['Forest Day', 0, 3 * 1549],
    ])
    expect(list.markers.length - music.length).toBe(10)
    expect(notes).toEqual(['What has the role “music” was read as cues.'])
  })

  test('clips that are off, or whose music channels are off, do not', () => {
    const all = textOf('AudioOnly.fcpxml')
    const off = all.replaceAll('role="music.music-1"', 'role="music.music-1" active="0"')
    const reader = markerImporters.find(({ id }) => id === 'fcpxml')
    const found = reader?.readMarkers(off, null)
    expect(found?.ok && found.value.list.markers.filter(({ name }) => name === 'Forest Day')).toEqual([])
  })
})

describe('an edit decision list becomes cues', () => {
  const rate = { num: 25, den: 1, dropFrame: false }
  const piece = (start: number, end: number, name: string) => ({ start, end, name, note: '' })
  const cues = (...pieces: ReturnType<typeof piece>[]) =>
    musicOfPieces(pieces, rate).map(({ frame, length, name }) => [name, frame, frame + length])

  test('stereo twins, takes and neighbours up to a second apart are one', () => {
    expect(
      cues(
        piece(0, 100, 'Theme.L'),
        piece(0, 100, 'Theme.R'),
        piece(90, 200, 'THEME.NEW.01'),
        piece(225, 300, 'theme.wav'),
      ),
    ).toEqual([['Theme.L', 0, 300]])
  })

  test('a later entry of the same music is another cue, and so is other music that overlaps', () => {
    expect(cues(piece(0, 100, 'A'), piece(50, 150, 'B'), piece(126, 200, 'A'))).toEqual([
      ['A', 0, 100],
      ['B', 50, 150],
      ['A', 126, 200],
    ])
  })

  test('of a list with picture and sound, sound alone is read', () => {
    const { list, notes } = read('test_25.edl')
    expect(list.markers.length).toBeGreaterThan(0)
    expect(notes.join(' ')).toContain('events of picture left out')
  })

  test('a dissolve goes by the clip it leads to', () => {
    const { list } = read('dissolve_test.edl')
    expect(list.markers.map(({ name }) => name)).toEqual(['clip_A', 'clip_B'])
  })
})

describe('Pro Tools’ session text', () => {
  const head =
    'SESSION NAME:\tReel 1\nSAMPLE RATE:\t48000.000000\nSESSION START TIMECODE:\t00:59:50:00\nTIMECODE FORMAT:\t25 Frame\n\n'
  const columns = 'CHANNEL \tEVENT   \tCLIP NAME   \tSTART TIME    \tEND TIME      \tDURATION      \tSTATE\n'
  const row = (channel: number, name: string, from: string, to: string, state = 'Unmuted') =>
    `${channel}       \t1       \t${name}     \t   ${from}\t   ${to}\t   00:00:00:00\t${state}\n`
  const track = (name: string, rows: string, state = '') =>
    `TRACK NAME:\t${name}\nCOMMENTS:\t\nUSER DELAY:\t0 Samples\nSTATE: ${state}\nPLUG-INS: \n${columns}${rows}\n\n`
  const memory =
    'M A R K E R S  L I S T I N G\n#   \tLOCATION     \tTIME REFERENCE    \tUNITS    \tNAME  \tCOMMENTS\n1   \t01:00:00:00  \t480000            \tSamples  \tHit  \t\n'
  const cues = (...tracks: readonly string[]) => {
    const text = `${head}T R A C K  L I S T I N G\n${tracks.join('')}${memory}`
    const found = markerImporters.find(({ recognises }) => recognises(text))?.readMarkers(text, null)
    if (!found?.ok) throw new Error('refused')
    const { list, notes } = found.value
    const label = (frame: number) => formatTimecode(frames(frame), list.rate)
    return {
      notes,
      found: list.markers.map(({ frame, length, name, kind }) => [
        name,
        label(frame),
        label(frame + length),
        kind,
      ]),
    }
  }

  test('gives the clips of music tracks with the fades that touch them, and memory locations as notes', () => {
    const music =
      row(1, '(fade in)', '01:00:01:00', '01:00:02:00') +
      row(1, '1m01.L', '01:00:02:00', '01:00:10:00') +
      row(1, '(cross fade)', '01:00:10:00', '01:00:12:00') +
      row(1, '1m02-02.L', '01:00:12:00', '01:00:20:00') +
      row(1, 'off.L', '01:00:30:00', '01:00:31:00', 'Muted') +
      row(2, '1m01.R', '01:00:02:00', '01:00:10:00')
    expect(
      cues(track('MX 1', music), track('Dialogue', row(1, 'Line', '01:00:00:00', '01:00:50:00'))),
    ).toEqual({
      notes: ['The clips of 1 track were read as music: MX 1.'],
      found: [
        ['Hit', '01:00:00:00', '01:00:00:01', 'note'],
        ['1m01.L', '01:00:01:00', '01:00:12:00', 'other'],
        ['1m02-02.L', '01:00:10:00', '01:00:20:00', 'other'],
      ],
    })
  })

  test.each([
    ['samples', '480000', '720000'],
    ['seconds', '0:10.000', '0:15.000'],
    ['feet and frames', '15+10', '23+07'],
    ['hundredths of frames', '01:00:00:00.50', '01:00:05:00.00'],
  ])('has positions in %s', (_unit, from, to) => {
    expect(cues(track('Music', row(1, 'Clip', from, to))).found[1]).toEqual([
      'Clip',
      '01:00:00:00',
      '01:00:05:00',
      'other',
    ])
  })

  test('leaves out tracks that are not heard, and says that bars have no place in time', () => {
    const { notes, found } = cues(
      track('Music', row(1, 'Clip', '3|1', '5|1')),
      track('Music old', row(1, 'Clip', '01:00:00:00', '01:00:05:00'), 'Inactive Hidden'),
    )
    expect(found).toEqual([['Hit', '01:00:00:00', '01:00:00:01', 'other']])
    expect(notes).toEqual([
      '1 muted, hidden or inactive track left out.',
      '1 clip without a position in time left out.',
    ])
  })
})
