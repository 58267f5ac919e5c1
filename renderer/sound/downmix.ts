import type { ChannelState } from '../../shared/ipc/mixSchema.ts'

/** How much of a channel goes to the left and to the right. */
export type Sides = readonly [left: number, right: number]

const half = Math.SQRT1_2

/** ITU-R BS.775: centre and surrounds at −3 dB, a rear centre split once more; low-frequency effects are left out. */
const sidesByName: Readonly<Record<string, Sides>> = {
  L: [1, 0],
  R: [0, 1],
  C: [half, half],
  LFE: [0, 0],
  Ls: [half, 0],
  Rs: [0, half],
  Lss: [half, 0],
  Rss: [0, half],
  Lb: [half, 0],
  Rb: [0, half],
  Lc: [1, 0],
  Rc: [0, 1],
  Lw: [1, 0],
  Rw: [0, 1],
  Cb: [0.5, 0.5],
  Cs: [0.5, 0.5],
  Lt: [1, 0],
  Rt: [0, 1],
  M: [1, 1],
}

/** Names of channels by their count, in the order of film, for files that name none. */
const usualNames: Readonly<Record<number, readonly string[]>> = {
  1: ['M'],
  2: ['L', 'R'],
  3: ['L', 'R', 'C'],
  4: ['L', 'R', 'C', 'Cs'],
  5: ['L', 'R', 'C', 'Ls', 'Rs'],
  6: ['L', 'R', 'C', 'LFE', 'Ls', 'Rs'],
  7: ['L', 'R', 'C', 'LFE', 'Cs', 'Ls', 'Rs'],
  8: ['L', 'R', 'C', 'LFE', 'Lb', 'Rb', 'Ls', 'Rs'],
}

/** Names of a track's channels: the file's own where each is known, else the usual ones. */
export function channelNames(layout: readonly string[], count: number): readonly string[] {
  const isKnown = layout.length === count && layout.every((name) => sidesByName[name] !== undefined)
  if (isKnown && count > 1) return layout
  return usualNames[count] ?? Array.from({ length: count }, (_, index) => String(index + 1))
}

/** What of each channel is heard left and right, with muted channels and those beside a solo left out. */
export function downmix(names: readonly string[], states: readonly ChannelState[]): readonly Sides[] {
  const isHeard = heardChannels(names.length, states)
  return names.map((name, index) => (isHeard[index] ? sidesOf(name, names.length) : [0, 0]))
}

/** Which channels are heard: the soloed ones, or all that are not muted. */
export function heardChannels(count: number, states: readonly ChannelState[]): readonly boolean[] {
  const hasSolo = states.slice(0, count).includes('solo')
  return Array.from({ length: count }, (_, index) =>
    hasSolo ? states[index] === 'solo' : states[index] !== 'muted',
  )
}

function sidesOf(name: string, count: number): Sides {
  return sidesByName[count === 1 ? 'M' : name] ?? [half, half]
}
