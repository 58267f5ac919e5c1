import { csvText } from '../csv.ts'
import type { ExporterFrom } from '../format.ts'
import { framesFromStart, secondsText } from '../markers/markerTimes.ts'
import { plainLine } from '../markers/plainLine.ts'
import { markerHues } from './fcp7Xml.ts'

/** Reaper's Region/Marker Manager list: cues as regions, points as markers, in seconds from the project's start. */
export const reaperRegions: ExporterFrom<'markerList'> = {
  id: 'reaper-regions',
  label: 'Reaper regions and markers (CSV)',
  group: 'markers',
  extension: 'csv',
  layout: 'reaper-regions',
  source: 'markerList',
  kind: 'text',
  options: [],
  losses: [
    'timecode and frame rate: times are seconds from the film’s first frame',
    'notes and reels',
    'names that a spreadsheet would run as a formula: they get an apostrophe',
  ],
  render: (list) => {
    let regions = 0
    let points = 0
    const rows = list.markers.map((marker) => {
      const { start, end } = framesFromStart(marker, list)
      const isPoint = marker.length === 1
      const number = isPoint ? `M${++points}` : `R${++regions}`
      const hue = markerHues[marker.colour].map((part) => part.toString(16).padStart(2, '0')).join('')
      const times = isPoint ? ['', ''] : [secondsText(end, list), secondsText(marker.length, list)]
      return [number, plainLine(marker.name) || 'Cue', secondsText(start, list), ...times, hue.toUpperCase()]
    })
    const headings = ['#', 'Name', 'Start', 'End', 'Length', 'Color']
    return { kind: 'text', text: csvText([headings, ...rows], { byteOrderMark: false }) }
  },
}
