import { refuse } from '../../result.ts'
import { resolveColours } from '../exporters/resolveEdl.ts'
import { factsOfLabels, labelFrame, placedLabels, takenRate } from './assumedRate.ts'
import { edlEvents } from './edlEvents.ts'
import {
  colourNamed,
  counted,
  type FoundMarker,
  headOf,
  listOfFound,
  markerImporter,
  notThisFormat,
} from './markerImporter.ts'

const label = 'Resolve markers (EDL)'

/** Markers as Resolve exports them: an event a marker, behind it a line with note, colour, name and length. */
export const resolveEdlMarkers = markerImporter({
  id: 'resolve-edl',
  label,
  extensions: ['edl'],
  recognises: (text) =>
    /\|C:ResolveColor|\|M:[^|]*\|D:\d/.test(headOf(text)) && edlEvents(headOf(text)).events.length > 0,
  readMarkers: (text, assumed) => {
    const { title, dropFrame, events } = edlEvents(text)
    const fields = events.map((event) => markerFields(event.lines.join(' ')))
    if (!fields.some(Boolean)) return refuse(notThisFormat(label, 'events, each with |C:, |M: and |D:', text))
    const { rate, notes } = takenRate(
      factsOfLabels(
        events.map(({ recordIn }) => recordIn),
        dropFrame,
      ),
      assumed,
    )
    const found: FoundMarker[] = []
    let unread = 0
    events.forEach(({ recordIn }, index) => {
      const frame = labelFrame(recordIn, rate)
      const read = fields[index]
      if (frame === null || !read) unread += 1
      else found.push({ ...read, frame })
    })
    const lost = unread > 0 ? [`${counted(unread, 'event')} without a marker that can be read left out.`] : []
    const placed = placedLabels(found, rate, assumed)
    const said = [...notes, ...placed.notes, ...lost]
    return listOfFound(label, { title, rate, start: placed.start, length: null }, placed.found, said)
  },
})

/** Read from the right, since notes and names may hold vertical bars. */
function markerFields(line: string): Omit<FoundMarker, 'frame'> | null {
  const length = /\|D:(\d{1,9})\s*$/.exec(line)
  if (!length) return null
  const nameAt = line.lastIndexOf('|M:', length.index)
  const colourAt = line.lastIndexOf('|C:', nameAt === -1 ? length.index : nameAt)
  const noteEnd = [colourAt, nameAt, length.index].find((at) => at !== -1) ?? 0
  const colour = colourAt === -1 ? '' : line.slice(colourAt + 3, nameAt === -1 ? length.index : nameAt)
  return {
    length: Number(length[1]),
    name: nameAt === -1 ? '' : line.slice(nameAt + 3, length.index).trim(),
    note: line.slice(0, noteEnd).trim(),
    colour: colourNamed(resolveColours, colour.trim().replace(/^ResolveColor/, '')),
  }
}
