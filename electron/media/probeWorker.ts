import { parentPort } from 'node:worker_threads'
import type { FilmFacts } from '../../shared/media/filmFacts.ts'
import { ok, type Result, refuse } from '../../shared/result.ts'
import { fileProblem } from '../fileProblem.ts'
import { withFile } from './blockingFile.ts'
import { identityOf } from './contentIdentity.ts'
import { probe } from './probe.ts'
import { type Provisional, ready } from './readSlots.ts'

/** What a thread finds out about a film. */
export type Probed = { readonly facts: FilmFacts; readonly identity: string }

async function find(file: string, tell: (provisional: Provisional<Probed>) => void): Promise<Result<Probed>> {
  try {
    const identity = await withFile(file, identityOf)
    const facts = await probe(file, (known) => tell({ provisional: { facts: known, identity } }))
    return facts.ok ? ok({ facts: facts.value, identity }) : facts
  } catch (error) {
    return refuse(fileProblem(error, file))
  }
}

parentPort?.on('message', async (file: string) => {
  parentPort?.postMessage(await find(file, (provisional) => parentPort?.postMessage(provisional)))
})
parentPort?.postMessage(ready)
