import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { columnsPerSecond, type PeakColumns } from '../../shared/peaks/peakColumns.ts'
import { addBlock, createPeaks, type Peaks } from '../../shared/peaks/peaks.ts'
import { openingLength, writePeaks } from '../../shared/peaks/peaksBytes.ts'
import { keepPeaks, loadKeptPeaks, openKeptPeaks, removeKeptPeaks } from './keptPeaks.ts'

let kept: Buffer | undefined
let ranges: string[]
let server: Server
let cacheUrl: string

/** Keeps one entry and answers ranges of it, as the app's cache does. */
beforeEach(async () => {
  kept = undefined
  ranges = []
  server = createServer((request, response) => {
    if (request.method === 'PUT') {
      const pieces: Buffer[] = []
      request.on('data', (piece: Buffer) => pieces.push(piece))
      request.on('end', () => {
        kept = Buffer.concat(pieces)
        response.end()
      })
      return
    }
    if (request.method === 'DELETE') kept = undefined
    const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? []
    ranges.push(`${from}-${to}`)
    response.statusCode = kept ? 206 : 404
    response.end(kept?.subarray(Number(from), Number(to) + 1))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  cacheUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/key/0`
})
afterEach(() => new Promise((resolve) => server.close(resolve)))

/** Long enough for several requests. */
const count = 1_200_000

function somePeaks(): Peaks {
  const peaks = createPeaks(count / 1000)
  const samples = new Float32Array(count)
  for (let index = 0; index < count; index += 1) samples[index] = ((index * 7919) % 2000) / 1000 - 1
  addBlock(peaks, { firstSample: 0, sampleRate: 1000, channels: [samples] })
  return peaks
}

const baseOf = (peaks: Peaks) => peaks.levels[0] as PeakColumns

async function load(): Promise<{ depths: number[]; kept: Awaited<ReturnType<typeof loadKeptPeaks>> }> {
  const depths: number[] = []
  return { kept: await loadKeptPeaks(cacheUrl, count, (depth) => depths.push(depth)), depths }
}

it('are found after they were kept, level by level from the coarsest', async () => {
  expect(await load()).toEqual({ kept: 'none', depths: [] })
  const peaks = somePeaks()
  await keepPeaks(cacheUrl, baseOf(peaks))
  const { kept: found, depths } = await load()
  if (typeof found === 'string') throw new Error(found)
  expect(Buffer.from(found.max).equals(Buffer.from(peaks.levels[0]?.max ?? []))).toBe(true)
  expect(Buffer.from(found.min).equals(Buffer.from(peaks.levels[0]?.min ?? []))).toBe(true)
  expect(depths).toEqual(peaks.levels.map((_, depth) => depth).reverse())
})

it('are opened by their beginning alone, which holds the coarse levels', async () => {
  expect(await openKeptPeaks(cacheUrl, count)).toBeUndefined()
  const peaks = somePeaks()
  await keepPeaks(cacheUrl, baseOf(peaks))
  ranges = []
  const opened = createPeaks(count / columnsPerSecond)
  ;(await openKeptPeaks(cacheUrl, count))?.(opened)
  expect(ranges).toEqual([`0-${openingLength - 1}`])
  expect(opened.finest).toBeGreaterThan(0)
  expect(opened.levels.slice(opened.finest)).toEqual(peaks.levels.slice(opened.finest))
})

it('are not taken when they are damaged anywhere, cut short, or of another length', async () => {
  const bytes = Buffer.from(writePeaks(baseOf(somePeaks())))
  for (const at of [3, 20, 1000, openingLength + 5, bytes.length - 1]) {
    kept = Buffer.from(bytes)
    kept[at] = (kept[at] as number) ^ 1
    expect((await load()).kept, `byte ${at}`).toBe('damaged')
    const isInOpening = at < openingLength - 65_536
    expect((await openKeptPeaks(cacheUrl, count)) === undefined, `byte ${at}`).toBe(isInOpening)
  }
  for (const length of [0, 10, 1000, openingLength, bytes.length - 1]) {
    kept = bytes.subarray(0, length)
    expect((await load()).kept, `${length} bytes`).toBe('damaged')
  }
  kept = bytes
  expect(await loadKeptPeaks(cacheUrl, count + 1, () => {})).toBe('damaged')
  await removeKeptPeaks(cacheUrl)
  expect((await load()).kept).toBe('none')
})

it('are done without when there is no cache', async () => {
  const nowhere = 'http://127.0.0.1:1/key/0'
  await keepPeaks(nowhere, baseOf(createPeaks(1)))
  expect(await loadKeptPeaks(nowhere, 1000, () => {})).toBe('none')
  expect(await openKeptPeaks(nowhere, 1000)).toBeUndefined()
})
