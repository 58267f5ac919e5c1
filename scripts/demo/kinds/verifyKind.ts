import { runFfmpeg } from '../ffmpeg.ts'
import { KIND_STRIP } from '../frameStrip.ts'
import { SAMPLE_RATE } from '../plan.ts'
import { readStrips } from '../readStrips.ts'
import type { KindRecipe } from './filmKind.ts'
import { loudestTone } from './loudestTone.ts'
import { probeKind } from './probeKind.ts'

/** Reads a file back and throws if its streams, its frame strips, its tones or its clicks are not those planned. */
export async function verifyKind(kind: KindRecipe, path: string): Promise<void> {
  const { streams } = probeKind(path)
  const sounds = streams.filter(({ codec_type }) => codec_type === 'audio')
  const channels = sounds.map((stream) => stream.channels)
  expectSame(
    kind.file,
    'channels',
    channels,
    kind.sounds.map(({ tones }) => tones.length),
  )
  if (kind.picture) {
    const strips = await readStrips(path, KIND_STRIP)
    expectSame(kind.file, 'frame strips', strips, [...Array(kind.picture.frames).keys()])
    const picture = streams.find(({ codec_type }) => codec_type === 'video')
    expectSame(kind.file, 'B-frames', (picture?.has_b_frames ?? 0) > 0, kind.picture.hasBFrames)
  }
  for (const [index, { tones }] of kind.sounds.entries()) {
    const samples = await decodeSound(path, index)
    for (const [channel, hertz] of tones.entries()) {
      const track = samples.filter((_, i) => i % tones.length === channel)
      const found = loudestTone(track, tonesOf(kind))
      expectSame(kind.file, `tone of channel ${channel} in stream ${index}`, found, hertz)
    }
    if (kind.clicks) expectSame(kind.file, 'clicks', clickFrames(kind, samples), kind.clicks.frames)
  }
}

function tonesOf({ sounds }: KindRecipe): number[] {
  return [...new Set([...sounds.flatMap(({ tones }) => tones), 300, 500, 1000])]
}

/** The samples of a stream at the times that the file gives them, channels in turn. */
async function decodeSound(path: string, index: number): Promise<Float32Array> {
  const output = ['-map', `0:a:${index}`, '-af', 'aresample=async=1:first_pts=0', '-f', 'f32le']
  const bytes = await runFfmpeg(['-i', path, ...output, '-ar', String(SAMPLE_RATE), 'pipe:1'])
  return new Float32Array(new Uint8Array(bytes).buffer)
}

/** The frames in whose first millisecond the sound becomes loud after being soft. */
function clickFrames({ picture }: KindRecipe, samples: Float32Array): number[] {
  const frames: number[] = []
  if (!picture) return frames
  let quietSince = 0
  for (const [place, value] of samples.entries()) {
    if (Math.abs(value) < 0.3) continue
    const frame = Math.round((place * picture.rate.num) / picture.rate.den / SAMPLE_RATE)
    const exact = (frame * picture.rate.den * SAMPLE_RATE) / picture.rate.num
    if (place - quietSince > SAMPLE_RATE / 10 && Math.abs(place - exact) < 48) frames.push(frame)
    quietSince = place
  }
  return frames
}

function expectSame(file: string, what: string, found: unknown, wanted: unknown): void {
  const [has, should] = [JSON.stringify(found), JSON.stringify(wanted)]
  if (has !== should) throw new Error(`${file}: ${what}: expected ${should}, found ${has}`)
}
