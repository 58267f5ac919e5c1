import type { MarkerList } from '../../sheet/markerList.ts'
import { rateName } from '../../time/frameRate.ts'
import { samplesBefore } from '../../time/frames.ts'
import { formatTimecode } from '../../time/timecode.ts'
import type { ExporterFrom } from '../format.ts'
import { framesFromStart, noteWithOut } from '../markers/markerTimes.ts'
import { plainLine } from '../markers/plainLine.ts'

const samplesPerSecond = 48_000

/** Memory locations as Pro Tools lists them in its session text; positions are samples of 48 kHz from the session's start. */
export const protoolsText: ExporterFrom<'markerList'> = {
  id: 'protools-text',
  label: 'Pro Tools memory locations (text)',
  group: 'markers',
  extension: 'txt',
  layout: 'protools-markers',
  source: 'markerList',
  kind: 'text',
  options: [],
  losses: [
    'that Pro Tools reads it back: choose the MIDI file to bring markers in',
    'lengths, since memory locations are points: the comment begins with the timecode of the out',
    'colours and reels',
  ],
  render: (list) => {
    const lines = [...head(list), ...rows(list)]
    return { kind: 'text', text: lines.map((line) => `${line}\n`).join('') }
  },
}

function head(list: MarkerList): readonly string[] {
  const format = rateName(list.rate)
    .replace(' non-drop', '')
    .replace(/^(\S+) drop$/, '$1 Drop')
  return [
    `SESSION NAME:\t${plainLine(list.title)}`,
    `SAMPLE RATE:\t${samplesPerSecond}.000000`,
    'BIT DEPTH:\t24-bit',
    `SESSION START TIMECODE:\t${formatTimecode(list.start, list.rate)}`,
    `TIMECODE FORMAT:\t${format} Frame`,
    '# OF AUDIO TRACKS:\t0',
    '# OF AUDIO CLIPS:\t0',
    '# OF AUDIO FILES:\t0',
    '',
    '',
  ]
}

function rows(list: MarkerList): readonly string[] {
  const row = (...[number, at, samples, units, name, comment]: readonly [...string[]]) =>
    [
      (number ?? '').padEnd(4),
      (at ?? '').padEnd(13),
      (samples ?? '').padEnd(18),
      (units ?? '').padEnd(9),
      (name ?? '').padEnd(34),
      comment,
    ].join('\t')
  return [
    'M A R K E R S  L I S T I N G',
    row('#', 'LOCATION', 'TIME REFERENCE', 'UNITS', 'NAME', 'COMMENTS'),
    ...list.markers.map((marker, index) =>
      row(
        String(index + 1),
        formatTimecode(marker.frame, list.rate),
        String(samplesBefore(framesFromStart(marker, list).start, list.rate, samplesPerSecond)),
        'Samples',
        plainLine(marker.name) || 'Cue',
        plainLine(noteWithOut(marker, list)),
      ),
    ),
  ]
}
