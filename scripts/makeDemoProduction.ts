import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { contentIdentity } from '../electron/media/contentIdentity.ts'
import { productionFileText } from '../shared/files/productionFile.ts'
import { exchange } from '../shared/formats/importers/exchange.ts'
import { type ProductionDocument, recordsOf } from '../shared/model/document.ts'
import { problemText } from '../shared/result.ts'
import { readinessOf } from '../shared/review/readiness.ts'
import { reviewDocument } from '../shared/review/review.ts'
import { frames } from '../shared/time/frames.ts'
import { FRAME_COUNT, START_FRAME } from './demo/plan.ts'
import { demoExchange } from './demo/production.ts'
import { projectRoot } from './projectRoot.ts'

const film = path.join(projectRoot, 'demo/lantern-street.mp4')
const file = path.join(projectRoot, 'demo/lantern-street.needledrop')

/** The demo production with the demo film on its reel, named without a folder since it lies beside the production. */
export async function demoDocument(): Promise<ProductionDocument> {
  const draft = exchange.read(JSON.stringify(demoExchange))
  if (!draft.ok) throw new Error(problemText(draft.problem))
  const { document } = draft.value
  const identity = await contentIdentity(film)
  const media = {
    path: path.basename(film),
    identity,
    startFrame: frames(START_FRAME),
    frameCount: frames(FRAME_COUNT),
    hasPicture: true,
    hasSound: true,
    proxy: null,
  }
  const reels = Object.fromEntries(recordsOf(document, 'reels').map((reel) => [reel.id, { ...reel, media }]))
  const production = {
    ...document.production,
    cutName: 'Lantern Street, picture lock',
    cutDate: '2026-05-11',
    budgets: [
      { currency: 'GBP', capMinor: 1_200_000 },
      { currency: 'USD', capMinor: 1_500_000 },
    ],
  }
  return { ...document, production, reels }
}

const document = await demoDocument()
writeFileSync(file, productionFileText(document, { id: 'lantern-street-demo', lastSequence: 0 }))
const findings = reviewDocument(document)
const { counts, percent } = readinessOf(document, findings)
for (const { rule, severity, message } of findings) process.stdout.write(`${severity} ${rule} ${message}\n`)
process.stdout.write(
  `${path.relative(projectRoot, file)}: ${readFileSync(file).length} bytes, ${counts.error} errors, ready ${percent} %\n`,
)
