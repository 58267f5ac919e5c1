import { audacityLabelCues } from './importers/audacityLabels.ts'
import { avidMarkerText } from './importers/avidMarkers.ts'
import { chapterCues } from './importers/chapters.ts'
import { cmx3600Cues } from './importers/cmx3600Edl.ts'
import { fcp7XmlMarkers } from './importers/fcp7Xml.ts'
import { fcpxmlTimeline } from './importers/fcpxml.ts'
import type { MarkerImporter } from './importers/markerImporter.ts'
import { otioMarkers } from './importers/otio.ts'
import { premiereMarkerList } from './importers/premiereMarkers.ts'
import { protoolsMarkers } from './importers/protoolsText.ts'
import { reaperRegionCues } from './importers/reaperRegions.ts'
import { resolveEdlMarkers } from './importers/resolveEdl.ts'
import { srtCues, webvttCues } from './importers/subtitles.ts'

/**
 * Every format of editing systems that cues are read from. The first that recognises a text reads it, so those that say
 * what they are stand before those that are known by the look of their lines.
 */
export const markerImporters: readonly MarkerImporter[] = [
  fcp7XmlMarkers,
  fcpxmlTimeline,
  otioMarkers,
  protoolsMarkers,
  chapterCues,
  webvttCues,
  reaperRegionCues,
  resolveEdlMarkers,
  cmx3600Cues,
  premiereMarkerList,
  avidMarkerText,
  audacityLabelCues,
  srtCues,
]
