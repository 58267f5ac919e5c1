import { spawnSync } from 'node:child_process'
import { readdir, readFile, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { lockText } from '../../shared/files/lockText.ts'
import { mayMount, mountDisk, setReadOnly } from './fixtures/mountedDisk.ts'
import { scratchFolder } from './fixtures/scratchFolder.ts'
import { lockHolder, lockPath, releaseLock, takeLock } from './lockFile.ts'
import { type LockIdentity, ownIdentity } from './lockIdentity.ts'

const now = new Date('2026-04-14T14:05:00Z')

/** Number of a process that has ended. */
function endedProcess(): number {
  return spawnSync('true').pid
}

async function desk() {
  const folder = await scratchFolder()
  const file = path.join(folder, 'tide.needledrop')
  await writeFile(file, '')
  return { folder, file, self: await ownIdentity(), other: await ownIdentity() }
}

function leave(file: string, lock: LockIdentity): Promise<void> {
  return writeFile(lockPath(file), lockText({ ...lock, since: now.toISOString() }))
}

describe('the lock of a production', () => {
  test('is one small hidden file beside it, and is gone when it is given back', async () => {
    const { folder, file, self } = await desk()
    expect(await takeLock(file, self, now)).toEqual({ kind: 'mine' })
    expect(await readdir(folder)).toEqual(['.tide.needledrop.lock', 'tide.needledrop'])
    await releaseLock(file, self)
    expect(await readdir(folder)).toEqual(['tide.needledrop'])
  })

  test('is never seen without its words, by whoever looks while it is taken', async () => {
    const { file, self } = await desk()
    let hasEnded = false
    const seen = new Set<string>()
    const watch = async () => {
      while (!hasEnded) seen.add(await readFile(lockPath(file), 'utf8').catch(() => 'none'))
    }
    const watching = watch()
    for (let time = 0; time < 200; time++) {
      await takeLock(file, self, now)
      await releaseLock(file, self)
    }
    hasEnded = true
    await watching
    expect(seen).toEqual(new Set(['none', lockText({ ...self, since: now.toISOString() })]))
  })

  test('clears away what was on its way to be one when a machine stopped', async () => {
    const { folder, file, self } = await desk()
    await writeFile(`${lockPath(file)}-0123abcd`, 'half a lo')
    await utimes(`${lockPath(file)}-0123abcd`, now, now)
    await writeFile(`${lockPath(file)}-4567cdef`, 'of another that takes it just now')
    expect(await takeLock(file, self, new Date())).toEqual({ kind: 'mine' })
    expect(await readdir(folder)).toEqual([
      '.tide.needledrop.lock',
      '.tide.needledrop.lock-4567cdef',
      'tide.needledrop',
    ])
  })

  test('tells whoever comes second who has it, where and since when', async () => {
    const { file, self, other } = await desk()
    await takeLock(file, self, now)
    expect(await takeLock(file, other, new Date())).toMatchObject({
      kind: 'theirs',
      holder: { user: self.user, machine: self.machine, since: now.toISOString(), isHere: true },
    })
    await releaseLock(file, other)
    expect(await lockHolder(file, other)).toMatchObject({ session: self.session })
    expect(await lockHolder(file, self)).toBeNull()
  })

  test('of a process of this machine that has ended is taken over', async () => {
    const { file, self, other } = await desk()
    await leave(file, { ...other, process: endedProcess() })
    expect(await lockHolder(file, self)).toBeNull()
    expect(await takeLock(file, self, now)).toEqual({ kind: 'mine' })
  })

  test('of an ended process is known from another that got its number', async () => {
    const { file, self, other } = await desk()
    if (other.began === null) return
    await leave(file, { ...other, began: 'an earlier start 42' })
    expect(await takeLock(file, self, now)).toEqual({ kind: 'mine' })
  })

  test('of another machine is taken over only when the user was asked about just that one', async () => {
    const { file, self, other } = await desk()
    await leave(file, { ...other, machine: 'STUDIO-2', machineKey: 'another', process: endedProcess() })
    const answer = await takeLock(file, self, now)
    expect(answer).toMatchObject({ kind: 'theirs', holder: { machine: 'STUDIO-2', isHere: false } })
    expect(await takeLock(file, self, now, 'a session before')).toMatchObject({ kind: 'theirs' })
    expect(await takeLock(file, self, now, other.session)).toEqual({ kind: 'mine' })
  })

  test('goes to exactly one of many who take a left one over at once', async () => {
    const { folder, file, other } = await desk()
    await leave(file, { ...other, process: endedProcess() })
    const many = await Promise.all(Array.from({ length: 12 }, ownIdentity))
    const answers = await Promise.all(many.map((self) => takeLock(file, self, now)))
    expect(answers.filter(({ kind }) => kind === 'mine').length).toBe(1)
    expect(await readdir(folder)).toEqual(['.tide.needledrop.lock', 'tide.needledrop'])
  })

  test('without words, left by a machine that stopped while it wrote it, is taken over', async () => {
    const { file, self } = await desk()
    await writeFile(lockPath(file), '')
    await utimes(lockPath(file), now, now)
    expect(await takeLock(file, self, new Date())).toEqual({ kind: 'mine' })
  })

  test('with words that this version cannot read stays until the user was asked', async () => {
    const { file, self } = await desk()
    await writeFile(lockPath(file), '{"needledropLock":2}')
    await utimes(lockPath(file), now, now)
    const answer = await takeLock(file, self, new Date())
    expect(answer).toMatchObject({ kind: 'theirs', holder: { user: 'somebody' } })
    const session = answer.kind === 'theirs' ? answer.holder.session : ''
    expect(await takeLock(file, self, new Date(), session)).toEqual({ kind: 'mine' })
  })

  test.skipIf(!mayMount)(
    'is not asked of a disk that is read-only or full, and nothing is left there',
    async () => {
      const { folder, self } = await desk()
      const disk = path.join(folder, 'disk')
      await mountDisk(disk, 16)
      const file = path.join(disk, 'tide.needledrop')
      await writeFile(file, '')
      setReadOnly(disk, true)
      expect(await takeLock(file, self, now)).toEqual({ kind: 'unlocked' })
      setReadOnly(disk, false)
      await writeFile(path.join(disk, 'filler'), Buffer.alloc(100_000)).catch(() => {})
      expect(await takeLock(file, self, now)).toEqual({ kind: 'unlocked' })
      expect(await readdir(disk)).toEqual(['filler', 'tide.needledrop'])
    },
  )
})
