import type { MarkerColour, MarkerList } from '../../sheet/markerList.ts'
import type { FrameRate } from '../../time/frameRate.ts'
import type { ExporterFrom } from '../format.ts'
import { framesFromStart } from '../markers/markerTimes.ts'
import { plainText } from '../plainText.ts'

/** Colours as OpenTimelineIO names them. */
export const otioColours: Readonly<Record<MarkerColour, string>> = {
  green: 'GREEN',
  orange: 'ORANGE',
  red: 'RED',
  cyan: 'CYAN',
  yellow: 'YELLOW',
  magenta: 'MAGENTA',
  blue: 'BLUE',
  white: 'WHITE',
  purple: 'PURPLE',
}

/** An OpenTimelineIO timeline: one gap as long as the programme, and the markers on the stack that holds it. */
export const otio: ExporterFrom<'markerList'> = {
  id: 'otio',
  label: 'OpenTimelineIO markers',
  group: 'markers',
  extension: 'otio',
  layout: 'otio-markers',
  source: 'markerList',
  kind: 'text',
  options: [],
  losses: [
    'drop-frame and the exact rate, except for programs that read our metadata: rates are decimal numbers',
  ],
  render: (list) => {
    const json = JSON.stringify(timeline(list), null, 2)
    // Times are floating-point numbers by the format's schema, which strict readers tell from whole numbers.
    return { kind: 'text', text: `${json.replace(/("(?:rate|value)": -?\d+)(?=,?\n)/g, '$1.0')}\n` }
  },
}

function timeline(list: MarkerList) {
  const { rate } = list
  const whole = timeRange(0, list.length, rate)
  const empty = { effects: [], markers: [], enabled: true }
  const gap = { OTIO_SCHEMA: 'Gap.1', metadata: {}, name: '', source_range: whole, ...empty }
  const track = { OTIO_SCHEMA: 'Track.1', metadata: {}, name: 'Music', source_range: null, ...empty }
  const stack = { OTIO_SCHEMA: 'Stack.1', metadata: {}, name: 'tracks', source_range: null, ...empty }
  return {
    OTIO_SCHEMA: 'Timeline.1',
    metadata: { needledrop: { num: rate.num, den: rate.den, dropFrame: rate.dropFrame } },
    name: plainText(list.title),
    global_start_time: rationalTime(list.start, rate),
    tracks: {
      ...stack,
      markers: list.markers.map((marker) => ({
        OTIO_SCHEMA: 'Marker.2',
        metadata: { needledrop: { type: marker.kind, reel: plainText(marker.reel) } },
        name: plainText(marker.name),
        color: otioColours[marker.colour],
        marked_range: timeRange(framesFromStart(marker, list).start, marker.length, rate),
        comment: plainText(marker.note),
      })),
      children: [{ ...track, kind: 'Audio', children: [gap] }],
    },
  }
}

function rationalTime(value: number, { num, den }: FrameRate) {
  return { OTIO_SCHEMA: 'RationalTime.1', rate: num / den, value }
}

function timeRange(start: number, duration: number, rate: FrameRate) {
  return {
    OTIO_SCHEMA: 'TimeRange.1',
    duration: rationalTime(duration, rate),
    start_time: rationalTime(start, rate),
  }
}
