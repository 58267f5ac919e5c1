import { readFileSync, statSync } from 'node:fs'
import type { Check } from './check.ts'
import { DEMO_STRIP } from './frameStrip.ts'
import { FRAME_COUNT, FRAMES_PER_SECOND } from './plan.ts'
import { random } from './random.ts'
import { readStrips, readStripsFrom } from './readStrips.ts'
import { filmSound } from './sound/filmSound.ts'
import { soundChecks } from './soundChecks.ts'

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

/** How many of a hundred random frames are not the one that was sought. */
async function seekMisses(path: string): Promise<number> {
  const chance = random(2400)
  let misses = 0
  for (let i = 0; i < SOUGHT; i++) {
    const frame = Math.floor(chance() * FRAME_COUNT)
    const from = String(Math.max(0, (frame - 0.5) / FRAMES_PER_SECOND))
    const input = ['-ss', from, '-i', path, '-frames:v', '1']
    const [read] = await readStripsFrom(input, DEMO_STRIP)
    if (read !== frame) misses++
  }
  return misses
}
