import type { ExporterFrom } from '../format.ts'
import { framesFromStart, secondsText } from '../markers/markerTimes.ts'
import { plainLine } from '../markers/plainLine.ts'

/** Audacity's label track: start, end and text with tabs between, in real seconds from the film's first frame. */
export const audacityLabels: ExporterFrom<'markerList'> = {
  id: 'audacity-labels',
  label: 'Audacity labels',
  group: 'markers',
  extension: 'txt',
  layout: 'audacity-labels',
  source: 'markerList',
  kind: 'text',
  options: [],
  losses: [
    'timecode and frame rate: times are seconds from the film’s first frame',
    'notes, colours and reels',
  ],
  render: (list) => {
    const lines = list.markers.map((marker) => {
      const { start, end } = framesFromStart(marker, list)
      const from = secondsText(start, list)
      const name = plainLine(marker.name).replace(/^\\/, '/') || 'Cue'
      return `${from}\t${marker.length === 1 ? from : secondsText(end, list)}\t${name}\n`
    })
    return { kind: 'text', text: lines.join('') }
  },
}
