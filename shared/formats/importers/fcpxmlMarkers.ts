import { conformFactor, type Fraction, ntscFraction } from '../../time/conformFactor.ts'
import { childOf, type XmlElement } from '../markers/xmlTree.ts'
import { isBefore, minus, noTime, plus, rationalSeconds, times } from './fcpxmlTimes.ts'

/** A marker of a sequence, in seconds of the sequence's timecode. */
export type FcpxmlMarker = {
  readonly element: XmlElement
  readonly at: Fraction
  /** Whether it lies on the part of its item that the timeline shows. */
  readonly isVisible: boolean
}

/** An item whose sound has the role of music, in seconds of the sequence's timecode. */
export type FcpxmlMusic = { readonly name: string; readonly at: Fraction; readonly duration: Fraction }

/** What is on a sequence's spine. */
export type FcpxmlContent = {
  readonly markers: readonly FcpxmlMarker[]
  readonly music: readonly FcpxmlMusic[]
}

/** Items of a timeline that have a place of their own. */
const itemNames = new Set([
  'clip',
  'asset-clip',
  'ref-clip',
  'sync-clip',
  'mc-clip',
  'video',
  'audio',
  'title',
  'gap',
  'audition',
  'transition',
  'spine',
])
/** Names of rates as `srcFrameRate` has them. */
const sourceRates: Readonly<Record<string, number>> = {
  '23.98': 24,
  '29.97': 30,
  '47.95': 48,
  '59.94': 60,
  '89.91': 90,
  '119.88': 120,
}
/** A transition's markers count from an hour, where its generator begins. */
const transitionStart: Fraction = { num: 3600n, den: 1n }

/** Where an item's own time lies on the sequence: absolute = at + (local - start) * factor. */
type Place = { readonly at: Fraction; readonly start: Fraction; readonly factor: Fraction }

/** The markers and the music of the items on a spine; what is inside compound clips and inactive auditions is left out. */
export function contentOfSpine(spine: XmlElement, frameRate: Fraction): FcpxmlContent {
  const markers: FcpxmlMarker[] = []
  const music: FcpxmlMusic[] = []
  const walk = (item: XmlElement, parent: Place | null, offset: Fraction | null) => {
    const own = offset ?? timeOf(item, 'offset') ?? noTime
    const at = parent ? plus(parent.at, times(minus(own, parent.start), parent.factor)) : own
    if (item.name === 'audition') {
      const [active] = item.children.filter(({ name }) => itemNames.has(name))
      if (active) walk(active, parent, own)
      return
    }
    if (item.name === 'spine') {
      const inside = { at, start: noTime, factor: parent?.factor ?? { num: 1n, den: 1n } }
      for (const child of item.children) if (itemNames.has(child.name)) walk(child, inside, null)
      return
    }
    const isTransition = item.name === 'transition'
    const start = isTransition ? transitionStart : (timeOf(item, 'start') ?? noTime)
    const place = { at, start, factor: factorOf(item, frameRate) }
    const duration = timeOf(item, 'duration')
    if (duration && isMusic(item)) music.push({ name: item.attributes.name ?? '', at, duration })
    for (const child of item.children) {
      if (child.name === 'marker' || child.name === 'chapter-marker') {
        const local = minus(timeOf(child, 'start') ?? noTime, start)
        const into = times(local, place.factor)
        const isVisible = !isBefore(into, noTime) && (!duration || isBefore(into, duration))
        markers.push({ element: child, at: plus(at, into), isVisible })
      } else if (itemNames.has(child.name)) walk(child, place, null)
    }
  }
  for (const item of spine.children) if (itemNames.has(item.name)) walk(item, null, null)
  return { markers, music }
}

/** Whether any channel that is on has a role of which the first part is music; what is said of a channel goes before the item's own role. */
function isMusic(item: XmlElement): boolean {
  if (item.attributes.enabled === '0') return false
  const channels = item.children.filter(({ name }) => name === 'audio-channel-source')
  const own = [item.attributes.audioRole, item.name === 'audio' ? item.attributes.role : undefined]
  const roles = channels.length > 0 ? channels.filter(isOn).map(({ attributes }) => attributes.role) : own
  return roles.some((role) => /^music(\.|$)/i.test(role ?? ''))
}

function isOn({ attributes }: XmlElement): boolean {
  return attributes.enabled !== '0' && attributes.active !== '0'
}

function timeOf(item: XmlElement, name: string): Fraction | null {
  return rationalSeconds(item.attributes[name])
}

/** By what the times of an item are multiplied because its media runs at another rate than the sequence. */
function factorOf(item: XmlElement, frameRate: Fraction): Fraction {
  const conform = childOf(item, 'conform-rate')
  const name = conform?.attributes.srcFrameRate ?? ''
  if (!conform || conform.attributes.scaleEnabled === '0') return { num: 1n, den: 1n }
  const ntsc = Object.hasOwn(sourceRates, name) ? sourceRates[name] : undefined
  const whole = /^\d{1,3}$/.test(name) ? Number(name) : 0
  if (ntsc === undefined && whole === 0) return { num: 1n, den: 1n }
  return conformFactor(ntsc === undefined ? { num: BigInt(whole), den: 1n } : ntscFraction(ntsc), frameRate)
}
