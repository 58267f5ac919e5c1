import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { burntTimecode } from './demo/burntTimecode.ts'
import { requireFfmpeg } from './demo/ffmpeg.ts'
import { TEST_STRIP } from './demo/frameStrip.ts'
import { readStrips } from './demo/readStrips.ts'
import { encodeTestFilm, type TestFilm } from './demo/testFilm.ts'
import { projectRoot } from './projectRoot.ts'

/** Makes the small films of e2e/fixtures/films from the list beside them, and reads each frame strip back. */
interface FilmList {
  readonly films: readonly TestFilm[]
  readonly soundOnly: {
    readonly file: string
    readonly seconds: number
    readonly sampleRate: number
    readonly hertz: number
  }
}

const FOLDER = join(projectRoot, 'e2e', 'fixtures', 'films')
const LARGEST = 150_000

async function makeFilms(list: FilmList): Promise<void> {
  for (const film of list.films) {
    const path = join(FOLDER, film.file)
    await encodeTestFilm(film, path)
    const read = await readStrips(path, TEST_STRIP)
    const wrong = read.filter((number, index) => number !== index).length
    const first = burntTimecode(film.startFrame, Math.round(film.rate.num / film.rate.den), film.dropFrame)
    if (first !== film.start)
      throw new Error(`${film.file}: the list says ${film.start}, its startFrame is ${first}.`)
    if (read.length !== film.frames || wrong > 0) {
      throw new Error(
        `${film.file}: ${read.length} frames with ${wrong} wrong strips; planned ${film.frames}.`,
      )
    }
    console.log(`${film.file}: ${statSync(path).size} bytes, ${read.length} strips right`)
  }
}

/** Films that end too early, once with their index in front and once without any. */
async function makeBroken(film: TestFilm): Promise<void> {
  const whole = readFileSync(join(FOLDER, film.file))
  writeFileSync(join(FOLDER, 'truncated.mp4'), whole.subarray(0, whole.length >> 1))
  const indexLast = join(FOLDER, 'index-last.mp4')
  await encodeTestFilm(film, indexLast, true)
  const other = readFileSync(indexLast)
  rmSync(indexLast)
  writeFileSync(join(FOLDER, 'truncated-no-index.mp4'), other.subarray(0, other.length >> 1))
  writeFileSync(join(FOLDER, 'not-media.mp4'), 'This is a text file that somebody renamed.\n'.repeat(24))
  writeFileSync(join(FOLDER, 'empty.mp4'), '')
}

/** A plain WAV file of 16-bit samples, one channel. */
function makeSound({ file, seconds, sampleRate, hertz }: FilmList['soundOnly']): void {
  const length = seconds * sampleRate * 2
  const bytes = Buffer.alloc(44 + length)
  bytes.write('RIFF', 0, 'latin1')
  bytes.writeUInt32LE(36 + length, 4)
  bytes.write('WAVEfmt ', 8, 'latin1')
  bytes.writeUInt32LE(16, 16)
  bytes.writeUInt16LE(1, 20)
  bytes.writeUInt16LE(1, 22)
  bytes.writeUInt32LE(sampleRate, 24)
  bytes.writeUInt32LE(sampleRate * 2, 28)
  bytes.writeUInt16LE(2, 32)
  bytes.writeUInt16LE(16, 34)
  bytes.write('data', 36, 'latin1')
  bytes.writeUInt32LE(length, 40)
  for (let i = 0; i < length / 2; i++) {
    bytes.writeInt16LE(Math.round(8000 * Math.sin((2 * Math.PI * hertz * i) / sampleRate)), 44 + i * 2)
  }
  writeFileSync(join(FOLDER, file), bytes)
}

requireFfmpeg()
const list = JSON.parse(readFileSync(join(FOLDER, 'films.json'), 'utf8')) as FilmList
await makeFilms(list)
const [leader] = list.films
if (leader === undefined) throw new Error('films.json lists no film.')
await makeBroken(leader)
makeSound(list.soundOnly)
for (const film of list.films) {
  if (statSync(join(FOLDER, film.file)).size > LARGEST)
    throw new Error(`${film.file} is larger than ${LARGEST} bytes.`)
}
