import type { MarkerColour, MarkerList } from '../../sheet/markerList.ts'
import { type FrameRate, nominalRate } from '../../time/frameRate.ts'
import { formatTimecode } from '../../time/timecode.ts'
import type { ExporterFrom } from '../format.ts'
import { framesFromStart } from '../markers/markerTimes.ts'
import { mergedMarkers } from '../markers/mergedMarkers.ts'
import { element, type Lines, leaf, xmlDocument } from '../markers/xmlText.ts'

/** Red, green and blue from 0 to 255. */
export const markerHues: Readonly<Record<MarkerColour, readonly [number, number, number]>> = {
  green: [23, 178, 138],
  orange: [230, 159, 0],
  red: [224, 62, 44],
  cyan: [86, 180, 233],
  yellow: [240, 228, 66],
  magenta: [217, 88, 182],
  blue: [60, 110, 224],
  white: [240, 240, 240],
  purple: [140, 90, 200],
}

/** Final Cut Pro 7 interchange XML: an empty sequence with the markers, which Premiere and Resolve import. */
export const fcp7Xml: ExporterFrom<'markerList'> = {
  id: 'fcp7-xml',
  label: 'Premiere and Final Cut Pro 7 markers (XML)',
  group: 'markers',
  extension: 'xml',
  layout: 'fcp7-markers',
  source: 'markerList',
  kind: 'text',
  options: [],
  losses: [
    'colours, except in Final Cut Pro 7',
    'several cues that begin on one frame, which become one marker',
    'the reel of each cue',
  ],
  render: (list) => ({
    kind: 'text',
    text: xmlDocument('xmeml', element('xmeml', { version: '4' }, sequence(list))),
  }),
}

function sequence(list: MarkerList): Lines {
  const { rate, start, length } = list
  const picture = element(
    'samplecharacteristics',
    {},
    rateElement(rate),
    leaf('width', 1920),
    leaf('height', 1080),
  )
  const markers = mergedMarkers(list.markers).map((marker) => {
    const { start: from, end } = framesFromStart(marker, list)
    const [red, green, blue] = markerHues[marker.colour]
    return element(
      'marker',
      {},
      leaf('name', marker.name),
      leaf('comment', marker.note),
      leaf('in', from),
      leaf('out', marker.length === 1 ? -1 : end),
      element('color', {}, leaf('alpha', 0), leaf('red', red), leaf('green', green), leaf('blue', blue)),
    )
  })
  return element(
    'sequence',
    { id: 'needledrop-markers' },
    leaf('name', list.title),
    leaf('duration', length),
    rateElement(rate),
    element(
      'timecode',
      {},
      rateElement(rate),
      leaf('string', formatTimecode(start, rate)),
      leaf('frame', start),
      leaf('displayformat', rate.dropFrame ? 'DF' : 'NDF'),
    ),
    element(
      'media',
      {},
      element('video', {}, element('format', {}, picture), element('track', {})),
      element('audio', {}, element('track', {})),
    ),
    ...markers,
  )
}

function rateElement(rate: FrameRate): Lines {
  const isExact = nominalRate(rate) * rate.den === rate.num
  return element('rate', {}, leaf('timebase', nominalRate(rate)), leaf('ntsc', isExact ? 'FALSE' : 'TRUE'))
}
