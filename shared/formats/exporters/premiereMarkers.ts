import { formatTimecode } from '../../time/timecode.ts'
import type { ExporterFrom } from '../format.ts'
import { markerLabels } from '../markers/markerTimes.ts'
import { plainLine } from '../markers/plainLine.ts'
import { utf16Bytes } from '../markers/textBytes.ts'

const headings = ['Marker Name', 'Description', 'In', 'Out', 'Duration', 'Marker Type']

/** The marker list as Premiere exports it, byte for byte: UTF-16 with a mark, tabs, a tab at the end of every line. */
export const premiereMarkers: ExporterFrom<'markerList'> = {
  id: 'premiere-markers',
  label: 'Premiere marker list',
  group: 'markers',
  extension: 'csv',
  layout: 'premiere-markers',
  source: 'markerList',
  kind: 'bytes',
  options: [],
  losses: [
    'the frame rate and the start timecode, which are the sequence’s own',
    'colours and reels',
    'that Premiere itself reads it: panels do, so choose the XML to bring markers in',
  ],
  async *render(list) {
    yield 0
    const rows = list.markers.map((marker) => {
      const label = markerLabels(marker, list)
      const isPoint = marker.length === 1
      const length = isPoint ? 0 : marker.length
      return [
        plainLine(marker.name) || 'Cue',
        plainLine(marker.note),
        label.in,
        isPoint ? label.in : label.out,
        formatTimecode(length as typeof marker.length, list.rate),
        'Comment',
      ]
    })
    const text = [headings, ...rows].map((cells) => `${cells.join('\t')}\t\r\n`).join('')
    return { kind: 'bytes', bytes: utf16Bytes(text) }
  },
}
