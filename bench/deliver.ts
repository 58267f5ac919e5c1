import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { readSandboxFacts, sandboxObstacle } from '../scripts/sandbox.ts'
import { exporters } from '../shared/formats/exporters.ts'
import type { Artifact, Exporter, PagesArtifact } from '../shared/formats/format.ts'
import { renderArtifact } from '../shared/formats/renderArtifact.ts'
import { type Sources, sourcesOf } from '../shared/formats/sources.ts'
import type { ProductionDocument } from '../shared/model/document.ts'
import type { PartyId } from '../shared/model/ids.ts'
import { reviewDocument } from '../shared/review/review.ts'
import { timelineProduction } from './timelineProduction.ts'

/*
 * Writes 2,000 cues with four parties each in every format. Each line: milliseconds of the quickest of five, the ratio to
 * JSON.stringify of the same rows in the same run, and the size. Formats that are text have to stay under 200 ms on the
 * 2-core reference machine. The workbook and the PDFs tell how far they are and are stopped half-way, once each.
 */

const cues = 2000
const mostMilliseconds = 200
const runs = 5

function production(): ProductionDocument {
  const document = timelineProduction(cues, 'film.mov')
  const ids = ['anna', 'ben', 'house', 'north'] as PartyId[]
  const blank = { firstName: '', lastName: '', name: '', society: 'PRS', ipi: '99999000142', contact: '' }
  const parties = Object.fromEntries(
    ids.map((id, place) => {
      const name = place < 2 ? { firstName: id, lastName: 'Writer' } : { name: `${id} Music Publishing Ltd` }
      return [id, { ...blank, ...name, id }]
    }),
  )
  const [anna, ben, house, north] = ids as [PartyId, PartyId, PartyId, PartyId]
  const works = Object.values(document.works).map((work) => ({
    ...work,
    writers: [anna, ben].map((party) => ({ party, role: 'CA' as const, share: 5000 })),
    publishers: [house, north].map((party) => ({ party, role: 'E' as const, share: 5000 })),
  }))
  const known = works.map(({ id }) => id)
  const uses = Object.values(document.cues).map((cue, place) => ({
    ...cue,
    work: cue.work ?? known[place % known.length] ?? null,
  }))
  return {
    ...document,
    parties,
    works: Object.fromEntries(works.map((work) => [work.id, work])),
    cues: Object.fromEntries(uses.map((cue) => [cue.id, cue])),
  }
}

type Rendered = { readonly artifact: Artifact; readonly steps: number }

async function rendered(exporter: Exporter, sources: Sources): Promise<Rendered> {
  const rendering = renderArtifact(exporter, sources, {})
  for (let steps = 0; ; steps++) {
    const step = await rendering.next()
    if (step.done) return { artifact: step.value, steps }
  }
}

function sizeOf(artifact: Artifact): number {
  if (artifact.kind === 'bytes') return artifact.bytes.length
  return Buffer.byteLength(artifact.kind === 'text' ? artifact.text : artifact.html)
}

async function quickest<Value>(work: () => Promise<Value> | Value): Promise<{ value: Value; time: number }> {
  let best = Number.POSITIVE_INFINITY
  for (let run = 1; ; run++) {
    const begun = performance.now()
    const value = await work()
    best = Math.min(best, performance.now() - begun)
    if (run >= runs) return { value, time: best }
  }
}

const line = (...words: readonly string[]) => process.stdout.write(`${words.join('  ')}\n`)
const milliseconds = (time: number) => `${time.toFixed(0)} ms`.padStart(8)

const document = production()
const sources = sourcesOf(document, { findings: reviewDocument(document), today: '2026-01-01' })
const { rows } = sources.cueSheet.sheet
const parties = rows.reduce((sum, row) => sum + row.writers.length + row.publishers.length, 0)
const floor = await quickest(() => JSON.stringify(rows))
line(`${rows.length} cues, ${parties} parties; JSON.stringify of the rows ${floor.time.toFixed(1)} ms`)

let isTooSlow = false
const pages: { readonly id: string; readonly artifact: PagesArtifact }[] = []
for (const exporter of exporters) {
  const { value, time } = await quickest(() => rendered(exporter, sources))
  const { artifact, steps } = value
  const isOver = exporter.kind === 'text' && time > mostMilliseconds
  isTooSlow ||= isOver
  const size = `${(sizeOf(artifact) / 1e6).toFixed(1)} MB`
  const told = exporter.kind === 'bytes' ? `told ${steps} times how far it is` : ''
  line(
    exporter.id.padEnd(20),
    milliseconds(time),
    `${(time / floor.time).toFixed(1)} ×`.padStart(8),
    size.padStart(8),
    isOver ? `over ${mostMilliseconds} ms` : told,
  )
  if (artifact.kind === 'pages') pages.push({ id: exporter.id, artifact })
  if (exporter.kind === 'bytes') {
    const rendering = renderArtifact(exporter, sources, {})
    const begun = performance.now()
    await rendering.next()
    await rendering.return(artifact)
    line(''.padEnd(20), milliseconds(performance.now() - begun), 'stopped after its first word')
  }
}

const folder = mkdtempSync(path.join(os.tmpdir(), 'needledrop-deliver-'))
try {
  for (const { id, artifact } of pages) {
    const from = path.join(folder, `${id}.json`)
    const to = path.join(folder, `${id}.pdf`)
    writeFileSync(from, JSON.stringify(artifact))
    const printed = await print(from, to, null)
    const count = existsSync(to) ? (readFileSync(to, 'latin1').match(/\/Type\s*\/Page\b/g) ?? []).length : 0
    const size = existsSync(to) ? (statSync(to).size / 1e6).toFixed(1) : '0'
    line(
      id.padEnd(20),
      milliseconds(printed.time),
      `printed with Electron's start: ${count} pages, ${size} MB; told ${printed.told.join(', ')}`,
    )
    rmSync(to, { force: true })
    const stopped = await print(from, to, 0.4)
    line(
      ''.padEnd(20),
      milliseconds(stopped.time),
      `stopped at 0.4 after ${milliseconds(stopped.stopping).trim()}, ${existsSync(to) ? 'a file' : 'no file'} left`,
    )
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
process.exitCode = isTooSlow ? 1 : 0

type Printed = { readonly time: number; readonly told: readonly string[]; readonly stopping: number }

/** Prints by the Electron that `scripts/bench.ts` found; ends it when it has told to be so far. */
function print(from: string, to: string, stopAt: number | null): Promise<Printed> {
  const executable = process.env.ELECTRON_EXEC_PATH ?? ''
  const facts = readSandboxFacts(path.dirname(executable))
  const isOpen = facts !== undefined && sandboxObstacle(facts) !== undefined
  const program = path.join(import.meta.dirname, '../out/main/printMain.js')
  const words = [...(isOpen ? ['--no-sandbox'] : []), '--disable-gpu', program, from, to]
  const begun = performance.now()
  const child = spawn(executable, words, { stdio: ['ignore', 'pipe', 'ignore'] })
  const told: string[] = []
  let stopped = 0
  child.stdout.on('data', (chunk: Buffer) => {
    told.push(...[...String(chunk).matchAll(/^printing ([\d.]+)$/gm)].map(([, done = '']) => done))
    if (stopAt === null || stopped > 0 || Number(told.at(-1)) < stopAt) return
    stopped = performance.now()
    child.kill('SIGTERM')
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', () => {
      const ended = performance.now()
      resolve({ time: ended - begun, told, stopping: stopped > 0 ? ended - stopped : 0 })
    })
  })
}
