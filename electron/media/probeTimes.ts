import { ALL_FORMATS, type EncodedPacket, EncodedPacketSink, Input, type InputVideoTrack } from 'mediabunny'
import { type FrameRate, makeFrameRate, offeredRates } from '../../shared/time/frameRate.ts'
import type { BlockingFile } from './blockingFile.ts'
import { fileSource } from './fileSource.ts'

/** When a film's pictures are shown, by the times in the file. */
export type PictureTimes = {
  /** The constant rate that all times fit; null when none does. */
  readonly rate: FrameRate | null
  /** Pictures a second on average. */
  readonly mean: number
  /** Pictures from the first to the last at `rate`, those that were read where there is none. */
  readonly count: number
}

/** Packets that are read at the beginning, in the middle and at the end of a container without a list of its pictures. */
const sampled = 300
/** Frames by which a time may lie beside its place: containers round to whole milliseconds. */
const tolerance = 0.12

/**
 * Reads the list of packets as the page's workers do, the first and the last of each track, and gives the times of the
 * pictures; null where the container is not one that this can read.
 */
export async function readIndex(file: BlockingFile): Promise<PictureTimes | null> {
  const input = new Input({ formats: ALL_FORMATS, source: fileSource(file) })
  try {
    // One that is refused says nothing of the others.
    for (const sound of await input.getAudioTracks())
      await readEnds(new EncodedPacketSink(sound)).catch(() => null)
    const track = await input.getPrimaryVideoTrack()
    return track ? judge(await readStretches(track)) : null
  } catch {
    return null
  } finally {
    input.dispose()
  }
}

/** Times of stretches of consecutive pictures, in seconds and in the order in which they are shown. */
async function readStretches(track: InputVideoTrack): Promise<readonly (readonly number[])[]> {
  const sink = new EncodedPacketSink(track)
  const { first, last } = await readEnds(sink)
  if (!first || !last) return []
  const stretches = [await readStretch(sink, first)]
  const length = last.timestamp - first.timestamp
  for (const place of [0.5, 1]) {
    // Far enough before the end that a whole stretch lies behind it.
    const span = (stretches[0]?.at(-1) ?? 0) - first.timestamp
    const from = first.timestamp + Math.max(0, place * length - span)
    const packet = await sink.getKeyPacket(from, { metadataOnly: true })
    if (packet && packet.timestamp > (stretches[0]?.at(-1) ?? 0))
      stretches.push(await readStretch(sink, packet))
  }
  return [...stretches, [last.timestamp]]
}

async function readEnds(sink: EncodedPacketSink) {
  const first = await sink.getFirstPacket({ metadataOnly: true })
  return { first, last: await sink.getPacket(Number.POSITIVE_INFINITY, { metadataOnly: true }) }
}

async function readStretch(sink: EncodedPacketSink, from: EncodedPacket): Promise<readonly number[]> {
  const times: number[] = []
  for await (const packet of sink.packets(from, undefined, { metadataOnly: true })) {
    times.push(packet.timestamp)
    if (times.length === sampled) break
  }
  // Later packets can be shown between the last of these.
  const settled = times.length === sampled ? times.length - 20 : times.length
  return times.toSorted((a, b) => a - b).slice(0, settled)
}

function judge(stretches: readonly (readonly number[])[]): PictureTimes | null {
  const [opening = []] = stretches
  const [first] = opening
  const last = stretches.at(-1)?.[0]
  if (first === undefined || last === undefined || opening.length < 2) return null
  const read = opening.length
  const mean = (read - 1) / ((opening.at(-1) ?? 0) - first)
  const rate = constantRate(stretches.slice(0, -1), median(steps(opening)))
  const count = rate ? Math.round(((last - first) * rate.num) / rate.den) + 1 : read
  return { rate, mean, count }
}

function constantRate(stretches: readonly (readonly number[])[], step: number): FrameRate | null {
  const whole = makeFrameRate(Math.round(1000 / step), 1000, false)
  const candidates = [
    ...offeredRates.filter(({ dropFrame }) => !dropFrame),
    ...(whole.ok ? [whole.value] : []),
  ]
  const fitting = candidates
    .map((rate) => ({ rate, error: Math.max(...stretches.map((times) => largestError(times, rate))) }))
    .filter(({ error }) => error < tolerance)
    .toSorted((a, b) => a.error - b.error)
  return fitting[0]?.rate ?? null
}

/** Frames by which the times of a stretch leave the even row of a rate at most; its first may stand apart. */
function largestError(times: readonly number[], { num, den }: FrameRate): number {
  const even = times.length > 2 ? times.slice(1) : times
  const [start = 0] = even
  return Math.max(...even.map((time, index) => Math.abs(((time - start) * num) / den - index)))
}

function steps(times: readonly number[]): readonly number[] {
  return times.slice(1).map((time, index) => time - (times[index] ?? 0))
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0
}
