import { mkdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { sampleDocument } from '../../shared/edits/fixtures/sampleDocument.ts'
import { productionFileText } from '../../shared/files/productionFile.ts'
import { FileGuard } from './fileGuard.ts'
import { stampOfText } from './fileStamp.ts'
import { mayMount, mountDisk, setReadOnly, unmount } from './fixtures/mountedDisk.ts'
import { scratchFolder } from './fixtures/scratchFolder.ts'
import { takeLock } from './lockFile.ts'
import { ownIdentity } from './lockIdentity.ts'

const textOf = (title: string) =>
  productionFileText(
    { ...sampleDocument, production: { ...sampleDocument.production, title } },
    { id: 'tide', lastSequence: 3 },
  )
const mine = textOf('Mine')

async function watched(folder?: string) {
  const scratch = await scratchFolder()
  const home = folder ?? path.join(scratch, 'home')
  await mkdir(home, { recursive: true })
  const file = path.join(home, 'tide.needledrop')
  await writeFile(file, mine)
  const self = await ownIdentity()
  const hold = await takeLock(file, self, new Date())
  const told: string[] = []
  const guard = new FileGuard({ id: 'tide', path: file, stamp: stampOfText(mine), hold }, self, (state) =>
    told.push(state.file.kind),
  )
  onTestFinished(() => guard.end())
  await guard.begin()
  await guard.look()
  return { scratch, home, file, guard, told }
}

describe('the file of an open production', () => {
  test('that another program changed is noticed, also with the same length and an older time', async () => {
    const { file, guard } = await watched()
    const before = await stat(file)
    await writeFile(file, textOf('Mind'))
    await utimes(file, before.atime, new Date(0))
    await guard.look()
    expect(guard.state.file).toEqual({ kind: 'changed', stamp: stampOfText(textOf('Mind')) })
  })

  test('that was only touched, or written again as it was, is not called changed', async () => {
    const { file, guard, told } = await watched()
    await utimes(file, new Date(), new Date())
    await guard.look()
    await writeFile(`${file}.part`, mine)
    await rename(`${file}.part`, file)
    await guard.look()
    expect(told).not.toContain('changed')
  })

  test('that is no production any more counts as changed', async () => {
    const { file, guard } = await watched()
    await writeFile(file, new Uint8Array([0xff, 0xfe, 0x00]))
    await guard.look()
    expect(guard.state.file.kind).toBe('changed')
  })

  test('is found under another name in its folder, and told to be gone otherwise', async () => {
    const { file, home, guard } = await watched()
    await rename(file, path.join(home, 'ebb.needledrop'))
    await guard.look()
    expect(guard.state.file).toEqual({ kind: 'gone', movedTo: 'ebb.needledrop' })
    await rm(path.join(home, 'ebb.needledrop'))
    await guard.look()
    expect(guard.state.file).toEqual({ kind: 'gone', movedTo: null })
  })

  test('is out of reach while its folder is away, and all is well when it is back', async () => {
    const { home, scratch, guard } = await watched()
    await rename(home, path.join(scratch, 'pulled'))
    await guard.look()
    expect(guard.state.file).toEqual({ kind: 'unreachable', found: 'ENOENT' })
    await rename(path.join(scratch, 'pulled'), home)
    await guard.look()
    expect(guard.state.file).toEqual({ kind: 'same' })
  })

  test.skipIf(!mayMount)('on a disk that becomes read-only is said to be, as long as it is', async () => {
    const disk = path.join(await scratchFolder(), 'disk')
    await mountDisk(disk)
    const { guard } = await watched(disk)
    expect(guard.state.isReadOnly).toBe(false)
    setReadOnly(disk, true)
    await guard.look()
    expect(guard.state.isReadOnly).toBe(true)
    setReadOnly(disk, false)
    await guard.look()
    expect(guard.state.isReadOnly).toBe(false)
  })

  test.skipIf(!mayMount)(
    'on a disk that is pulled is out of reach, though the folder of the mount stays',
    async () => {
      const disk = path.join(await scratchFolder(), 'disk')
      await mountDisk(disk)
      const { guard } = await watched(disk)
      unmount(disk)
      expect((await guard.read()).kind).toBe('unreachable')
      expect(guard.state.file).toEqual({ kind: 'unreachable', found: 'ENODEV' })
    },
  )

  test('has copies of sync clients beside it, and no copies that people made', async () => {
    const { home, guard } = await watched()
    const beside = (name: string, text: string) => writeFile(path.join(home, name), text)
    await beside('tide (old one).needledrop', textOf('Old'))
    await beside('tidewater.sync-conflict-20261123-140501.needledrop', textOf('Other'))
    await beside('tide.sync-conflict-20261123-140501-ABCDEFG.needledrop', textOf('Theirs'))
    await beside("tide (Anna's conflicted copy 2026-11-23).needledrop", mine)
    await beside('tide-STUDIO-2.needledrop', textOf('Elsewhere'))
    await guard.look()
    expect(guard.state.copies.map(({ name }) => name)).toEqual([
      'tide-STUDIO-2.needledrop',
      'tide.sync-conflict-20261123-140501-ABCDEFG.needledrop',
    ])
  })

  test('tells that somebody took the lock over, and takes it back once they have gone', async () => {
    const { file, guard } = await watched()
    const other = await ownIdentity()
    await rm(path.join(path.dirname(file), '.tide.needledrop.lock'))
    await takeLock(file, other, new Date())
    await guard.look()
    expect(guard.state.hold).toMatchObject({ kind: 'lost', holder: { session: other.session } })
    await rm(path.join(path.dirname(file), '.tide.needledrop.lock'))
    await guard.look()
    expect(guard.state.hold).toEqual({ kind: 'mine' })
  })
})
