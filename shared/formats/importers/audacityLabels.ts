import { refuse } from '../../result.ts'
import { clockRange, clockSeconds, takenClock } from './clockTimes.ts'
import {
  counted,
  type FoundMarker,
  headOf,
  linesOf,
  listOfFound,
  markerImporter,
  notThisFormat,
} from './markerImporter.ts'

const label = 'Audacity labels'
const labelLine = /^(\d{1,9}(?:[.,]\d{1,12})?)\t(\d{1,9}(?:[.,]\d{1,12})?)(?:\t(.*))?$/

/** Audacity's labels as cues; lines that begin with a backslash hold frequencies of the label before. */
export const audacityLabelCues = markerImporter({
  id: 'audacity-labels',
  label,
  extensions: ['txt'],
  recognises: (text) => {
    const lines = bareLines(headOf(text))
    return lines.length > 0 && lines.filter((line) => labelLine.test(line)).length * 2 > lines.length
  },
  readMarkers: (text, assumed) => {
    const lines = bareLines(text)
    const matches = lines.flatMap((line) => {
      const match = labelLine.exec(line)
      return match ? [match] : []
    })
    if (matches.length === 0)
      return refuse(notThisFormat(label, 'start, end and text with tabs between', text))
    const clock = takenClock(assumed)
    const found = matches.map(
      ([, from = '', to = '', name = '']): FoundMarker => ({
        ...clockRange(clockSeconds(from), clockSeconds(to), clock),
        name,
        note: '',
        colour: null,
      }),
    )
    const lost = lines.length - matches.length
    const said = lost > 0 ? [`${counted(lost, 'line')} that cannot be read as a label left out.`] : []
    const whole = { title: '', rate: clock.rate, start: clock.start, length: null }
    return listOfFound(label, whole, found, [...clock.notes, ...said])
  },
})

function bareLines(text: string): readonly string[] {
  return linesOf(text).filter((line) => line.trim() !== '' && !line.startsWith('\\'))
}
