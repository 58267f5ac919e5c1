import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, renameSync } from 'node:fs'
import path from 'node:path'
import { loopFilm } from '../scripts/loopFilm.ts'
import { projectRoot } from '../scripts/projectRoot.ts'

const folder = path.join(projectRoot, '.cache', 'bench')
const demo = path.join(projectRoot, 'demo', 'lantern-street.mp4')

/** A little grain, so that a picture drawn by a program is not much lighter to decode than one that was shot. */
const grain = 'noise=alls=4:allf=t'

/** Two hours at 640 × 360, a keyframe every 48 frames. */
export async function twoHours(): Promise<string> {
  const short = encoded('360p.mp4', ['-vf', `scale=640:360,${grain}`, '-g', '48', '-b:v', '1M'])
  const film = path.join(folder, '360p-two-hours.mp4')
  if (!existsSync(film)) {
    console.log('Looping it to two hours…')
    await loopFilm(short, `${film}.half`, 60)
    renameSync(`${film}.half`, film)
  }
  return film
}

/** Two minutes at 1920 × 1080, a keyframe every 12 frames. */
export function fullHd(): string {
  return encoded('1080p.mp4', ['-vf', `scale=1920:1080,${grain}`, '-g', '12', '-b:v', '8M'])
}

/** Two minutes at 960 × 540 and 30 frames a second, made as the app makes its proxies: a keyframe every 12 frames, no B-frames. */
export function proxy540(): string {
  return encoded('540p.mp4', [
    ...['-vf', `scale=960:540,${grain}`, '-r', '30', '-g', '12', '-bf', '0', '-b:v', '4M'],
  ])
}

/** The demo film in another size, encoded once. */
function encoded(name: string, words: readonly string[]): string {
  const film = path.join(folder, name)
  if (existsSync(film)) return film
  mkdirSync(folder, { recursive: true })
  console.log(`Encoding ${name}…`)
  const half = path.join(folder, `half-${name}`)
  const codec = ['-c:v', 'libx264', '-preset', 'veryfast', '-pix_fmt', 'yuv420p', '-sc_threshold', '0']
  const sound = ['-c:a', 'aac', '-b:a', '128k', '-movflags', '+faststart']
  const made = spawnSync(
    'ffmpeg',
    ['-v', 'error', '-nostdin', '-y', '-i', demo, ...codec, ...words, ...sound, half],
    { stdio: 'inherit' },
  )
  if (made.status !== 0) throw new Error(`${name} could not be encoded; the bench needs ffmpeg with libx264.`)
  renameSync(half, film)
  return film
}
