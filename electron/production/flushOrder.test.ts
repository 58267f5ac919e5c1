import { spawnSync } from 'node:child_process'
import { mkdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { scratchFolder } from './fixtures/scratchFolder.ts'

/*
 * A kill proves little about a power cut, because the system keeps what was written. This test reads from a trace of
 * the system calls what would be left if every write that was not flushed yet were dropped.
 */

const child = fileURLToPath(new URL('./fixtures/journalingChild.ts', import.meta.url))
const calls = 'trace=write,fdatasync,fsync,rename,renameat,renameat2'
const hasStrace = spawnSync('strace', ['-e', calls, 'true']).status === 0

/** A system call and what it works on: a path in the folder of the test, `.` for the folder itself. */
type Call = { readonly name: string; readonly on: string; readonly text: string }

/** The calls that ended well, in the order of their ends; an acknowledgement counts from its beginning. */
function callsOf(trace: string, folder: string): readonly Call[] {
  const begun = new Map<string, Call>()
  const ended: Call[] = []
  for (const line of trace.split('\n')) {
    const start = /^(\d+) +(\w+)\((.*)$/.exec(line)
    const resumed = /^(\d+) +<\.\.\. \w+ resumed>.*= \d+/.exec(line)
    if (start) {
      const [, thread = '', name = '', rest = ''] = start
      const call = { name, on: nameOf(rest, folder), text: rest }
      if (name === 'write' && /^1</.test(rest)) ended.push(call)
      else if (rest.includes('<unfinished')) begun.set(thread, call)
      else if (/= \d+/.test(rest)) ended.push(call)
    }
    const call = resumed && begun.get(resumed[1] ?? '')
    if (call) ended.push(call)
  }
  return ended
}

/** The file of a call, or the new name that a rename gives. */
function nameOf(rest: string, folder: string): string {
  const target = /"[^"]*", "([^"]*)"/.exec(rest)?.[1] ?? /^\d+<([^>]*)>/.exec(rest)?.[1] ?? ''
  return path.relative(folder, target) || '.'
}

test.skipIf(!hasStrace)(
  'nothing is acknowledged or built upon before it is flushed',
  { timeout: 60_000 },
  async () => {
    const folder = await scratchFolder()
    const journals = path.join(folder, 'journals')
    await mkdir(journals)
    const trace = path.join(folder, 'trace')
    const work = [child, path.join(folder, 'tide.needledrop'), journals, '3', '4', '18']
    const strace = ['-f', '-y', '-e', calls, '-o', trace, process.execPath, '--import', 'tsx', ...work]
    expect(spawnSync('strace', strace, { stdio: ['ignore', 'ignore', 'inherit'] }).status).toBe(0)
    let written = 0
    let flushed = 0
    let acknowledgements = 0
    let saved = 0
    const unflushed = new Set<string>()
    for (const { name, on, text } of callsOf(await readFile(trace, 'utf8'), folder)) {
      const line = /^\d+<[^>]*>, "[0-9a-f]{8} (\d+) /.exec(text)
      const acknowledged = /^1<[^>]*>, "stored (\d+)/.exec(text)
      if (acknowledged) expect(flushed).toBeGreaterThanOrEqual(Number(acknowledged[1]))
      if (acknowledged) acknowledgements++
      else if (name === 'write') unflushed.add(on)
      if (name === 'write' && on === 'journals/scripted.journal' && line) written = Number(line[1])
      if (name === 'fdatasync' || name === 'fsync') unflushed.delete(on)
      if (name === 'fdatasync' && on === 'journals/scripted.journal') flushed = written
      if (!name.startsWith('rename')) continue
      const temporary = path.relative(folder, /"([^"]*)"/.exec(text)?.[1] ?? '')
      expect(unflushed).not.toContain(temporary)
      if (on === 'tide.needledrop') {
        saved++
        unflushed.add('.')
      } else {
        expect(unflushed, 'the journal starts anew only when the saved file is there to stay').not.toContain(
          '.',
        )
      }
    }
    expect({ flushed, acknowledgements, saved }).toEqual({ flushed: 18, acknowledgements: 18, saved: 4 })
  },
)
