import { readFileSync, statSync } from 'node:fs'
import { runFfmpeg } from './ffmpeg.ts'
import { DEMO_STRIP, type FrameStrip, readFrameStrip } from './frameStrip.ts'
import { FRAME_COUNT, FRAMES_PER_SECOND } from './plan.ts'
import { random } from './random.ts'
import { filmSound } from './sound/filmSound.ts'
import { soundChecks } from './soundChecks.ts'

/** One thing looked at: whether it is as planned, and the figures. */
export interface Check {
  readonly name: string
  readonly passed: boolean
  readonly figures: string
}

const LARGEST = 6_000_000
const SOUGHT = 100

/** Decodes the finished film and compares it with the plan. */
export async function verifyFilm(path: string): Promise<Check[]> {
  const size = statSync(path).size
  const read = await readStrips(path, DEMO_STRIP)
  const wrong = read.filter((number, index) => number !== index).length
  const misses = await seekMisses(path)
  const bytes = readFileSync(path)
  const has = (box: string) => bytes.includes(Buffer.from(box, 'latin1'))
  return [
    { name: 'size', passed: size < LARGEST, figures: `${size} bytes, limit ${LARGEST}` },
    { name: 'frame count', passed: read.length === FRAME_COUNT, figures: `${read.length} of ${FRAME_COUNT}` },
    {
      name: 'frame strips, in order',
      passed: wrong === 0,
      figures: `${read.length - wrong} of ${read.length} right`,
    },
    { name: 'frame strips, sought', passed: misses === 0, figures: `${SOUGHT - misses} of ${SOUGHT} right` },
    {
      name: 'container',
      passed: has('elst') && has('tmcd'),
      figures: `edit list ${has('elst')}, start timecode track ${has('tmcd')}`,
    },
    ...(await soundChecks(path, filmSound())),
  ]
}

/** The number read from every frame of a film in order. */
export async function readStrips(path: string, strip: FrameStrip): Promise<(number | null)[]> {
  return stripsIn(await runFfmpeg(['-i', path, ...stripOutput(strip)]), strip)
}

function stripOutput(strip: FrameStrip): string[] {
  const rows = strip.top + strip.blockHeight
  const cut = `crop=${strip.pictureWidth}:${rows}:0:0,format=rgb24`
  return ['-map', '0:v', '-vf', cut, '-fps_mode', 'passthrough', '-f', 'rawvideo', 'pipe:1']
}

/** Rows of red, green, blue from the top of each frame; green stands for luma, as the picture is grey there. */
function stripsIn(rows: Uint8Array, strip: FrameStrip): (number | null)[] {
  const length = strip.pictureWidth * (strip.top + strip.blockHeight) * 3
  const read: (number | null)[] = []
  for (let start = 0; start + length <= rows.length; start += length) {
    read.push(
      readFrameStrip(strip, (x, y) => {
        const column = Math.floor(x * strip.pictureWidth)
        const row = Math.floor(y * strip.pictureHeight)
        return rows[start + (row * strip.pictureWidth + column) * 3 + 1] ?? 0
      }),
    )
  }
  return read
}

/** How many of a hundred random frames are not the one that was sought. */
async function seekMisses(path: string): Promise<number> {
  const chance = random(2400)
  let misses = 0
  for (let i = 0; i < SOUGHT; i++) {
    const frame = Math.floor(chance() * FRAME_COUNT)
    const from = String(Math.max(0, (frame - 0.5) / FRAMES_PER_SECOND))
    const rows = await runFfmpeg(['-ss', from, '-i', path, '-frames:v', '1', ...stripOutput(DEMO_STRIP)])
    if (stripsIn(rows, DEMO_STRIP)[0] !== frame) misses++
  }
  return misses
}
