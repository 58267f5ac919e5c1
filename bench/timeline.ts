import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { ElectronApplication } from '@playwright/test'
import { loopFilm } from '../scripts/loopFilm.ts'
import { projectRoot } from '../scripts/projectRoot.ts'
import { type BenchWindow, inBenchWindow, inWindowOf, median } from './benchWindow.ts'
import { type Cost, MainThread } from './mainThread.ts'
import { pagesSpent } from './pagesSpent.ts'
import {
  edgeDrag,
  edits,
  mostElements,
  openProduction,
  type Sweep,
  scrollSweep,
  zoomSweep,
} from './timelineOurs.ts'
import { writeTimelineProduction } from './timelineProduction.ts'
import { openRival, rivalDrag, rivalScroll, rivalZoom } from './timelineRival.ts'

/*
 * `npm run bench:timeline`: what the timeline costs the window's thread with 500, 2,000 and 10,000 cues in two hours, the same
 * sweeps for wavesurfer.js with its Regions plugin in the same run, and what opening and editing 10,000 cues costs. Each figure
 * is the median of three rounds; a word after the name sets another number of rounds, `ours` leaves wavesurfer out.
 */

const words = process.argv.slice(2)
const rounds = Number(words.find((word) => /^\d+$/.test(word)) ?? 3)
const hasRival = !words.includes('ours')

const sizes = [500, 2000, 10_000] as const
const rivalSizes = [500, 2000] as const
const kinds = ['zoom', 'scroll', 'drag'] as const

type Kind = (typeof kinds)[number]
type Sweeps = Readonly<Record<Kind, Sweep>> & {
  /** Milliseconds of processor time of the pages' processes for each step of the zoom, all threads together. */
  readonly wholeZoom: number
}

/** A line that decides: what was measured each round, and the most that it may be. */
type Limit = {
  readonly what: string
  readonly values: readonly number[]
  readonly atMost: number
  readonly unit: string
}

type Round = {
  readonly ours: ReadonlyMap<number, Sweeps>
  readonly rival: ReadonlyMap<number, Sweeps>
  readonly elements: ReadonlyMap<number, number>
  readonly openingNone: Cost
  readonly opening: Cost
  readonly edits: Readonly<Record<string, Cost>>
}

const folder = mkdtempSync(path.join(os.tmpdir(), 'needledrop-bench-timeline-'))
const films = path.join(os.tmpdir(), 'needledrop-bench')
const film = path.join(films, 'two-hours.mp4')
if (!existsSync(film)) {
  mkdirSync(films, { recursive: true })
  await loopFilm(path.join(projectRoot, 'demo/lantern-street.mp4'), film, 60)
}
const files = new Map([0, ...sizes].map((count) => [count, writeTimelineProduction(folder, count, film)]))
const fileOf = (count: number) => files.get(count) ?? ''

async function sized({ app, page }: BenchWindow): Promise<void> {
  await app.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.setContentSize(1440, 900)
  })
  await page.waitForFunction(() => window.innerWidth === 1440)
}

async function ourSweeps(count: number): Promise<{ sweeps: Sweeps; elements: number }> {
  return inBenchWindow('', async (window) => {
    await sized(window)
    const thread = await MainThread.of(window.page)
    await openProduction(window, fileOf(count), count)
    // Once for nothing, so that what is compiled and laid out for the first time does not count.
    await zoomSweep(window.page, thread)
    const { zoom, wholeZoom } = await zooming(window.app, () => zoomSweep(window.page, thread))
    const scroll = await scrollSweep(window.page, thread)
    const drag = await edgeDrag(window.page, thread)
    return { sweeps: { zoom, scroll, drag, wholeZoom }, elements: await mostElements(window.page) }
  })
}

/** Zooms, and notes what that costs beside the window's thread too. */
async function zooming(
  app: ElectronApplication,
  sweep: () => Promise<Sweep>,
): Promise<Pick<Sweeps, 'zoom' | 'wholeZoom'>> {
  const before = await pagesSpent(app)
  const zoom = await sweep()
  return { zoom, wholeZoom: ((await pagesSpent(app)) - before) / zoom.steps }
}

async function rivalSweeps(count: number): Promise<Sweeps> {
  return inBenchWindow('', async ({ app }) => {
    const { page, thread } = await openRival(app, count)
    const { zoom, wholeZoom } = await zooming(app, () => rivalZoom(page, thread))
    const scroll = await rivalScroll(page, thread)
    const drag = await rivalDrag(page, thread)
    return { zoom, scroll, drag, wholeZoom }
  })
}

/** Opens a production in a fresh app that has read the sound of its film before, so that only the cues make a difference. */
async function opening(count: number): Promise<Cost> {
  const kept = path.join(folder, 'kept')
  if (!existsSync(kept))
    await inWindowOf(kept, '', async (window) => {
      const thread = await MainThread.of(window.page)
      await thread.cost(() => openProduction(window, fileOf(500), 500))
    })
  return inWindowOf(kept, '', async (window) => {
    await sized(window)
    const thread = await MainThread.of(window.page)
    return thread.cost(() => openProduction(window, fileOf(count), count))
  })
}

function editing(): Promise<Readonly<Record<string, Cost>>> {
  return inBenchWindow('', async (window) => {
    await sized(window)
    const thread = await MainThread.of(window.page)
    await openProduction(window, fileOf(10_000), 10_000)
    return edits(window.page, thread)
  })
}

