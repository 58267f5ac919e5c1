import { type Result, refuse } from '../../result.ts'
import type { Fraction } from '../../time/conformFactor.ts'
import { type FrameRate, makeFrameRate } from '../../time/frameRate.ts'
import { childOf, elementsNamed, readXml, type XmlElement } from '../markers/xmlTree.ts'
import { contentOfSpine, type FcpxmlContent, type FcpxmlMusic } from './fcpxmlMarkers.ts'
import { noTime, plus, rationalSeconds, wholeQuotient } from './fcpxmlTimes.ts'
import { counted, type FoundMarker, listOfFound, markerImporter, notThisFormat } from './markerImporter.ts'
import { musicOfPieces } from './musicOfPieces.ts'
import { outOfNote } from './outOfNote.ts'

const label = 'Final Cut Pro XML (FCPXML)'

/**
 * The timeline of a Final Cut Pro project: what has the role of music as cues, and markers as notes beside them; without such a role
 * the markers alone. Of several projects the first that has any of the two.
 */
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
    const filled = projects.filter(({ markers, music }) => markers.length + music.length > 0)
    const chosen = filled[0] ?? projects[0]
    if (!chosen)
      return refuse(notThisFormat(label, 'a project with a sequence whose format has a frame duration', text))
    const { rate, sequence } = chosen
    if (!rate.ok) return rate
    const visible = chosen.markers.filter(({ isVisible }) => isVisible)
    const hidden = chosen.markers.length - visible.length
    const frameOf = (time: Fraction | null) => wholeQuotient(time ?? noTime, chosen.frameDuration)
    const cues = musicOf(chosen.music, frameOf, rate.value)
    const points = visible.map(({ element, at }): FoundMarker => {
      const { value = '', note = '' } = element.attributes
      const frame = frameOf(at)
      const point = { frame, name: value, colour: null, ...outOfNote(note, frame, rate.value) }
      return cues.length > 0 ? { ...point, kind: 'note' } : point
    })
    const notes = [
      ...(hidden > 0 ? [`${counted(hidden, 'marker')} outside the visible part of a clip left out.`] : []),
      ...(cues.length > 0 ? ['What has the role “music” was read as cues.'] : []),
      ...(filled.length > 1 ? [`${counted(filled.length - 1, 'more project')} left out.`] : []),
    ]
    const start = frameOf(rationalSeconds(sequence.attributes.tcStart))
    const length = frameOf(rationalSeconds(sequence.attributes.duration))
    return listOfFound(
      label,
      { title: chosen.title, rate: rate.value, start, length },
      [...cues, ...points],
      notes,
    )
  },
})

/** Music on the frame grid, pieces of one source that touch or overlap made one. */
function musicOf(
  music: readonly FcpxmlMusic[],
  frameOf: (time: Fraction) => number,
  rate: FrameRate,
): readonly FoundMarker[] {
  const pieces = music.map(({ name, at, duration }) => ({
    start: frameOf(at),
    end: frameOf(plus(at, duration)),
    name,
    note: '',
  }))
  return musicOfPieces(
    pieces.filter(({ start, end }) => end > start),
    rate,
  )
}

/** A project's sequence with its markers and music. */
export type FcpxmlProject = FcpxmlContent & {
  readonly title: string
  readonly sequence: XmlElement
  readonly frameDuration: Fraction
  readonly rate: Result<FrameRate>
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
    const content = spine ? contentOfSpine(spine, frameRate) : { markers: [], music: [] }
    return [{ title: project.attributes.name ?? '', sequence, frameDuration, rate, ...content }]
  })
}
