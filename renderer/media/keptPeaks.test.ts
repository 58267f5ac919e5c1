import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { addBlock, createPeaks, type Peaks } from '../../shared/peaks/peaks.ts'
import { writePeaks } from '../../shared/peaks/peaksBytes.ts'
import { findKeptPeaks, keepPeaks } from './keptPeaks.ts'
import type { PeaksOrder } from './peaksMessages.ts'

let kept: Buffer | undefined
let server: Server
let cacheUrl: string

beforeEach(async () => {
  kept = undefined
  server = createServer((request, response) => {
    if (request.method === 'GET') {
      response.statusCode = kept ? 200 : 404
      response.end(kept)
      return
    }
    const pieces: Buffer[] = []
    request.on('data', (piece: Buffer) => pieces.push(piece))
    request.on('end', () => {
      kept = Buffer.concat(pieces)
      response.end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  cacheUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/key`
})
afterEach(() => new Promise((resolve) => server.close(resolve)))

function somePeaks(): Peaks {
  const peaks = createPeaks(0.5)
  addBlock(peaks, {
    firstSample: 0,
    sampleRate: 8000,
    channels: [Float32Array.from({ length: 4000 }, Math.sin)],
  })
  return peaks
}
const order = (wished: Partial<PeaksOrder> = {}): PeaksOrder => ({
  url: 'media://film/1',
  durationSeconds: 0.5,
  cacheUrl,
  ...wished,
})

it('finds nothing before anything was kept, and the same peaks afterwards', async () => {
  expect(await findKeptPeaks(order())).toBeUndefined()
  await keepPeaks(order(), somePeaks())
  expect(await findKeptPeaks(order())).toEqual(somePeaks())
})

it('does not take peaks that are damaged or of another length', async () => {
  const bytes = Buffer.from(writePeaks(somePeaks()))
  kept = bytes
  expect(await findKeptPeaks(order({ durationSeconds: 0.6 }))).toBeUndefined()
  kept = Buffer.from(bytes)
  kept[100] = (kept[100] as number) ^ 1
  expect(await findKeptPeaks(order())).toBeUndefined()
})

it('does without a cache that is not there', async () => {
  const nowhere = order({ cacheUrl: 'http://127.0.0.1:1/key' })
  await keepPeaks(nowhere, somePeaks())
  expect(await findKeptPeaks(nowhere)).toBeUndefined()
})

it('asks nobody when no cache was named', async () => {
  await keepPeaks(order({ cacheUrl: undefined }), somePeaks())
  expect(kept).toBeUndefined()
  expect(await findKeptPeaks(order({ cacheUrl: undefined }))).toBeUndefined()
})
