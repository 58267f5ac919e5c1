import { mkdirSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { encodeFilm } from './demo/encodeFilm.ts'
import { requireFfmpeg, runFfmpeg } from './demo/ffmpeg.ts'
import { filmTruth } from './demo/filmTruth.ts'
import { FRAME_COUNT } from './demo/plan.ts'
import { filmPainter } from './demo/scenes/filmPainter.ts'
import { filmSound } from './demo/sound/filmSound.ts'
import { verifyFilm } from './demo/verifyFilm.ts'
import { projectRoot } from './projectRoot.ts'

/**
 * Makes the demo film and what is true of it: tsx scripts/makeDemo.ts.
 * --verify decodes the finished film and compares it with the plan; --stills 100,900 draws frames as PNG pictures
 * into .cache/stills.
 */
const FOLDER = join(projectRoot, 'demo')
const FILM = join(FOLDER, 'lantern-street.mp4')
const UNFINISHED = `${FILM}.unfinished`
const TRUTH = join(FOLDER, 'lantern-street.truth.json')
const STILLS = join(projectRoot, '.cache', 'stills')

async function make(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true })
  console.log('Rendering the sound.')
  const { mix } = filmSound()
  await encodeFilm(UNFINISHED, mix, (frame) => {
    if (frame % 240 === 0) console.log(`Drawing frame ${frame} of ${FRAME_COUNT}.`)
  })
  renameSync(UNFINISHED, FILM)
  writeFileSync(TRUTH, `${JSON.stringify(filmTruth(), null, 2)}\n`)
  console.log(`${FILM}: ${statSync(FILM).size} bytes`)
}

async function verify(): Promise<void> {
  const checks = await verifyFilm(FILM)
  for (const { name, passed, figures } of checks)
    console.log(`${passed ? 'ok  ' : 'FAIL'} ${name}: ${figures}`)
  if (checks.some((check) => !check.passed)) process.exitCode = 1
}

async function drawStills(list: string): Promise<void> {
  mkdirSync(STILLS, { recursive: true })
  const paint = filmPainter()
  for (const number of list.split(',').map(Number)) {
    const { pixels, width, height } = paint(number)
    const picture = ['-f', 'rawvideo', '-pix_fmt', 'rgb24', '-s', `${width}x${height}`, '-i', 'pipe:0']
    await runFfmpeg([...picture, join(STILLS, `${number}.png`)], (write) => write(pixels))
  }
  console.log(STILLS)
}

requireFfmpeg()
const [option, value = ''] = process.argv.slice(2)
if (option === '--verify') await verify()
else if (option === '--stills') await drawStills(value)
else await make()
