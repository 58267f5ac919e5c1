import type { MarkerList } from '../sheet/markerList.ts'
import { audacityLabels } from './exporters/audacityLabels.ts'
import { avidMarkers } from './exporters/avidMarkers.ts'
import { chapters } from './exporters/chapters.ts'
import { cmx3600Edl } from './exporters/cmx3600Edl.ts'
import { fcp7Xml } from './exporters/fcp7Xml.ts'
import { fcpxml } from './exporters/fcpxml.ts'
import { markersMidi } from './exporters/markersMidi.ts'
import { otio } from './exporters/otio.ts'
import { premiereMarkers } from './exporters/premiereMarkers.ts'
import { protoolsText } from './exporters/protoolsText.ts'
import { reaperRegions } from './exporters/reaperRegions.ts'
import { resolveEdl } from './exporters/resolveEdl.ts'
import { srt } from './exporters/srt.ts'
import { webvtt } from './exporters/webvtt.ts'
import { type Check, isOn, type OptionValues } from './exportOptions.ts'
import type { ExporterFrom } from './format.ts'

type MarkerExporter = ExporterFrom<'markerList'>

/** Notes are the spotter's own until somebody sends them out. */
const notes: Check = {
  kind: 'check',
  id: 'markerNotes',
  label: 'Notes too',
  hint: 'Hit points and spotting notes become markers of one frame.',
  initial: false,
}

const formats: readonly MarkerExporter[] = [
  resolveEdl,
  cmx3600Edl,
  avidMarkers,
  fcp7Xml,
  premiereMarkers,
  fcpxml,
  otio,
  protoolsText,
  markersMidi,
  audacityLabels,
  reaperRegions,
  srt,
  webvtt,
  chapters,
]

/** Every format that brings the cues into an editing system, as markers, events or subtitles. */
export const markerExporters: readonly MarkerExporter[] = formats.map(withNotesAsked)

function withNotesAsked(format: MarkerExporter): MarkerExporter {
  const options = [...format.options, notes]
  const chosen = (list: MarkerList, values: OptionValues) =>
    isOn(notes, values) ? list : { ...list, markers: list.markers.filter(({ kind }) => kind !== 'note') }
  if (format.kind === 'text')
    return { ...format, options, render: (list, values) => format.render(chosen(list, values), values) }
  if (format.kind === 'bytes')
    return { ...format, options, render: (list, values) => format.render(chosen(list, values), values) }
  return format
}
