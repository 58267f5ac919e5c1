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
import type { ExporterFrom } from './format.ts'

/** Every format that brings the cues into an editing system, as markers, events or subtitles. */
export const markerExporters: readonly ExporterFrom<'markerList'>[] = [
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
