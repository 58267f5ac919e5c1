import { parentPort } from 'node:worker_threads'
import { probe } from './probe.ts'

/** A film to probe; the answer bears the same number. */
export type ProbeOrder = { readonly number: number; readonly file: string }

parentPort?.on('message', async ({ number, file }: ProbeOrder) => {
  parentPort?.postMessage({ number, probed: await probe(file) })
})
