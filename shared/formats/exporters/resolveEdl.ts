import type { MarkerColour } from '../../sheet/markerList.ts'
import { frames } from '../../time/frames.ts'
import { formatTimecode } from '../../time/timecode.ts'
import type { ExporterFrom } from '../format.ts'
import { mergedMarkers } from '../markers/mergedMarkers.ts'
import { plainLine } from '../markers/plainLine.ts'

/** Colours as Resolve names them. */
export const resolveColours: Readonly<Record<MarkerColour, string>> = {
  green: 'Green',
  orange: 'Sand',
  red: 'Red',
  cyan: 'Cyan',
  yellow: 'Yellow',
  magenta: 'Fuchsia',
  blue: 'Blue',
  white: 'Cream',
  purple: 'Purple',
}

/** Markers for Resolve's Import > Timeline Markers from EDL; every entry lasts one frame, its length stands in `|D:`. */
export const resolveEdl: ExporterFrom<'markerList'> = {
  id: 'resolve-edl',
  label: 'Resolve markers (EDL)',
  group: 'markers',
  extension: 'edl',
  layout: 'resolve-markers',
  source: 'markerList',
  kind: 'text',
  options: [],
  losses: [
    'several cues that begin on one frame, which become one marker',
    'vertical bars and line breaks in texts',
    'the reel of each cue',
  ],
  render: (list) => {
    const { rate } = list
    const entries = mergedMarkers(list.markers).flatMap((marker, index) => {
      const number = String(index + 1).padStart(3, '0')
      const from = formatTimecode(marker.frame, rate)
      const to = formatTimecode(frames(marker.frame + 1), rate)
      const colour = `ResolveColor${resolveColours[marker.colour]}`
      return [
        `${number}  001      V     C        ${from} ${to} ${from} ${to}  `,
        `${field(marker.note)} |C:${colour} |M:${field(marker.name) || 'Cue'} |D:${marker.length}`,
        '',
      ]
    })
    const head = [`TITLE: ${plainLine(list.title)}`, `FCM: ${rate.dropFrame ? '' : 'NON-'}DROP FRAME`, '']
    return { kind: 'text', text: [...head, ...entries].map((line) => `${line}\r\n`).join('') }
  },
}

function field(text: string): string {
  return plainLine(text).replaceAll('|', '/')
}
