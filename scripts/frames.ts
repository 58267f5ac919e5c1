import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { buildIfStale } from './buildApp.ts'
import { requireFfmpeg } from './demo/ffmpeg.ts'
import { KIND_STRIP } from './demo/frameStrip.ts'
import { encodeKind } from './demo/kinds/encodeKind.ts'
import { frameFilms } from './demo/kinds/frameFilms.ts'
import { verifyKind } from './demo/kinds/verifyKind.ts'
import { prepareElectron } from './prepareElectron.ts'
import { problemLine } from './problemLine.ts'
import { projectRoot } from './projectRoot.ts'
import { runProgram } from './runProgram.ts'
import { relaySignals } from './signals.ts'

/** `npm run frames [-- FILM … --seed=N --fresh]`: makes films that name their frames and drives the app through them. */
relaySignals()
const folder = path.join(projectRoot, '.cache', 'frames')

async function makeFilms(): Promise<void> {
  mkdirSync(folder, { recursive: true })
  for (const film of frameFilms) {
    const target = path.join(folder, film.file)
    if (existsSync(target)) continue
    requireFfmpeg()
    const half = path.join(folder, `half-${film.file}`)
    await encodeKind(film, half)
    await verifyKind(film, half)
    renameSync(half, target)
    console.log(`made ${film.file}`)
  }
  const films = frameFilms.flatMap(({ file, picture, with: fates }) =>
    picture
      ? {
          file,
          path: path.join(folder, file),
          start: picture.start ?? '',
          startFrame: picture.startFrame,
          hasTimecode: picture.start !== null,
          isRewrapped: fates.picture === 'rewrapped',
          frames: picture.frames,
          labels: Math.round(picture.rate.num / picture.rate.den),
          isDropFrame: picture.isDropFrame,
          strip: KIND_STRIP,
        }
      : [],
  )
  writeFileSync(path.join(folder, 'films.json'), JSON.stringify(films, null, 2))
}

await makeFilms()
const built = await buildIfStale()
const prepared = built === 0 ? await prepareElectron() : null
if (prepared?.ok) {
  const trials = path.join(projectRoot, 'e2e', 'frames', 'acceptance.ts')
  const words = ['--import', 'tsx', trials, ...process.argv.slice(2)]
  process.exitCode = await runProgram(process.execPath, words, { environment: prepared.value.environment })
  await prepared.value.close()
} else {
  if (prepared) console.error(problemLine(prepared.problem))
  process.exitCode = 1
}
