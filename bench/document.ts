import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { largeDocument } from '../shared/edits/fixtures/sampleDocument.ts'
import { productionFileText } from '../shared/files/productionFile.ts'
import { type BenchWindow, inBenchWindow, median } from './benchWindow.ts'
import {
  editsWhileSaving,
  editTimes,
  type Latency,
  memoryAfter,
  type Opening,
  opening,
  saving,
} from './documentWindow.ts'
import type { EditTimes } from './editWatch.ts'
import { p95 } from './mainThread.ts'

/*
 * `npm run bench:document`: a production of 2,000 cues and 2,000 works (with as many recordings, holders and licences) in the
 * real app: from a key to the change that the disk has flushed and to the window that says so, saving, opening, and what is left in memory after ten
 * productions were closed. A word after the name sets another number of rounds.
 */

const rounds = Number(process.argv.slice(2).find((word) => /^\d+$/.test(word)) ?? 3)
const size = 2000
const edits = 120
const productions = 10

type Limit = {
  readonly what: string
  readonly values: readonly number[]
  readonly atMost: number | null
  readonly unit: string
}

const folder = mkdtempSync(path.join(os.tmpdir(), 'needledrop-bench-document-'))
/** Each has another number of cues, so that the window tells which it shows. */
const files = Array.from({ length: productions }, (_, index) => {
  const file = path.join(folder, `production-${index}.needledrop`)
  const cues = size + index
  writeFileSync(file, productionFileText(largeDocument(cues), { id: `bench-${index}`, lastSequence: 0 }))
  return { file, cues }
})
const [one, other] = files as [(typeof files)[number], (typeof files)[number]]

const bare = path.join(folder, 'bare.needledrop')
writeFileSync(bare, productionFileText(largeDocument(1), { id: 'bench-bare', lastSequence: 0 }))

/** Milliseconds that the disk takes to keep a line, without any app: the floor of every confirmation. */
function diskFloor(): number {
  const handle = openSync(path.join(folder, 'floor'), 'a')
  const times = Array.from({ length: 100 }, () => {
    const begun = performance.now()
    writeSync(handle, `${'x'.repeat(900)}\n`)
    fdatasyncSync(handle)
    return performance.now() - begun
  })
  closeSync(handle)
  return p95(times)
}

type Round = {
  readonly floor: number
  /** A production of one cue: what opening any of them takes. */
  readonly bare: Opening
  readonly opening: Opening
  readonly again: Opening
  readonly edits: EditTimes
  readonly saving: Latency
  readonly editsWhileSaving: EditTimes
}

async function round(): Promise<Round> {
  const bareOpening = await inBenchWindow(bare, (window) => opening(window, bare, 1))
  return inBenchWindow(one.file, async (window: BenchWindow) => {
    const first = await opening(window, one.file, one.cues)
    const edited = await editTimes(window, edits)
    const saved = await saving(window)
    const whileSaving = await editsWhileSaving(window, 20)
    const again = await opening(window, other.file, other.cues)
    return {
      floor: diskFloor(),
      bare: bareOpening,
      opening: first,
      again,
      edits: edited,
      saving: saved,
      editsWhileSaving: whileSaving,
    }
  })
}

