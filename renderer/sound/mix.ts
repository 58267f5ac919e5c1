import type { Mix, TrackMix } from '../../shared/ipc/mixSchema.ts'

/** A track as far as the mix is concerned. */
export type MixedTrack = {
  readonly key: string
  /** Place among the film's sound streams; null for a stem. */
  readonly stream: number | null
}

const plainTrack: TrackMix = { isMuted: false, isSolo: false, level: 0, channels: [] }

/** The key of one of the film's streams. */
export function streamKey(index: number): string {
  return `stream ${index}`
}

/** Keys of stems by their labels, so that one setting holds for all reels; the second of a label has a key of its own. */
export function stemKeys(labels: readonly string[]): readonly string[] {
  return labels.map((label, index) => {
    const before = labels.slice(0, index).filter((other) => other === label).length
    return `stem ${label.slice(0, 200)}${before > 0 ? ` ${before + 1}` : ''}`
  })
}

/** How a track is heard; of the film's streams only the chosen one, where nothing else is set. */
export function trackMix(mix: Mix, { key, stream }: MixedTrack): TrackMix {
  const set = Object.hasOwn(mix.tracks, key) ? mix.tracks[key] : undefined
  return set ?? { ...plainTrack, isMuted: stream !== null && stream !== mix.stream }
}

/** Which tracks are heard: the soloed ones, muted or not; without any, those that are not muted. */
export function heardTracks(mix: Mix, tracks: readonly MixedTrack[]): readonly boolean[] {
  const each = tracks.map((track) => trackMix(mix, track))
  const hasSolo = each.some(({ isSolo }) => isSolo)
  return each.map(({ isSolo, isMuted }) => (hasSolo ? isSolo : !isMuted))
}

/** The mix after a change to one track. */
export function withTrack(mix: Mix, track: MixedTrack, patch: Partial<TrackMix>): Mix {
  return { ...mix, tracks: { ...mix.tracks, [track.key]: { ...trackMix(mix, track), ...patch } } }
}

/** The mix with one of the film's streams heard and no other; levels and stems stay as they are. */
export function withStream(mix: Mix, stream: number, tracks: readonly MixedTrack[]): Mix {
  const streams = tracks.filter((track) => track.stream !== null)
  return streams.reduce(
    (changed, track) => withTrack(changed, track, { isMuted: track.stream !== stream, isSolo: false }),
    { ...mix, stream },
  )
}

/** The mix with a track soloed alone, or, if it is that already, with no solo at all. */
export function withSoloOf(mix: Mix, key: string, tracks: readonly MixedTrack[]): Mix {
  const isAlone = tracks.every((track) => trackMix(mix, track).isSolo === (track.key === key))
  return tracks.reduce(
    (changed, track) => withTrack(changed, track, { isSolo: !isAlone && track.key === key }),
    mix,
  )
}

/** Decibels as a factor; −60 and less is silence. */
export function gainOf(level: number): number {
  return level <= -60 ? 0 : 10 ** (level / 20)
}

/** A factor in decibels, not below −120. */
export function decibels(gain: number): number {
  return Math.max(-120, 20 * Math.log10(Math.max(gain, 1e-6)))
}
