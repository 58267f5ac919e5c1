import { parentPort, workerData } from 'node:worker_threads'
import { refuse } from '../../shared/result.ts'
import { VersionFolder } from '../production/versionFolder.ts'
import { VersionDesk, type VersionTaskName } from './versionTasks.ts'

/** A task on its way to the thread. */
export type VersionMessage = {
  readonly number: number
  readonly name: VersionTaskName
  readonly input: unknown
}

const desk = new VersionDesk(new VersionFolder(workerData as string))
let last: Promise<unknown> = Promise.resolve()

parentPort?.on('message', ({ number, name, input }: VersionMessage) => {
  last = last
    .then(() => desk.run(name, input))
    .catch((error: unknown) =>
      refuse({
        message: 'The versions cannot be read.',
        expected: 'their folder',
        found: error instanceof Error ? error.message : String(error),
        remedy: 'Try again; if it happens again, restart Needledrop.',
      }),
    )
    .then((result) => parentPort?.postMessage({ number, result }))
})
