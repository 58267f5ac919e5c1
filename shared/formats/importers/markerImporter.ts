import { ok, type Problem, type Result, refuse } from '../../result.ts'
import {
  type Marker,
  type MarkerColour,
  type MarkerKind,
  type MarkerList,
  markerColours,
  markerKindNames,
} from '../../sheet/markerList.ts'
import { frames } from '../../time/frames.ts'
import type { Assumed, Importer } from '../format.ts'
import { draftOfMarkers } from './markerDraft.ts'

/** Markers as a file has them, and one sentence on each thing that it did not say or that could not be taken over. */
export type ReadMarkers = { readonly list: MarkerList; readonly notes: readonly string[] }

/** Reads markers of one format: as a list, or as a production of its own. Never throws. */
export type MarkerImporter = Importer & {
  readMarkers(text: string, assumed: Assumed | null): Result<ReadMarkers>
}

/** A marker as it was found, before it is checked. */
export type FoundMarker = {
  readonly frame: number
  readonly length: number
  readonly name: string
  readonly note: string
  readonly colour: MarkerColour | null
  readonly reel?: string
  /** Without it, what the note begins with. */
  readonly kind?: MarkerKind
}

type Facts = Omit<MarkerImporter, 'read'>

/** An importer that makes a production of the markers which it reads. */
export function markerImporter(facts: Facts): MarkerImporter {
  return {
    ...facts,
    read: (text: string, assumed?: Assumed) => {
      const found = facts.readMarkers(text, assumed ?? null)
      return found.ok ? ok(draftOfMarkers(found.value)) : found
    },
  }
}

/** Frames beyond which a position is taken for a fault of the file: some years at any rate. */
const farthest = 5_000_000_000

type Whole = Pick<MarkerList, 'title' | 'rate'> & {
  readonly start: number
  /** Null where the file does not say it: up to the end of the last marker. */
  readonly length: number | null
}

/** Checks and orders what was found; refuses a file without a single marker. */
export function listOfFound(
  label: string,
  { title, rate, start, length }: Whole,
  found: readonly FoundMarker[],
  notes: readonly string[],
): Result<ReadMarkers> {
  const sound = found.filter(
    ({ frame, length: lasting }) =>
      Number.isSafeInteger(frame) &&
      Number.isSafeInteger(lasting) &&
      Math.abs(frame) < farthest &&
      lasting >= 0 &&
      lasting < farthest,
  )
  const dropped = found.length - sound.length
  if (sound.length === 0) return refuse(noMarkers(label, notes))
  const markers = sound.map(markerOfFound).toSorted((a, b) => a.frame - b.frame || a.length - b.length)
  const first = Math.min(start, markers[0]?.frame ?? start)
  const end = markers.reduce((latest, marker) => Math.max(latest, marker.frame + marker.length), first)
  const whole = length === null || !(length > 0 && length < farthest) ? end - first : length
  return ok({
    list: {
      title: title.slice(0, 1000),
      rate,
      start: frames(first),
      length: frames(Math.max(whole, end - first)),
      markers,
      leftOut: [],
    },
    notes:
      dropped > 0 ? [...notes, `${counted(dropped, 'marker')} without a place in time left out.`] : notes,
  })
}

function markerOfFound({ frame, length, name, note, colour, reel = '', ...found }: FoundMarker): Marker {
  const kind = found.kind ?? kindOfNote(note)
  return {
    frame: frames(frame),
    length: frames(Math.max(1, length)),
    name: name.trim(),
    note: note.trim(),
    kind: kind ?? 'other',
    colour: colour ?? markerColours[kind ?? 'other'],
    reel,
  }
}

/** The kind that a note of ours begins with; null for any other note. */
function kindOfNote(note: string): MarkerKind | null {
  const [first] = note.split(';', 1)
  const kinds = Object.keys(markerKindNames) as MarkerKind[]
  return kinds.find((kind) => markerKindNames[kind] === first?.trim()) ?? null
}

/** The colour whose name in a format this is, whatever its capitals; null for one that we never write. */
export function colourNamed(
  names: Readonly<Record<MarkerColour, string>>,
  name: string,
): MarkerColour | null {
  const colours = Object.keys(names) as MarkerColour[]
  return colours.find((colour) => names[colour].toLowerCase() === name.trim().toLowerCase()) ?? null
}

/** `1 marker`, `2 markers`. */
export function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`
}

/** Lines of a text whatever ends them, without a byte-order mark. */
export function linesOf(text: string): readonly string[] {
  return text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)
}

/** As much of a text as is looked at to tell what it is. */
export function headOf(text: string): string {
  return text.slice(0, 60_000)
}

/** The Problem of a text that is not of a format. */
export function notThisFormat(label: string, expected: string, text: string): Problem {
  const found = text
    .replace(/^\uFEFF/, '')
    .trimStart()
    .slice(0, 60)
    .replace(/\s+/g, ' ')
  return {
    message: `This is not a file of the format ${label}.`,
    expected,
    found: found === '' ? 'an empty file' : `a file that begins with “${found}”`,
    remedy: 'Export the markers anew from the system they come from, or choose another format.',
  }
}

function noMarkers(label: string, notes: readonly string[]): Problem {
  return {
    message: 'The file holds no marker that could be read.',
    expected: `${label} with at least one marker`,
    found: notes[0] ?? 'none',
    remedy: 'Check in the system it comes from that the sequence has markers, and export it anew.',
  }
}