async function round(): Promise<Round> {
  const ours = new Map<number, Sweeps>()
  const elements = new Map<number, number>()
  const rival = new Map<number, Sweeps>()
  for (const count of sizes) {
    const found = await ourSweeps(count)
    ours.set(count, found.sweeps)
    elements.set(count, found.elements)
    tellSweeps(`ours, ${count} cues`, found.sweeps)
    if (!hasRival || !rivalSizes.some((size) => size === count)) continue
    const other = await rivalSweeps(count)
    rival.set(count, other)
    tellSweeps(`wavesurfer + Regions, ${count}`, other)
  }
  const openingNone = await opening(0)
  const opened = await opening(10_000)
  const edited = await editing()
  for (const [name, cost] of Object.entries({ 'opening none': openingNone, opening: opened, ...edited }))
    tellCost(name, cost)
  return { ours, rival, elements, openingNone, opening: opened, edits: edited }
}

function tellSweeps(who: string, sweeps: Sweeps): void {
  const parts = kinds.map((kind) => {
    const { cpu, steps, p95, longTasks, longestOwn } = sweeps[kind]
    const long =
      longTasks.length === 0
        ? ''
        : `, ${longTasks.length} long up to ${Math.max(...longTasks)} (own time ${longestOwn.toFixed(0)})`
    return `${kind} ${(cpu / steps).toFixed(2)} ms/step, p95 gap ${p95.toFixed(1)}${long}`
  })
  parts.push(`zoom with drawing ${sweeps.wholeZoom.toFixed(1)}`)
  console.log(`  ${who.padEnd(28)}${parts.join(' · ')}`)
}

function tellCost(what: string, { cpu, longTasks, longestOwn }: Cost): void {
  const long = longTasks.length === 0 ? 'no task over 50' : `tasks over 50: ${longTasks.join(' ')}`
  console.log(
    `  ${what.padEnd(28)}${cpu.toFixed(0)} ms in all, ${long}, own time at most ${longestOwn.toFixed(0)}`,
  )
}

function limits(all: readonly Round[]): readonly Limit[] {
  const perStep = (sweeps: Sweeps | undefined) => (sweeps ? sweeps.zoom.cpu / sweeps.zoom.steps : Number.NaN)
  const ratio = (count: number, base: number) =>
    all.map(({ ours }) => perStep(ours.get(count)) / perStep(ours.get(base)))
  const against = (count: number) =>
    all.map(({ ours, rival }) => perStep(ours.get(count)) / perStep(rival.get(count)))
  const wholeAgainst = (count: number) =>
    all.map(
      ({ ours, rival }) => (ours.get(count)?.wholeZoom ?? 0) / (rival.get(count)?.wholeZoom ?? Number.NaN),
    )
  const longest = (costs: readonly Cost[]) => Math.max(0, ...costs.flatMap(({ longTasks }) => longTasks))
  const inSweeps = all.map(({ ours }) =>
    longest([...ours.values()].flatMap((sweeps) => kinds.map((kind) => sweeps[kind]))),
  )
  const ownInSweeps = all.map(({ ours }) =>
    Math.max(...[...ours.values()].flatMap((sweeps) => kinds.map((kind) => sweeps[kind].longestOwn))),
  )
  return [
    { what: 'zoom, 2,000 cues over 500', values: ratio(2000, 500), atMost: 1.3, unit: '×' },
    { what: 'zoom, 10,000 cues over 500', values: ratio(10_000, 500), atMost: 1.6, unit: '×' },
    ...(hasRival
      ? [
          { what: 'zoom against Regions, 500', values: against(500), atMost: 1 / 15, unit: '×' },
          { what: 'zoom against Regions, 2,000', values: against(2000), atMost: 1 / 80, unit: '×' },
          { what: 'with drawing, 500', values: wholeAgainst(500), atMost: 1 / 15, unit: '×' },
          { what: 'with drawing, 2,000', values: wholeAgainst(2000), atMost: 1 / 80, unit: '×' },
        ]
      : []),
    { what: 'longest long task in any sweep', values: inSweeps, atMost: 50, unit: 'ms' },
    { what: 'own time of the longest in any sweep', values: ownInSweeps, atMost: 50, unit: 'ms' },
    {
      what: 'elements in the timeline',
      values: all.map(({ elements }) => Math.max(...elements.values())),
      atMost: 600,
      unit: '',
    },
    {
      what: 'opening 10,000 cues',
      values: all.map(({ opening, openingNone }) => opening.cpu - openingNone.cpu),
      atMost: 150,
      unit: 'ms',
    },
    {
      what: 'longest long task of opening',
      values: all.map(({ opening }) => longest([opening])),
      atMost: 50,
      unit: 'ms',
    },
    {
      what: 'own time of the longest of opening',
      values: all.map(({ opening }) => opening.longestOwn),
      atMost: 50,
      unit: 'ms',
    },
    ...Object.keys(all[0]?.edits ?? {}).map((name) => ({
      what: `longest long task of ${name}`,
      values: all.map(({ edits }) => longest([edits[name] as Cost])),
      atMost: 50,
      unit: 'ms',
    })),
  ]
}

const all: Round[] = []
try {
  for (let index = 0; index < rounds; index += 1) {
    console.log(`Round ${index + 1}:`)
    all.push(await round())
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
const decisive = limits(all)
const figure = (value: number) => (value < 1 ? value.toFixed(4) : value.toFixed(value < 10 ? 2 : 0))
console.log(`\n${'measured'.padEnd(40)}${'median'.padStart(10)}${'at most'.padStart(10)}   each round`)
for (const { what, values, atMost, unit } of decisive) {
  const sign = median(values) <= atMost ? 'ok' : 'MISSED'
  console.log(
    `${what.padEnd(40)}${figure(median(values)).padStart(10)}${figure(atMost).padStart(10)}   ${values.map(figure).join(' ')} ${unit} ${sign}`,
  )
}
process.exitCode = decisive.every(({ values, atMost }) => median(values) <= atMost) ? 0 : 1
