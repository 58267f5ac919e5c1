import { execFileSync } from 'node:child_process'
import { constants } from 'node:fs'
import { mkdtemp, open, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Task } from './fixtures/obedientWorker.ts'
import { runs, sourceScript } from './fixtures/sourceThreads.ts'
import { ReadSlots } from './readSlots.ts'

describe('ReadSlots', { timeout: 60_000 }, () => {
  let slots: ReadSlots<Task, string>
  beforeEach(() => {
    slots = new ReadSlots(
      sourceScript,
      { most: 3, mostPerFolder: 2, seconds: 3 },
      runs('./obedientWorker.ts'),
    )
  })
  afterEach(() => slots.end())

  const ask = (kind: Task['kind'], file: string) => slots.run(file, { kind, file })
  const message = async (asked: ReturnType<typeof ask>) => {
    const answer = await asked
    return answer.ok ? answer.value : answer.problem.message
  }

  test('more orders than threads are all answered', async () => {
    const files = Array.from({ length: 20 }, (_, index) => `/films/${index}.mp4`)
    expect(await Promise.all(files.map((file) => message(ask('answer', file))))).toEqual(files)
    expect(slots.busy).toBe(0)
  })

  test('a thread that computes without an end is ended, and those that wait are not harmed', async () => {
    const endless = ['/a/1.mp4', '/a/2.mp4'].map((file) => message(ask('compute', file)))
    const waiting = ['/a/3.mp4', '/a/4.mp4', '/b/5.mp4'].map((file) => message(ask('answer', file)))
    expect(await Promise.all(endless)).toEqual([
      '1.mp4 cannot be read to its end.',
      '2.mp4 cannot be read to its end.',
    ])
    expect(await Promise.all(waiting)).toEqual(['/a/3.mp4', '/a/4.mp4', '/b/5.mp4'])
    expect(slots.busy).toBe(0)
  })

  test.each(['fail', 'leave'] as const)(
    'a thread that %ss answers with a Problem and is replaced',
    async (kind) => {
      expect(await message(ask(kind, '/a/1.mp4'))).toBe('1.mp4 cannot be read.')
      expect(await message(ask('answer', '/a/2.mp4'))).toBe('/a/2.mp4')
    },
  )

  test('what nobody wants any more is not begun', async () => {
    const gone = new AbortController()
    const busy = ['/a/1.mp4', '/a/2.mp4'].map((file) => ask('compute', file))
    const unwanted = slots.run('/a/3.mp4', { kind: 'compute', file: '/a/3.mp4' }, gone.signal)
    gone.abort()
    await Promise.all(busy)
    expect((await unwanted).ok).toBe(false)
    expect(slots.busy).toBe(0)
  })
})

describe.skipIf(process.platform === 'win32')(
  'ReadSlots with a folder that does not answer',
  { timeout: 60_000 },
  () => {
    let folder = ''
    let pipes: readonly string[] = []
    let slots: ReadSlots<Task, string>
    beforeEach(async () => {
      slots = new ReadSlots(
        sourceScript,
        { most: 3, mostPerFolder: 2, seconds: 3 },
        runs('./obedientWorker.ts'),
      )
      folder = await mkdtemp(path.join(os.tmpdir(), 'needledrop-slots-'))
      pipes = [path.join(folder, 'a'), path.join(folder, 'b')]
      execFileSync('mkfifo', pipes)
    })
    afterEach(async () => {
      await release()
      await vi.waitFor(() => expect(slots.busy).toBe(0), 30_000)
      await slots.end()
      await rm(folder, { recursive: true })
    }, 60_000)

    /** Whoever waits for the pipes to be opened goes on. */
    const release = async () => {
      for (const pipe of pipes) {
        const handle = await open(pipe, constants.O_WRONLY | constants.O_NONBLOCK).catch(() => null)
        await handle?.close()
      }
    }
    const ask = async (kind: Task['kind'], file: string) => {
      const answer = await slots.run(file, { kind, file })
      return answer.ok ? answer.value : answer.problem.message
    }

    test('its files are given up in words, and others are read meanwhile', async () => {
      const stalled = pipes.map((file) => ask('wait', file))
      const third = ask('answer', path.join(folder, 'c'))
      expect(await ask('answer', '/elsewhere/film.mp4')).toBe('/elsewhere/film.mp4')
      expect(slots.busy).toBe(2)
      expect(await Promise.all([...stalled, third])).toEqual([
        'a does not answer.',
        'b does not answer.',
        'c does not answer.',
      ])
      expect(await ask('answer', '/elsewhere/film.mp4')).toBe('/elsewhere/film.mp4')
    })

    test('it is read again once it answers', async () => {
      await Promise.all(pipes.map((file) => ask('wait', file)))
      const other = path.join(folder, 'd')
      expect(await ask('answer', other)).toBe('d does not answer.')
      await release()
      await vi.waitFor(() => expect(slots.busy).toBe(0), 30_000)
      expect(await ask('answer', other)).toBe(other)
    })
  },
)
