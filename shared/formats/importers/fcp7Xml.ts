import { type Result, refuse } from '../../result.ts'
import { type FrameRate, makeFrameRate, ntscRate } from '../../time/frameRate.ts'
import { childOf, childrenOf, elementsNamed, readXml, textOf, type XmlElement } from '../markers/xmlTree.ts'
import { labelFrame } from './assumedRate.ts'
import { type FoundMarker, listOfFound, markerImporter, notThisFormat } from './markerImporter.ts'

const label = 'Final Cut Pro 7 XML'

/** Sequence markers of Final Cut Pro 7 XML, as Premiere, Resolve and others write it. */
export const fcp7XmlMarkers = markerImporter({
  id: 'fcp7-xml',
  label,
  extensions: ['xml'],
  recognises: (text) => /<xmeml[\s>]/.test(text.slice(0, 4000)),
  readMarkers: (text) => {
    const root = readXml(text)
    if (!root.ok) return root
    if (root.value.name !== 'xmeml') return refuse(notThisFormat(label, 'XML whose root is xmeml', text))
    const sequences = [...elementsNamed(root.value, 'sequence')].filter(({ children }) => children.length > 0)
    const chosen = sequences.find((sequence) => childrenOf(sequence, 'marker').length > 0) ?? sequences[0]
    if (!chosen) return refuse(notThisFormat(label, 'a sequence', text))
    const rate = rateOf(chosen)
    if (!rate.ok) return rate
    const start = startOf(chosen, rate.value)
    const found = childrenOf(chosen, 'marker').map((marker) => markerOf(marker, start))
    const length = wholeNumber(textOf(chosen, 'duration'))
    const others = sequences.filter(
      (sequence) => sequence !== chosen && childrenOf(sequence, 'marker').length > 0,
    )
    const notes = others.map(
      (sequence) => `The markers of the sequence “${textOf(sequence, 'name')}” were left out.`,
    )
    const whole = { title: textOf(chosen, 'name'), rate: rate.value, start, length }
    return listOfFound(label, whole, found, notes)
  },
})

/** The sequence's rate; its timecode's display format decides whether labels drop. */
function rateOf(sequence: XmlElement): Result<FrameRate> {
  const rate = childOf(sequence, 'rate') ?? childOf(childOf(sequence, 'timecode'), 'rate')
  const timebase = wholeNumber(textOf(rate, 'timebase')) ?? 0
  const isDrop = /^DF$/i.test(textOf(childOf(sequence, 'timecode'), 'displayformat'))
  if (!/^true$/i.test(textOf(rate, 'ntsc'))) return makeFrameRate(timebase, 1, false)
  const drop = ntscRate(timebase, isDrop)
  return drop.ok || !isDrop ? drop : ntscRate(timebase, false)
}

function startOf(sequence: XmlElement, rate: FrameRate): number {
  const timecode = childOf(sequence, 'timecode')
  return (
    wholeNumber(textOf(timecode, 'frame')) ??
    labelFrame(textOf(timecode, 'string').replace(/\.$/, ''), rate) ??
    0
  )
}

/** Positions count from the sequence's start; an out of -1 is that of a point. */
function markerOf(marker: XmlElement, start: number): FoundMarker {
  const from = wholeNumber(textOf(marker, 'in')) ?? Number.NaN
  const to = wholeNumber(textOf(marker, 'out')) ?? -1
  return {
    frame: start + from,
    length: to > from ? to - from : 1,
    name: textOf(marker, 'name'),
    note: textOf(marker, 'comment'),
    colour: null,
  }
}

function wholeNumber(text: string): number | null {
  return /^-?\d{1,15}$/.test(text) ? Number(text) : null
}
