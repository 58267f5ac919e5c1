import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runFfmpeg } from './ffmpeg.ts'
import { FRAME_COUNT, FRAMES_PER_SECOND, SAMPLE_RATE, START_TIMECODE } from './plan.ts'
import { filmPainter } from './scenes/filmPainter.ts'
import type { Stereo } from './synth/stereo.ts'

/** Settings that give the same bytes each time: a fixed number of threads and no version in the file. */
export const EXACT = [
  '-map_metadata',
  '-1',
  '-fflags',
  '+bitexact',
  '-flags:v',
  '+bitexact',
  '-flags:a',
  '+bitexact',
]

const PICTURE = [
  ...[
    '-vf',
    'scale=out_color_matrix=bt709:out_range=tv,format=yuv420p',
    '-c:v',
    'libx264',
    '-preset',
    'veryslow',
  ],
  ...['-crf', '31', '-g', '12', '-bf', '2', '-threads', '4'],
  ...['-x264-params', 'aq-mode=3:aq-strength=0.8:psy-rd=0.6,0'],
  ...['-color_range', 'tv', '-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709'],
]

const SOUND = ['-c:a', 'aac', '-b:a', '96k']

/** Writes the film: the picture drawn frame by frame, the sound as given. */
export async function encodeFilm(
  path: string,
  sound: Stereo,
  report: (frame: number) => void,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'lantern-street-'))
  try {
    const soundPath = join(folder, 'sound.f32')
    writeFileSync(soundPath, interleaved(sound))
    const paint = filmPainter()
    const args = [
      ...[
        '-f',
        'rawvideo',
        '-pix_fmt',
        'rgb24',
        '-s',
        '960x540',
        '-r',
        String(FRAMES_PER_SECOND),
        '-i',
        'pipe:0',
      ],
      ...['-f', 'f32le', '-ar', String(SAMPLE_RATE), '-ac', '2', '-i', soundPath],
      ...['-map', '0:v', '-map', '1:a', ...PICTURE, ...SOUND, ...EXACT],
      ...['-timecode', START_TIMECODE, '-movflags', '+faststart', '-f', 'mp4', path],
    ]
    await runFfmpeg(args, async (write) => {
      for (let frame = 0; frame < FRAME_COUNT; frame++) {
        await write(paint(frame).pixels)
        report(frame)
      }
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function interleaved(sound: Stereo): Uint8Array {
  const values = new Float32Array(sound.left.length * 2)
  for (let i = 0; i < sound.left.length; i++) {
    values[i * 2] = sound.left[i] as number
    values[i * 2 + 1] = sound.right[i] as number
  }
  return new Uint8Array(values.buffer)
}
