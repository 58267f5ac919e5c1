import type { ExporterFrom } from '../format.ts'
import { framesFromStart } from '../markers/markerTimes.ts'
import { mergedMarkers } from '../markers/mergedMarkers.ts'
import { plainLine } from '../markers/plainLine.ts'

/** Chapters in ffmpeg's metadata form, counted in frames; a chapter ends where the next one begins, if not before. */
export const chapters: ExporterFrom<'markerList'> = {
  id: 'chapters',
  label: 'Chapters of a film (ffmpeg metadata)',
  group: 'markers',
  extension: 'txt',
  layout: 'chapters',
  source: 'markerList',
  kind: 'text',
  options: [],
  losses: [
    'timecode and drop-frame: positions are frames from the film’s first frame',
    'the end of a cue that another one overlaps, since chapters follow each other',
    'several cues that begin on one frame, which become one chapter',
    'notes, colours and reels',
  ],
  render: (list) => {
    const markers = mergedMarkers(list.markers)
    const blocks = markers.map((marker, index) => {
      const { start, end } = framesFromStart(marker, list)
      const next = markers[index + 1]
      return [
        '[CHAPTER]',
        `TIMEBASE=${list.rate.den}/${list.rate.num}`,
        `START=${start}`,
        `END=${Math.min(end, next ? next.frame - list.start : end)}`,
        `title=${escaped(marker.name) || 'Cue'}`,
      ]
    })
    const lines = [';FFMETADATA1', `title=${escaped(list.title)}`, ...blocks.flat()]
    return { kind: 'text', text: lines.map((line) => `${line}\n`).join('') }
  },
}

function escaped(text: string): string {
  return plainLine(text).replace(/[=;#\\]/g, '\\$&')
}