const all: Round[] = []
try {
  for (let index = 0; index < rounds; index++) {
    const found = await round()
    all.push(found)
    const { opening, again, saving } = found
    console.log(
      `Round ${index + 1}: opening ${show(opening)}, another ${show(again)}, edit journalled p95 ${p95(found.edits.journalled).toFixed(1)} ms, said so ${p95(found.edits.safe).toFixed(1)} ms ` +
        `(disk alone ${found.floor.toFixed(1)}), saving ${show(saving)}, edit while saving p95 ${p95(found.editsWhileSaving.journalled).toFixed(1)} ms`,
    )
  }
  const memory = await inBenchWindow(one.file, (window) => memoryAfter(window, files))
  for (const [what, { first, last }] of Object.entries(memory))
    console.log(
      `${what}: ${first.toFixed(1)} MB after one production was opened and closed, ${last.toFixed(1)} MB after ${productions}`,
    )
  judge([
    ...spans('edit', (round) => round.edits, 10),
    ...spans('edit while saving', (round) => round.editsWhileSaving, null),
    {
      what: 'saving, longest task of the window',
      values: all.map(({ saving }) => saving.longestTask),
      atMost: 50,
      unit: 'ms',
    },
    {
      what: 'saving, longest hold of the main process',
      values: all.map(({ saving }) => saving.longestHold),
      atMost: 16,
      unit: 'ms',
    },
    { what: 'saving in all', values: all.map(({ saving }) => saving.elapsed), atMost: null, unit: 'ms' },
    {
      what: 'opening one of a single cue',
      values: all.map(({ bare }) => bare.elapsed),
      atMost: null,
      unit: 'ms',
    },
    { what: 'opening', values: all.map(({ opening }) => opening.elapsed), atMost: 300, unit: 'ms' },
    {
      what: 'opening, longest task of the window',
      values: all.map(({ opening }) => opening.longestTask),
      atMost: 50,
      unit: 'ms',
    },
    {
      what: 'opening, whole window',
      values: all.map(({ opening }) => opening.whole),
      atMost: null,
      unit: 'ms',
    },
    { what: 'opening another', values: all.map(({ again }) => again.elapsed), atMost: 300, unit: 'ms' },
    {
      what: 'opening another, longest task',
      values: all.map(({ again }) => again.longestTask),
      atMost: 50,
      unit: 'ms',
    },
    ...Object.entries(memory).map(([what, { first, last }]) => ({
      what: `${what}, ten productions over one`,
      values: [last - first],
      atMost: 10,
      unit: 'MB',
    })),
  ])
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** The spans of edits, from the key on but where said otherwise; those that the disk ends have a limit. */
function spans(what: string, of: (round: Round) => EditTimes, atMost: number | null): readonly Limit[] {
  const p95s = (part: (times: EditTimes) => readonly number[]) => all.map((round) => p95(part(of(round))))
  const unit = 'ms'
  return [
    { what: `${what}: key taken up, p95`, values: p95s(({ taken }) => taken), atMost: null, unit },
    { what: `${what}: flush asked for, p95`, values: p95s(({ asked }) => asked), atMost: null, unit },
    { what: `${what}: journalled, p95`, values: p95s(({ journalled }) => journalled), atMost, unit },
    {
      what: `${what}: taken up to journalled, p95`,
      values: p95s(({ taken, journalled }) => journalled.map((time, edit) => time - (taken[edit] ?? 0))),
      atMost,
      unit,
    },
    { what: `${what}: the page says safe, p95`, values: p95s(({ safe }) => safe), atMost: null, unit },
    { what: `${what}: shown, p95`, values: p95s(({ shown }) => shown), atMost: null, unit },
  ]
}

function show({ elapsed, longestTask, longestHold }: Latency): string {
  return `${elapsed.toFixed(0)} ms (longest task ${longestTask.toFixed(0)}, main held ${longestHold.toFixed(0)})`
}

function judge(limits: readonly Limit[]): void {
  console.log(`\n${'measured'.padEnd(46)}${'median'.padStart(10)}${'at most'.padStart(10)}   each round`)
  for (const { what, values, atMost, unit } of limits) {
    const sign = atMost === null ? '' : median(values) <= atMost ? 'ok' : 'MISSED'
    const each = values.map((value) => value.toFixed(1)).join(' ')
    console.log(
      `${what.padEnd(46)}${median(values).toFixed(1).padStart(10)}${String(atMost ?? '–').padStart(10)}   ${each} ${unit} ${sign}`,
    )
  }
  const isMissed = limits.some(({ values, atMost }) => atMost !== null && median(values) > atMost)
  process.exitCode = isMissed ? 1 : 0
}
