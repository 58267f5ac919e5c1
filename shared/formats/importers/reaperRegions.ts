import { refuse } from '../../result.ts'
import type { MarkerColour } from '../../sheet/markerList.ts'
import { csvRows } from '../csv.ts'
import { markerHues } from '../exporters/fcp7Xml.ts'
import type { Assumed } from '../format.ts'
import { factsOfLabels, labelSpan, placedLabels, takenRate } from './assumedRate.ts'
import { clockRange, clockSeconds, takenClock } from './clockTimes.ts'
import { counted, type FoundMarker, listOfFound, markerImporter, notThisFormat } from './markerImporter.ts'

const label = 'Reaper regions and markers (CSV)'
const labelShape = /^\d{1,2}:\d{2}:\d{2}[:;]\d{2,3}$/

/** Reaper's list of regions and markers, in seconds, minutes and seconds, or timecode. Bars and samples are refused. */
export const reaperRegionCues = markerImporter({
  id: 'reaper-regions',
  label,
  extensions: ['csv'],
  recognises: (text) => /^\uFEFF?#,Name,Start/i.test(text),
  readMarkers: (text, assumed) => {
    const rows = csvRows(text)
    const [head = [], ...body] = rows
    const isHead =
      /^#$/.test(head[0] ?? '') && /^name$/i.test(head[1] ?? '') && /^start$/i.test(head[2] ?? '')
    const filled = body.filter((cells) => cells.some((cell) => cell.trim() !== ''))
    if (!isHead) return refuse(notThisFormat(label, 'the headings #, Name, Start, End, Length', text))
    const starts = filled.map(([, , start = '']) => start.trim())
    const isTimecode = starts.length > 0 && starts.every((start) => labelShape.test(start))
    if (!isTimecode && starts.some((start) => Number.isNaN(clockSeconds(start)))) {
      return refuse(otherUnit(starts.find((start) => Number.isNaN(clockSeconds(start))) ?? ''))
    }
    return isTimecode ? readTimecode(filled, assumed) : readSeconds(filled, assumed)
  },
})

function readSeconds(rows: readonly (readonly string[])[], assumed: Assumed | null) {
  const clock = takenClock(assumed)
  const found = rows.map((cells): FoundMarker => {
    const [, , start = '', end = ''] = cells
    const from = clockSeconds(start)
    return { ...clockRange(from, end.trim() === '' ? from : clockSeconds(end), clock), ...textsOf(cells) }
  })
  return listOfFound(
    label,
    { title: '', rate: clock.rate, start: clock.start, length: null },
    found,
    clock.notes,
  )
}

function readTimecode(rows: readonly (readonly string[])[], assumed: Assumed | null) {
  const labels = rows.flatMap(([, , start = '', end = '']) =>
    [start, end].filter((text) => text.trim() !== ''),
  )
  const { rate, notes } = takenRate(factsOfLabels(labels, false), assumed)
  const found = rows.flatMap((cells): FoundMarker[] => {
    const [, , start = '', end = ''] = cells
    const span = labelSpan(start, end.trim() === '' ? start : end, rate)
    return span ? [{ frame: span.frame, length: Math.max(0, span.length), ...textsOf(cells) }] : []
  })
  const lost = rows.length - found.length
  const said = lost > 0 ? [`${counted(lost, 'row')} whose timecode cannot be read left out.`] : []
  const placed = placedLabels(found, rate, assumed)
  const all = [...notes, ...placed.notes, ...said]
  return listOfFound(label, { title: '', rate, start: placed.start, length: null }, placed.found, all)
}

function textsOf(cells: readonly string[]): Pick<FoundMarker, 'name' | 'note' | 'colour'> {
  const [, name = '', , , , hue = ''] = cells
  const colours = Object.keys(markerHues) as MarkerColour[]
  const wanted = Number.parseInt(hue.trim(), 16)
  const colour = colours.find((each) => {
    const [red, green, blue] = markerHues[each]
    return red * 65_536 + green * 256 + blue === wanted
  })
  // Our own list guards against formulas with an apostrophe.
  return { name: name.replace(/^'(?=[=+\-@])/, ''), note: '', colour: colour ?? null }
}

function otherUnit(found: string) {
  return {
    message: 'Positions in this list are not in time.',
    expected: 'seconds, minutes and seconds, or hours:minutes:seconds:frames',
    found: found === '' ? 'an empty field' : found.slice(0, 60),
    remedy: 'Set Reaper’s ruler to seconds or to hours:minutes:seconds:frames and export the list anew.',
  }
}
