import type { MarkerList } from '../../sheet/markerList.ts'
import { type Frames, frames, samplesBefore } from '../../time/frames.ts'
import type { ExporterFrom } from '../format.ts'
import { framesFromStart } from '../markers/markerTimes.ts'
import { plainLine } from '../markers/plainLine.ts'
import { utf8Bytes } from '../markers/textBytes.ts'

/** Ticks of a quarter note; at 120 quarters a minute twice as many a second, some 64 to a frame and more. */
const ticksPerQuarter = 960
const ticksPerSecond = 2 * ticksPerQuarter
const microsecondsPerQuarter = 500_000

/** A Standard MIDI File of type 0 with nothing but markers, which Pro Tools and other sequencers import. */
export const markersMidi: ExporterFrom<'markerList'> = {
  id: 'markers-midi',
  label: 'Markers for Pro Tools and sequencers (MIDI)',
  group: 'markers',
  extension: 'mid',
  layout: 'midi-markers',
  source: 'markerList',
  kind: 'bytes',
  options: [],
  losses: [
    'the start timecode: positions count from the start of the session, at 120 quarters a minute',
    'the frame rate; positions are exact to half a thousandth of a second',
    'lengths, notes, colours and reels',
  ],
  async *render(list) {
    yield 0
    return { kind: 'bytes', bytes: midiFile(list) }
  },
}

function midiFile(list: MarkerList): Uint8Array<ArrayBuffer> {
  const events: number[] = [
    ...metaEvent(0, 0x03, utf8Bytes(plainLine(list.title))),
    ...metaEvent(0, 0x58, [4, 2, 24, 8]),
    ...metaEvent(0, 0x51, bigEndian(microsecondsPerQuarter, 3)),
  ]
  let reached = 0
  const moveTo = (count: Frames) => {
    const tick = samplesBefore(count, list.rate, ticksPerSecond)
    const delta = tick - reached
    reached = tick
    return delta
  }
  for (const marker of list.markers) {
    const name = utf8Bytes(plainLine(marker.name) || 'Cue')
    for (const byte of metaEvent(moveTo(framesFromStart(marker, list).start), 0x06, name)) events.push(byte)
  }
  const end = moveTo(frames(list.length))
  events.push(...metaEvent(end, 0x2f, []))
  const header = [...ascii('MThd'), ...bigEndian(6, 4), 0, 0, 0, 1, ...bigEndian(ticksPerQuarter, 2)]
  return Uint8Array.from([...header, ...ascii('MTrk'), ...bigEndian(events.length, 4)].concat(events))
}

function metaEvent(delta: number, type: number, data: ArrayLike<number>): number[] {
  return [...variableLength(delta), 0xff, type, ...variableLength(data.length), ...Array.from(data)]
}

/** Seven bits a byte, the highest first; every byte but the last has its top bit set. */
function variableLength(value: number): number[] {
  const bytes = [value % 128]
  for (let rest = Math.floor(value / 128); rest > 0; rest = Math.floor(rest / 128))
    bytes.unshift(128 + (rest % 128))
  return bytes
}

function bigEndian(value: number, bytes: number): number[] {
  return Array.from({ length: bytes }, (_, index) => Math.floor(value / 256 ** (bytes - 1 - index)) % 256)
}

function ascii(text: string): number[] {
  return Array.from(text, (character) => character.charCodeAt(0))
}
