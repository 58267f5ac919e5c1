import type { ExporterFrom } from '../format.ts'
import { plainLine } from '../markers/plainLine.ts'
import { subtitleTimes } from '../markers/subtitleTimes.ts'

/** WebVTT subtitles that show each cue's name and note while its music plays. */
export const webvtt: ExporterFrom<'markerList'> = {
  id: 'webvtt',
  label: 'Subtitles of the cues (WebVTT)',
  group: 'markers',
  extension: 'vtt',
  layout: 'webvtt-subtitles',
  source: 'markerList',
  kind: 'text',
  options: [],
  losses: [
    'timecode and frame rate: times are thousandths of a second from the film’s first frame',
    'colours and reels',
  ],
  render: (list) => {
    const blocks = list.markers.map((marker) =>
      [
        '',
        subtitleTimes(marker, list, '.'),
        escaped(marker.name) || 'Cue',
        ...[escaped(marker.note)].filter(Boolean),
      ]
        .map((line) => `${line}\n`)
        .join(''),
    )
    return { kind: 'text', text: `WEBVTT\n${blocks.join('')}` }
  },
}

function escaped(text: string): string {
  return plainLine(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
