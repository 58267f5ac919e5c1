import { describe, expect, it } from 'vitest'
import { plainMix } from '../../shared/ipc/mixSchema.ts'
import type { ReelId } from '../../shared/model/ids.ts'
import { blankDocument } from '../../shared/model/newProduction.ts'
import { addBlock, createPeaks, type Peaks } from '../../shared/peaks/peaks.ts'
import { onsetColumns } from '../../shared/peaks/peaksOnsets.ts'
import type { FrameRate } from '../../shared/time/frameRate.ts'
import { frames } from '../../shared/time/frames.ts'
import { KnownOnsets } from '../media/knownOnsets.ts'
import type { Session } from '../store/session.ts'
import { onsetsOf } from './soundOnsets.ts'

const id = 'R1' as ReelId
const rates: readonly FrameRate[] = [
  { num: 24, den: 1, dropFrame: false },
  { num: 24_000, den: 1001, dropFrame: false },
  { num: 60_000, den: 1001, dropFrame: true },
]

/** Peaks of tones that begin at these seconds and last 150 ms. */
function tonesAt(seconds: readonly number[], length: number): Peaks {
  const sampleRate = 48_000
  const peaks = createPeaks(length)
  const samples = new Float32Array(length * sampleRate)
  for (const second of seconds) {
    const first = Math.round(second * sampleRate)
    for (let n = 0; n < 0.15 * sampleRate; n += 1) samples[first + n] = 0.5 * Math.sin(0.06 * n)
  }
  addBlock(peaks, { firstSample: 0, sampleRate, channels: [samples] })
  return peaks
}

/** As much of a session as onsets need: a reel of one film, with one stem that begins two seconds into it. */
function sessionOf(rate: FrameRate, film: Peaks, stem: Peaks, isStemSolo: boolean): Session {
  const blank = blankDocument(rate)
  const media = {
    path: 'film.mp4',
    identity: '',
    startFrame: frames(1000),
    frameCount: frames(500),
    hasPicture: true,
    hasSound: true,
    proxy: null,
  }
  const start = { samples: Math.round((48_000 * 1000 * rate.den) / rate.num) + 96_000, sampleRate: 48_000 }
  const reel = {
    id,
    label: 'R1',
    order: 1,
    programme: { start: frames(1000), end: frames(1500) },
    media,
    stems: [{ path: 'mx.wav', identity: '', label: 'MX', start }],
  }
  const sound = { index: 0, layout: [], channels: 1, sampleRate: 48_000, codecName: 'PCM' }
  const file = (path: string) => ({
    path,
    name: path,
    url: path,
    sounds: [sound],
    durationSeconds: 10,
    prepared: null,
  })
  const track = { isMuted: false, isSolo: isStemSolo, level: 0, channels: [] }
  return {
    work: { value: { documents: { document: { ...blank, reels: { [id]: reel } } } } },
    films: { films: { value: new Map([['film.mp4', file('film.mp4')]]) } },
    sound: {
      stemFiles: { value: new Map([['mx.wav', file('mx.wav')]]) },
      mix: { value: { ...plainMix, tracks: { 'stem MX': track } } },
    },
    peaks: { of: (path: string) => (path === 'film.mp4' ? film : stem) },
    transport: { pictureStart: 0.5 },
  } as unknown as Session
}

async function onsets(session: Session, start = 1000, end = 1500) {
  const known = new KnownOnsets(async (columns, isStart) => onsetColumns(columns, isStart))
  const range = { start: frames(start), end: frames(end) }
  onsetsOf(session, known)(id, range)
  await new Promise((resolve) => setImmediate(resolve))
  return onsetsOf(session, known)(id, range)
}

describe('the onsets of the sound of a reel', () => {
  it.each(rates)('are the frames in which sound sets in, at %o', async (rate) => {
    const seconds = [30, 61, 100].map((frame) => (frame * rate.den) / rate.num + 0.5)
    const found = await onsets(sessionOf(rate, tonesAt(seconds, 10), createPeaks(1), false))
    expect(found).toEqual([1030, 1061, 1100])
    expect(await onsets(sessionOf(rate, tonesAt(seconds, 10), createPeaks(1), false), 1031, 1100)).toEqual([
      1061,
    ])
  })

  it('are those of a stem that is heard alone, where it lies', async () => {
    const rate = rates[0] as FrameRate
    const stem = tonesAt([0.25, 3], 10)
    expect(await onsets(sessionOf(rate, createPeaks(1), stem, true))).toEqual([1000 + 54, 1000 + 120])
  })
})
