import { refuse } from '../../result.ts'
import type { FrameRate } from '../../time/frameRate.ts'
import { avidColours } from '../exporters/avidMarkers.ts'
import { factsOfLabels, labelFrame, placedLabels, takenRate } from './assumedRate.ts'
import {
  colourNamed,
  counted,
  type FoundMarker,
  headOf,
  linesOf,
  listOfFound,
  markerImporter,
  notThisFormat,
} from './markerImporter.ts'

const label = 'Avid markers (text)'
const markerLine = /^[^\t]*\t(\d{1,2}[:;.]\d{2}[:;.]\d{2}[:;.]\d{2,3}|\d{1,10})\t(?:TC|[VAD])\d{1,2}\t/

/** Marker text of Media Composer with five, six or eight columns; surplus columns belong to the comment. */
export const avidMarkerText = markerImporter({
  id: 'avid-markers',
  label,
  extensions: ['txt'],
  recognises: (text) => {
    const lines = linesOf(headOf(text)).filter((line) => line.trim() !== '')
    return lines.length > 0 && lines.filter((line) => markerLine.test(line)).length * 2 > lines.length
  },
  readMarkers: (text, assumed) => {
    const lines = linesOf(text).filter((line) => line.trim() !== '')
    const rows = lines.filter((line) => markerLine.test(line)).map((line) => line.split('\t'))
    const columns = 'user, timecode, track, colour and comment with tabs between'
    if (rows.length === 0) return refuse(notThisFormat(label, columns, text))
    const labels = rows.map(([, at = '']) => at).filter((at) => /\D/.test(at))
    // Marker text is written with semicolons wherever a sequence drops frames.
    const { rate, notes } = takenRate(factsOfLabels(labels, labels.length > 0 ? false : null), assumed)
    const found = rows.flatMap((cells) => markerOfCells(cells, rate))
    const lost = lines.length - found.length
    const said = lost > 0 ? [`${counted(lost, 'line')} that cannot be read as a marker left out.`] : []
    const placed = placedLabels(found, rate, assumed)
    const all = [...notes, ...placed.notes, ...said]
    return listOfFound(label, { title: '', rate, start: placed.start, length: null }, placed.found, all)
  },
})

function markerOfCells(
  [, at = '', , colour = '', ...rest]: readonly string[],
  rate: FrameRate,
): FoundMarker[] {
  const frame = /^\d+$/.test(at) ? Number(at) : labelFrame(at, rate)
  if (frame === null) return []
  // With eight columns the seventh is empty and the eighth repeats the colour.
  const isLong = rest.length >= 4 && rest.at(-1)?.toLowerCase() === colour.toLowerCase()
  const cells = isLong ? rest.slice(0, -2) : rest
  const last = cells.length > 1 && /^\d{1,9}$/.test(cells.at(-1) ?? '') ? Number(cells.at(-1)) : null
  const comment = (last === null ? cells : cells.slice(0, -1)).join(' ').trim()
  const [name = '', ...note] = comment.split(' | ')
  return [
    { frame, length: last ?? 1, name, note: note.join(' | '), colour: colourNamed(avidColours, colour) },
  ]
}
