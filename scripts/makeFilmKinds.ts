import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { requireFfmpeg } from './demo/ffmpeg.ts'
import { KIND_STRIP } from './demo/frameStrip.ts'
import { encodeKind } from './demo/kinds/encodeKind.ts'
import { filmKinds } from './demo/kinds/filmKinds.ts'
import { listedKind } from './demo/kinds/listedKind.ts'
import { verifyKind } from './demo/kinds/verifyKind.ts'
import { projectRoot } from './projectRoot.ts'

/*
 * Makes a small file of every kind that the app is tested with, reads each back, and writes what is in it to kinds.json.
 * Words after the command name the files to make; without any, all are made.
 */

const FOLDER = join(projectRoot, 'e2e', 'fixtures', 'films', 'kinds')
const LARGEST_FOLDER = 2_500_000

requireFfmpeg()
const words = process.argv.slice(2)
mkdirSync(FOLDER, { recursive: true })
for (const kind of filmKinds) {
  if (words.length > 0 && !words.includes(kind.file)) continue
  const path = join(FOLDER, kind.file)
  await encodeKind(kind, path)
  await verifyKind(kind, path)
  console.log(`${kind.file}: ${statSync(path).size} bytes`)
}
const kinds = filmKinds.map((kind) => listedKind(kind, join(FOLDER, kind.file)))
writeFileSync(join(FOLDER, 'kinds.json'), `${JSON.stringify({ strip: KIND_STRIP, kinds }, null, 2)}\n`)

const wanted = new Set([...filmKinds.map(({ file }) => file), 'kinds.json'])
for (const name of readdirSync(FOLDER)) if (!wanted.has(name)) rmSync(join(FOLDER, name))
const total = readdirSync(FOLDER).reduce((sum, name) => sum + statSync(join(FOLDER, name)).size, 0)
console.log(`${filmKinds.length} kinds, ${total} bytes`)
if (total > LARGEST_FOLDER) throw new Error(`The folder holds more than ${LARGEST_FOLDER} bytes.`)
