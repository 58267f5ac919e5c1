import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { EXACT } from '../encodeFilm.ts'
import { runFfmpeg } from '../ffmpeg.ts'
import { KIND_STRIP } from '../frameStrip.ts'
import { SAMPLE_RATE } from '../plan.ts'
import type { KindPicture, KindRecipe } from './filmKind.ts'
import { kindFrame } from './kindFrame.ts'
import { toneSamples } from './kindTones.ts'
import { punchHoles } from './punchHoles.ts'

/** Encodes one kind of file with ffmpeg. */
export async function encodeKind(kind: KindRecipe, path: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'film-kind-'))
  try {
    const { picture } = kind
    const sounds = kind.sounds.map((sound, index) => {
      const file = join(folder, `sound-${index}.f32`)
      writeFileSync(file, new Uint8Array(toneSamples(kind, sound).buffer))
      const from = kind.startSeconds ? ['-itsoffset', String(kind.startSeconds)] : []
      return [
        ...from,
        '-f',
        'f32le',
        '-ar',
        String(SAMPLE_RATE),
        '-ac',
        String(sound.tones.length),
        '-i',
        file,
      ]
    })
    const target = kind.clicks ? join(folder, 'whole.mp4') : path
    const args = [
      ...(picture ? pictureInput(kind, picture) : []),
      ...sounds.flat(),
      ...(picture ? ['-map', '0:v'] : []),
      ...kind.sounds.flatMap((_, index) => ['-map', `${index + (picture ? 1 : 0)}:a`]),
      ...(picture ? timing(kind, picture) : []),
      ...kind.encode,
      ...EXACT,
      ...tags(kind),
      ...kind.muxer,
      target,
    ]
    await runFfmpeg(args, picture ? (write) => paint(kind, picture, write) : undefined)
    if (kind.clicks) await punchHoles(target, path, kind.clicks.holes)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function pictureInput(kind: KindRecipe, { rate }: KindPicture): string[] {
  const { pictureWidth, pictureHeight } = KIND_STRIP
  const late = ((kind.lateFrames ?? 0) * rate.den) / rate.num + (kind.startSeconds ?? 0)
  return [
    ...['-f', 'rawvideo', '-pix_fmt', 'rgb24', '-s', `${pictureWidth}x${pictureHeight}`],
    ...['-framerate', `${rate.num}/${rate.den}`, '-itsoffset', String(late), '-i', 'pipe:0'],
  ]
}

/** A table of times for a variable rate, in ticks of the nominal one. */
function timing({ ticks }: KindRecipe, { frames, rate }: KindPicture): string[] {
  if (!ticks) return ['-fps_mode', 'passthrough']
  const table = Array.from({ length: frames }, (_, frame) => `eq(N,${frame})*${ticks(frame)}`).join('+')
  const seconds = `setpts=(${table})*${rate.den}/${rate.num}/TB`.replaceAll(',', '\\,')
  return ['-vf', seconds, '-fps_mode', 'passthrough']
}

function tags({ sounds, container }: KindRecipe): string[] {
  const title = container === 'Matroska' ? 'title' : 'handler_name'
  return sounds.flatMap((sound, index) => [
    ...(sound.language ? [`-metadata:s:a:${index}`, `language=${sound.language}`] : []),
    ...(sound.title ? [`-metadata:s:a:${index}`, `${title}=${sound.title}`] : []),
  ])
}

async function paint(
  kind: KindRecipe,
  picture: KindPicture,
  write: (bytes: Uint8Array) => Promise<void>,
): Promise<void> {
  for (let frame = 0; frame < picture.frames; frame++) await write(kindFrame(kind, picture, frame))
}
