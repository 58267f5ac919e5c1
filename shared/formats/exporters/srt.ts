import type { ExporterFrom } from '../format.ts'
import { plainLine } from '../markers/plainLine.ts'
import { subtitleTimes } from '../markers/subtitleTimes.ts'

/** SubRip subtitles that show each cue's name and note while its music plays. */
export const srt: ExporterFrom<'markerList'> = {
  id: 'srt',
  label: 'Subtitles of the cues (SRT)',
  group: 'markers',
  extension: 'srt',
  layout: 'srt-subtitles',
  source: 'markerList',
  kind: 'text',
  options: [],
  losses: [
    'timecode and frame rate: times are thousandths of a second from the film’s first frame',
    'colours and reels',
    'angle brackets and braces, which players take for styling and which become ‹ › ( )',
  ],
  render: (list) => {
    const blocks = list.markers.map((marker, index) =>
      [
        String(index + 1),
        subtitleTimes(marker, list, ','),
        harmless(marker.name) || 'Cue',
        ...[harmless(marker.note)].filter(Boolean),
        '',
      ]
        .map((line) => `${line}\r\n`)
        .join(''),
    )
    return { kind: 'text', text: blocks.join('') }
  },
}

function harmless(text: string): string {
  return plainLine(text)
    .replaceAll('<', '‹')
    .replaceAll('>', '›')
    .replaceAll('{', '(')
    .replaceAll('}', ')')
    .replaceAll('\\', '/')
}
