import type { MarkerColour } from '../../sheet/markerList.ts'
import { formatTimecode } from '../../time/timecode.ts'
import { type Choice, chosen } from '../exportOptions.ts'
import type { ExporterFrom } from '../format.ts'
import { mergedMarkers } from '../markers/mergedMarkers.ts'
import { plainLine } from '../markers/plainLine.ts'

/** Colours that every version of Media Composer has. */
export const avidColours: Readonly<Record<MarkerColour, string>> = {
  green: 'green',
  orange: 'black',
  red: 'red',
  cyan: 'cyan',
  yellow: 'yellow',
  magenta: 'magenta',
  blue: 'blue',
  white: 'white',
  purple: 'white',
}

/** Characters of a comment that Media Composer surely keeps. */
const longestComment = 200

/** The track that markers are put on. */
const track: Choice = {
  kind: 'choice',
  id: 'track',
  label: 'Track',
  hint: 'The track of the sequence that gets the markers; TC1 is there in every sequence.',
  choices: ['TC1', 'V1', 'A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'A7', 'A8'].map((value) => ({
    value,
    label: value,
  })),
  initial: 'TC1',
}

/** Marker text for Media Composer: user, timecode, track, colour, comment, length in frames, with tabs between. */
export const avidMarkers: ExporterFrom<'markerList'> = {
  id: 'avid-markers',
  label: 'Avid markers (text)',
  group: 'markers',
  extension: 'txt',
  layout: 'avid-markers',
  source: 'markerList',
  kind: 'text',
  options: [track],
  losses: [
    'the frame rate and the start timecode, which are the sequence’s own',
    `comments beyond ${longestComment} characters`,
    'several cues that begin on one frame, which become one marker',
    'the colours of songs, other music and notes, which are black and white',
    'the reel of each cue',
  ],
  render: (list, options) => {
    const on = chosen(track, options)
    const lines = mergedMarkers(list.markers).map((marker) => {
      const at = formatTimecode(marker.frame, list.rate)
      const name = plainLine(marker.name).replaceAll(' | ', ' / ') || 'Cue'
      const comment = plainLine([name, marker.note].filter(Boolean).join(' | '), longestComment)
      return ['Needledrop', at, on, avidColours[marker.colour], comment, marker.length].join('\t')
    })
    return { kind: 'text', text: lines.map((line) => `${line}\r\n`).join('') }
  },
}
