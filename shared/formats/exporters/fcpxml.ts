import type { MarkerList } from '../../sheet/markerList.ts'
import type { FrameRate } from '../../time/frameRate.ts'
import type { ExporterFrom } from '../format.ts'
import { noteWithOut } from '../markers/markerTimes.ts'
import { mergedMarkers } from '../markers/mergedMarkers.ts'
import { element, type Lines, xmlDocument } from '../markers/xmlText.ts'

/** Final Cut Pro XML 1.9: a project with one gap as long as the programme, which bears the markers. */
export const fcpxml: ExporterFrom<'markerList'> = {
  id: 'fcpxml',
  label: 'Final Cut Pro markers (FCPXML)',
  group: 'markers',
  extension: 'fcpxml',
  layout: 'fcpxml-markers',
  source: 'markerList',
  kind: 'text',
  options: [],
  losses: [
    'lengths, since markers are points: the note begins with the timecode of the out',
    'colours and reels',
    'several cues that begin on one frame, which become one marker',
    'rates that Final Cut Pro does not know: 47.952 and 48',
  ],
  render: (list) => ({
    kind: 'text',
    text: xmlDocument('fcpxml', element('fcpxml', { version: '1.9' }, resources(list), library(list))),
  }),
}

function resources({ rate }: MarkerList): Lines {
  const format = { id: 'r1', frameDuration: `${rate.den}/${rate.num}s`, width: '1920', height: '1080' }
  return element('resources', {}, element('format', format))
}

function library(list: MarkerList): Lines {
  const { rate } = list
  const start = rationalSeconds(list.start, rate)
  const duration = rationalSeconds(Math.max(1, list.length), rate)
  const tcFormat = rate.dropFrame ? 'DF' : 'NDF'
  const gap = element(
    'gap',
    { name: 'Gap', offset: start, start, duration },
    ...mergedMarkers(list.markers).map((marker) =>
      element('marker', {
        start: rationalSeconds(marker.frame, rate),
        duration: rationalSeconds(1, rate),
        value: marker.name,
        note: noteWithOut(marker, list),
      }),
    ),
  )
  const sequence = element(
    'sequence',
    { format: 'r1', duration, tcStart: start, tcFormat },
    element('spine', {}, gap),
  )
  const project = element('project', { name: list.title }, sequence)
  return element('library', {}, element('event', { name: 'Needledrop' }, project))
}

/** Seconds as a fraction of whole numbers, a multiple of the frame's duration. */
function rationalSeconds(count: number, { num, den }: FrameRate): string {
  const ticks = count * den
  return ticks % num === 0 ? `${ticks / num}s` : `${ticks}/${num}s`
}
