import { ok, type Result, refuse } from '../../result.ts'
import { exactRate, type FrameRate, makeFrameRate } from '../../time/frameRate.ts'
import { otioColours } from '../exporters/otio.ts'
import {
  colourNamed,
  type FoundMarker,
  listOfFound,
  markerImporter,
  notThisFormat,
} from './markerImporter.ts'

type Json = { readonly [key: string]: unknown }
type Time = { readonly value: number; readonly rate: number }

const label = 'OpenTimelineIO'
/** Objects within each other beyond which nothing is looked at. */
const deepest = 100

/** Markers of an OpenTimelineIO timeline: those of its stack, and those of tracks and clips where they come to lie. */
export const otioMarkers = markerImporter({
  id: 'otio',
  label,
  extensions: ['otio'],
  recognises: (text) => /"OTIO_SCHEMA"\s*:/.test(text.slice(0, 100_000)),
  readMarkers: (text, assumed) => {
    const file = readJson(text)
    const timeline = object(file)
    if (!timeline || !schemaOf(timeline).startsWith('Timeline')) {
      return refuse(notThisFormat(label, 'JSON whose outermost OTIO_SCHEMA is Timeline', text))
    }
    const stack = object(timeline.tracks)
    const places: Place[] = []
    if (stack) collect(stack, 0, places, 0)
    const global = time(timeline.global_start_time)
    const decimal = global?.rate ?? places[0]?.time.rate ?? (stack && firstRate(stack, 0)) ?? null
    const rate = rateOf(object(object(timeline.metadata)?.needledrop), decimal, assumed?.rate ?? null)
    if (!rate.ok) return rate
    const perSecond = rate.value.num / rate.value.den
    const start = global ? Math.round((global.value / global.rate) * perSecond) : (assumed?.start ?? 0)
    const found = places.map(({ marker, seconds, time: from, duration }): FoundMarker => {
      const exact = from.rate === decimal && seconds === 0
      const frame = exact ? from.value : (seconds + from.value / from.rate) * perSecond
      return {
        ...textsOf(marker),
        frame: start + Math.round(frame),
        length: Math.round(duration * perSecond),
      }
    })
    const whole = { title: string(timeline.name), rate: rate.value, start, length: null }
    const notes = global
      ? []
      : ['The timeline has no start timecode; its first frame was taken as 00:00:00:00.']
    const length = stack ? Math.round(lengthOf(stack, 0) * perSecond) : 0
    return listOfFound(label, { ...whole, length: length > 0 ? length : null }, found, notes)
  },
})

/** A marker and its place: `seconds` of the item it lies on, and its own time within that item. */
type Place = {
  readonly marker: Json
  readonly seconds: number
  readonly time: Time
  readonly duration: number
}

/** Gathers the markers of an item that begins at a second of the timeline. */
function collect(item: Json, at: number, places: Place[], depth: number): void {
  if (depth > deepest) return
  const trimmed = seconds(time(object(item.source_range)?.start_time))
  for (const marker of objects(item.markers)) {
    const range = object(marker.marked_range)
    const from = time(range?.start_time)
    if (!from) continue
    places.push({ marker, seconds: at - trimmed, time: from, duration: seconds(time(range?.duration)) })
  }
  let reached = at
  for (const child of objects(item.children)) {
    const isInSequence = schemaOf(item).startsWith('Track') || schemaOf(item).startsWith('Sequence')
    collect(child, isInSequence ? reached : at, places, depth + 1)
    if (!schemaOf(child).startsWith('Transition')) reached += lengthOf(child, depth + 1)
  }
}

/** Seconds that an item lasts. */
function lengthOf(item: Json, depth: number): number {
  const own = time(object(item.source_range)?.duration)
  if (own) return seconds(own)
  const references = object(item.media_references)
  const key = string(item.active_media_reference_key) || 'DEFAULT_MEDIA'
  const media =
    object(item.media_reference) ??
    object(references && Object.hasOwn(references, key) ? references[key] : null)
  const available = time(object(media?.available_range)?.duration)
  if (available || depth > deepest) return seconds(available)
  const lengths = objects(item.children)
    .filter((child) => !schemaOf(child).startsWith('Transition'))
    .map((child) => lengthOf(child, depth + 1))
  const isStack = schemaOf(item).startsWith('Stack')
  return lengths.reduce((sum, length) => (isStack ? Math.max(sum, length) : sum + length), 0)
}

function rateOf(ours: Json | null, decimal: number | null, assumed: FrameRate | null): Result<FrameRate> {
  if (ours && typeof ours.num === 'number' && typeof ours.den === 'number') {
    return makeFrameRate(ours.num, ours.den, ours.dropFrame === true)
  }
  if (decimal !== null)
    return exactRate(decimal, assumed?.dropFrame === true && /^(29|59)\./.test(String(decimal)))
  return assumed ? ok(assumed) : makeFrameRate(24, 1, false)
}

function firstRate(item: Json, depth: number): number | null {
  const range = object(item.source_range)
  const own = time(range?.duration) ?? time(range?.start_time)
  if (own || depth > deepest) return own?.rate ?? null
  for (const child of objects(item.children)) {
    const rate = firstRate(child, depth + 1)
    if (rate !== null) return rate
  }
  return null
}

function textsOf(marker: Json): Pick<FoundMarker, 'name' | 'note' | 'colour' | 'reel'> {
  const metadata = object(marker.metadata)
  const note = string(marker.comment) || string(object(metadata?.fcp_xml)?.comment)
  const colour = string(marker.color) || string(object(marker.color)?.name)
  const reel = string(object(metadata?.needledrop)?.reel)
  return { name: string(marker.name), note, colour: colourNamed(otioColours, colour), reel }
}

function time(value: unknown): Time | null {
  const { value: count, rate } = object(value) ?? {}
  const isTime = typeof count === 'number' && typeof rate === 'number' && Number.isFinite(count) && rate > 0
  return isTime ? { value: count, rate } : null
}

function seconds(value: Time | null): number {
  return value ? value.value / value.rate : 0
}

function schemaOf(value: Json): string {
  return string(value.OTIO_SCHEMA)
}

function object(value: unknown): Json | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : null
}

function objects(value: unknown): readonly Json[] {
  if (!Array.isArray(value)) return []
  return value.map(object).filter((entry) => entry !== null)
}

function string(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** The text as JSON; numbers that are none, which some writers print, become null. */
function readJson(text: string): unknown {
  const bare = text.replace(/^\uFEFF/, '')
  try {
    return JSON.parse(bare)
  } catch {
    try {
      return JSON.parse(bare.replace(/(:\s*)-?(?:NaN|Infinity|Inf|inf|nan)(?=\s*[,}\]])/g, '$1null'))
    } catch {
      return null
    }
  }
}
