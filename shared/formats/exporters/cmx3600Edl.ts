import type { Marker } from '../../sheet/markerList.ts'
import { frames } from '../../time/frames.ts'
import { formatTimecode } from '../../time/timecode.ts'
import type { ExporterFrom } from '../format.ts'
import { markerLabels } from '../markers/markerTimes.ts'
import { plainLine } from '../markers/plainLine.ts'

/** The comment at the head of a list of ours, in which every event is a cue of its own. */
export const writtenByUs = '* CUES BY NEEDLEDROP, ONE EVENT A CUE'

/** Sound channels of a CMX 3600 list. */
const channels = ['A', 'A2', 'A3', 'A4'] as const
/** Characters of a comment that systems read on one line. */
const longestName = 200
const longestNote = 500

/** The cues as cuts on up to four sound channels, so that cues that overlap lie beside each other. */
export const cmx3600Edl: ExporterFrom<'markerList'> = {
  id: 'cmx3600-edl',
  label: 'Edit decision list of the cues (CMX 3600)',
  group: 'markers',
  extension: 'edl',
  layout: 'cues',
  source: 'markerList',
  kind: 'text',
  options: [],
  losses: [
    'the frame rate, of which the list only says whether it drops frames',
    'colours and reels',
    `names beyond ${longestName} and notes beyond ${longestNote} characters`,
    'more than four cues at once, which share the fourth channel',
    'more than 999 cues, which some systems refuse',
  ],
  render: (list) => {
    const head = [
      `TITLE: ${plainLine(list.title, 70)}`,
      `FCM: ${list.rate.dropFrame ? '' : 'NON-'}DROP FRAME`,
      writtenByUs,
      '',
    ]
    const zero = formatTimecode(frames(0), list.rate)
    const free = channels.map(() => Number.NEGATIVE_INFINITY)
    const events = list.markers.flatMap((marker, index) => {
      const number = String(index + 1).padStart(3, '0')
      const channel = (channels[takeLane(free, marker)] ?? 'A4').padEnd(5)
      const label = markerLabels(marker, list)
      const source = `${zero} ${formatTimecode(marker.length, list.rate)}`
      const note = plainLine(marker.note, longestNote)
      return [
        `${number}  AX       ${channel} C        ${source} ${label.in} ${label.out}`,
        `* FROM CLIP NAME: ${plainLine(marker.name, longestName) || 'Cue'}`,
        ...(note ? [`* COMMENT: ${note}`] : []),
      ]
    })
    return { kind: 'text', text: [...head, ...events].map((line) => `${line}\r\n`).join('') }
  },
}

/** The first lane that is free when the marker begins, else the last; notes when the marker leaves it. */
function takeLane(free: number[], { frame, length }: Marker): number {
  const found = free.findIndex((until) => until <= frame)
  const lane = found === -1 ? free.length - 1 : found
  free[lane] = Math.max(free[lane] ?? 0, frame + length)
  return lane
}
