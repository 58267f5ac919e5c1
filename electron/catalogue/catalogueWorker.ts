import { parentPort, workerData } from 'node:worker_threads'
import { type Result, refuse } from '../../shared/result.ts'
import type { TaskMessage } from '../deskThread.ts'
import { CatalogueDesk, type CatalogueTasks } from './catalogueDesk.ts'

const desk = new CatalogueDesk(workerData as ConstructorParameters<typeof CatalogueDesk>[0])
let last: Promise<unknown> = Promise.resolve()

type AnyTask = (input: unknown) => Promise<Result<unknown>>

parentPort?.on('message', ({ number, name, input }: TaskMessage) => {
  last = last
    .then(() => (desk[name as keyof CatalogueTasks] as AnyTask)(input))
    .catch((error: unknown) =>
      refuse({
        message: 'The catalogue cannot be used.',
        expected: 'its file',
        found: error instanceof Error ? error.message : String(error),
        remedy: 'Try again; if it happens again, restart Needledrop.',
      }),
    )
    .then((result) => parentPort?.postMessage({ number, result }))
})
