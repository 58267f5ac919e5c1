import { type Result, refuse } from '../../result.ts'
import type { Fraction } from '../../time/conformFactor.ts'
import { type FrameRate, makeFrameRate } from '../../time/frameRate.ts'
import { childOf, elementsNamed, readXml, type XmlElement } from '../markers/xmlTree.ts'
import { type FcpxmlMarker, markersOfSpine } from './fcpxmlMarkers.ts'
import { noTime, rationalSeconds, wholeQuotient } from './fcpxmlTimes.ts'
import { counted, type FoundMarker, listOfFound, markerImporter, notThisFormat } from './markerImporter.ts'
import { outOfNote } from './outOfNote.ts'

const label = 'Final Cut Pro XML (FCPXML)'

/** Markers on the timeline of a Final Cut Pro project; of several projects the first that has any. */
export const fcpxmlTimeline = markerImporter({
  id: 'fcpxml',
  label,
  extensions: ['fcpxml'],
  recognises: (text) => /<fcpxml[\s>]/.test(text.slice(0, 4000)),
  readMarkers: (text) => {
    const root = readXml(text)
    if (!root.ok) return root
    if (root.value.name !== 'fcpxml') return refuse(notThisFormat(label, 'XML whose root is fcpxml', text))
    const projects = projectsOf(root.value)
    const chosen = projects.find(({ markers }) => markers.length > 0) ?? projects[0]
    if (!chosen)
      return refuse(notThisFormat(label, 'a project with a sequence whose format has a frame duration', text))
    const { rate, sequence } = chosen
    if (!rate.ok) return rate
    const visible = chosen.markers.filter(({ isVisible }) => isVisible)
    const hidden = chosen.markers.length - visible.length
    const others = projects.filter(({ markers }) => markers.length > 0).length - 1
    const frameOf = (time: Fraction | null) => wholeQuotient(time ?? noTime, chosen.frameDuration)
    const found = visible.map(({ element, at }): FoundMarker => {
      const { value = '', note = '' } = element.attributes
      const frame = frameOf(at)
      return { frame, name: value, colour: null, ...outOfNote(note, frame, rate.value) }
    })
    const notes = [
      ...(hidden > 0 ? [`${counted(hidden, 'marker')} outside the visible part of a clip left out.`] : []),
      ...(others > 0 ? [`${counted(others, 'more project')} with markers left out.`] : []),
    ]
    const start = frameOf(rationalSeconds(sequence.attributes.tcStart))
    const length = frameOf(rationalSeconds(sequence.attributes.duration))
    return listOfFound(label, { title: chosen.title, rate: rate.value, start, length }, found, notes)
  },
})

/** A project's sequence with its markers. */
export type FcpxmlProject = {
  readonly title: string
  readonly sequence: XmlElement
  readonly frameDuration: Fraction
  readonly rate: Result<FrameRate>
  readonly markers: readonly FcpxmlMarker[]
}

/** The projects of a file whose sequence has a format with a frame duration. */
export function projectsOf(root: XmlElement): readonly FcpxmlProject[] {
  const formats = new Map(
    [...elementsNamed(root, 'format')].map((format) => [format.attributes.id ?? '', format]),
  )
  return [...elementsNamed(root, 'project')].flatMap((project): FcpxmlProject[] => {
    const sequence = childOf(project, 'sequence')
    const spine = childOf(sequence, 'spine')
    const format = formats.get(sequence?.attributes.format ?? '')
    const frameDuration = rationalSeconds(format?.attributes.frameDuration)
    if (!sequence || !frameDuration || frameDuration.num <= 0n) return []
    const frameRate = { num: frameDuration.den, den: frameDuration.num }
    const isDrop = sequence.attributes.tcFormat === 'DF'
    const rate = makeFrameRate(Number(frameRate.num), Number(frameRate.den), isDrop)
    const markers = spine ? markersOfSpine(spine, frameRate) : []
    return [{ title: project.attributes.name ?? '', sequence, frameDuration, rate, markers }]
  })
}
