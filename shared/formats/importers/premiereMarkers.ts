import { refuse } from '../../result.ts'
import { csvRows } from '../csv.ts'
import { factsOfLabels, labelSpan, placedLabels, takenRate } from './assumedRate.ts'
import {
  counted,
  type FoundMarker,
  headOf,
  linesOf,
  listOfFound,
  markerImporter,
  notThisFormat,
} from './markerImporter.ts'

const label = 'Premiere marker list'
const timecode = /^\d{1,2}[:;]\d{2}[:;]\d{2}[:;]\d{2,3}$/

/** Premiere's marker list: the six columns with tabs or commas, or the shorter list that begins with the asset's name. */
export const premiereMarkerList = markerImporter({
  id: 'premiere-markers',
  label,
  extensions: ['csv', 'txt'],
  recognises: (text) => {
    const [head = '', first = ''] = linesOf(headOf(text))
    if (/^(Marker Name[\t,]|Asset Name\s*\t)/.test(head)) return true
    // Headings are in the language of the program: then the first row tells, with in, out and duration as timecodes.
    return (
      first
        .split('\t')
        .slice(2, 5)
        .filter((cell) => timecode.test(cell.trim())).length === 3
    )
  },
  readMarkers: (text, assumed) => {
    const rows = rowsOf(text)
    const cues = rows.flatMap((cells) => markerCells(cells) ?? [])
    if (cues.length === 0)
      return refuse(notThisFormat(label, 'columns for name, description, in, out and duration', text))
    const labels = cues.flatMap(({ from, to }) => [from, to])
    const { rate, notes } = takenRate(factsOfLabels(labels, false), assumed)
    const found = cues.flatMap(({ from, to, name, note }): FoundMarker[] => {
      const span = labelSpan(from, to, rate)
      return span ? [{ frame: span.frame, length: Math.max(0, span.length), name, note, colour: null }] : []
    })
    const lost = rows.length - found.length
    const said = lost > 0 ? [`${counted(lost, 'row')} that cannot be read as a marker left out.`] : []
    const placed = placedLabels(found, rate, assumed)
    const all = [...notes, ...placed.notes, ...said]
    return listOfFound(label, { title: '', rate, start: placed.start, length: null }, placed.found, all)
  },
})

/** Rows below the headings; the list that begins with the asset's name has several tabs between its three columns. */
function rowsOf(text: string): readonly (readonly string[])[] {
  const [head = '', ...lines] = linesOf(text)
  if (/^Marker Name,/.test(head)) return csvRows(text).slice(1)
  const filled = lines.filter((line) => line.trim() !== '')
  if (!/^Asset Name\s*\t/.test(head)) return filled.map((line) => line.split('\t'))
  return filled.map((line) => {
    const [, at = '', ...texts] = line.split(/\t+/)
    return [texts.join(' ').trim(), '', at, at]
  })
}

function markerCells([name = '', note = '', from = '', to = '']: readonly string[]) {
  const isMarker = timecode.test(from.trim()) && timecode.test(to.trim())
  return isMarker ? { name: name.trim(), note: note.trim(), from: from.trim(), to: to.trim() } : null
}
