import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { burntTimecode } from './burntTimecode.ts'
import { runFfmpeg } from './ffmpeg.ts'
import { paintFrameStrip, STRIP_LIGHT, TEST_STRIP } from './frameStrip.ts'
import { lettering, placeCentred } from './picture/lettering.ts'
import { type Colour, fill, surface } from './picture/surface.ts'
import { SAMPLE_RATE } from './plan.ts'

/** A tone from frame `in` up to frame `out` of the file. */
export interface Tone {
  readonly in: number
  readonly out: number
  readonly hertz: number
}

/** What a small test film is to be. */
export interface TestFilm {
  readonly file: string
  readonly rate: { readonly num: number; readonly den: number }
  readonly dropFrame: boolean
  readonly start: string
  readonly startFrame: number
  readonly frames: number
  readonly hasSound: boolean
  /** First frame of the programme; the ones before are leader. */
  readonly programmeFrom: number
  readonly tones: readonly Tone[]
  /** Frames by which the picture starts after the sound. */
  readonly lateFrames: number
}

const { pictureWidth: WIDTH, pictureHeight: HEIGHT } = TEST_STRIP
const INK: Colour = [0.8, 0.8, 0.8]
const PROGRAMME: readonly Colour[] = [
  [0.02, 0.05, 0.11],
  [0.1, 0.03, 0.03],
  [0.03, 0.08, 0.04],
  [0.09, 0.06, 0.015],
]

/** Encodes a test film; with `indexLast` its index is written behind the pictures. */
export async function encodeTestFilm(film: TestFilm, path: string, indexLast = false): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'test-film-'))
  try {
    const soundPath = join(folder, 'sound.f32')
    writeFileSync(soundPath, new Uint8Array(toneTrack(film).buffer))
    const { num, den } = film.rate
    const late = String((film.lateFrames * den) / num)
    const sound = ['-f', 'f32le', '-ar', String(SAMPLE_RATE), '-ac', '1', '-i', soundPath]
    const args = [
      ...['-f', 'rawvideo', '-pix_fmt', 'rgb24', '-s', `${WIDTH}x${HEIGHT}`, '-framerate', `${num}/${den}`],
      ...['-itsoffset', late, '-i', 'pipe:0', ...(film.hasSound ? sound : [])],
      ...['-map', '0:v', ...(film.hasSound ? ['-map', '1:a', '-c:a', 'aac', '-b:a', '24k'] : [])],
      ...[
        '-c:v',
        'libx264',
        '-preset',
        'veryslow',
        '-crf',
        '30',
        '-g',
        '24',
        '-threads',
        '1',
        '-pix_fmt',
        'yuv420p',
      ],
      ...['-bf', film.lateFrames > 0 ? '0' : '2', '-fps_mode', 'passthrough', '-map_metadata', '-1'],
      ...['-fflags', '+bitexact', '-flags:v', '+bitexact', '-flags:a', '+bitexact'],
      ...[
        '-movie_timescale',
        String(den === 1 ? num * 1000 : num),
        '-timecode',
        film.start,
        ...(indexLast ? [] : ['-movflags', '+faststart']),
        '-f',
        'mp4',
        path,
      ],
    ]
    await runFfmpeg(args, async (write) => {
      for (let frame = 0; frame < film.frames; frame++) await write(testFrame(film, frame))
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Timecode, a count-down in the leader or a colour for each second of programme, and the frame strip. */
function testFrame(film: TestFilm, frame: number): Uint8Array {
  const labels = Math.round(film.rate.num / film.rate.den)
  const picture = surface(WIDTH, HEIGHT)
  const leader = frame < film.programmeFrom
  const second = Math.floor((frame - film.programmeFrom) / labels)
  if (!leader) fill(picture, PROGRAMME[second % PROGRAMME.length] ?? INK)
  const left = Math.ceil((film.programmeFrom - frame) / labels)
  const isPop = leader && film.programmeFrom - frame === 2 * labels
  if (leader && (left > 2 || isPop)) {
    placeCentred(picture, lettering(String(left), { size: 40, weight: 4, spacing: 0 }), WIDTH / 2, 30, INK)
  }
  const label = burntTimecode(film.startFrame + frame, labels, film.dropFrame)
  placeCentred(picture, lettering(label, { size: 12, weight: 1.6, spacing: 28 }), WIDTH / 2, 88, INK)
  const pixels = Uint8Array.from(picture.light, (light) => 255 * Math.min(1, light) ** (1 / 2.2))
  for (let i = 0; i < TEST_STRIP.blockHeight * WIDTH * 3; i++) pixels[i] = 0
  paintFrameStrip(TEST_STRIP, frame, (x, y, width, height) => {
    for (let row = y; row < y + height; row++) {
      pixels.fill(STRIP_LIGHT, (row * WIDTH + x) * 3, (row * WIDTH + x + width) * 3)
    }
  })
  return pixels
}

/** The first sample of a frame of the file, counted from the start of the sound. */
function sampleOf(film: TestFilm, frame: number): number {
  return Math.round(((frame + film.lateFrames) * film.rate.den * SAMPLE_RATE) / film.rate.num)
}

function toneTrack(film: TestFilm): Float32Array {
  const track = new Float32Array(sampleOf(film, film.frames))
  for (const tone of film.tones) {
    const from = sampleOf(film, tone.in)
    const to = sampleOf(film, tone.out)
    for (let i = from; i < to; i++) {
      track[i] = 0.25 * Math.sin((2 * Math.PI * tone.hertz * (i - from)) / SAMPLE_RATE)
    }
  }
  return track
}
