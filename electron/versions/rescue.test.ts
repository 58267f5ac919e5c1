import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { productionFileText } from '../../shared/files/productionFile.ts'
import { scratchFolder } from '../production/fixtures/scratchFolder.ts'
import { scriptedDocument, scriptedEdits } from '../production/fixtures/scriptedEdits.ts'
import { type KeptFile, Productions } from '../productions.ts'
import { fileState } from './fileState.ts'
import { rescue } from './rescue.ts'

const seed = 7

function textAt(lastSequence: number): string {
  return productionFileText(scriptedDocument(seed, lastSequence), { id: 'scripted', lastSequence })
}

async function desk() {
  const folder = await scratchFolder()
  const work = path.join(folder, 'work')
  await mkdir(work)
  const file = path.join(work, 'tide.needledrop')
  const kept: KeptFile[] = []
  const productions = new Productions(path.join(folder, 'journals'), { keep: (one) => kept.push(one) })
  onTestFinished(() => productions.closeAll())
  await writeFile(file, textAt(4))
  return { work, file, productions, kept }
}

test('a damaged file is replaced by the version, kept aside, and what was not saved comes back from the journal', async () => {
  const { work, file, productions } = await desk()
  await productions.open(file)
  for (const { entry } of scriptedEdits(seed)) {
    if (entry.sequence > 4) await productions.append('scripted', entry)
    if (entry.sequence === 6) break
  }
  await productions.closeAll()
  for (const remains of ['torn', 'torn again']) {
    await writeFile(file, remains)
    const opened = await rescue(file, textAt(4), productions)
    expect(opened).toMatchObject({ ok: true, value: { path: file, lastSequence: 6 } })
    expect(opened.ok && opened.value.document).toEqual(scriptedDocument(seed, 6))
    expect(await readFile(file, 'utf8')).toBe(textAt(4))
  }
  expect((await readdir(work)).toSorted()).toEqual([
    '.tide.needledrop.lock',
    'tide (damaged 2).needledrop',
    'tide (damaged).needledrop',
    'tide.needledrop',
  ])
  expect(await readFile(path.join(work, 'tide (damaged).needledrop'), 'utf8')).toBe('torn')
})

test('a file that is gone comes back where it was', async () => {
  const { file, productions, work } = await desk()
  await rm(file)
  expect(await rescue(file, textAt(3), productions)).toMatchObject({
    ok: true,
    value: { path: file, warnings: [] },
  })
  expect((await readdir(work)).toSorted()).toEqual(['.tide.needledrop.lock', 'tide.needledrop'])
})

test('where its folder is gone too, the version opens without a file', async () => {
  const { file, work, productions } = await desk()
  await rm(work, { recursive: true })
  const opened = await rescue(file, textAt(3), productions)
  expect(opened).toMatchObject({
    ok: true,
    value: { path: null, warnings: [{ found: 'a folder that does not exist' }] },
  })
  expect(opened.ok && opened.value.document).toEqual(scriptedDocument(seed, 3))
})

test('a damaged file that somebody else has open is left to them', async () => {
  const { file, productions } = await desk()
  const others = new Productions(path.join(await scratchFolder(), 'journals'))
  onTestFinished(() => others.closeAll())
  await others.open(file)
  await writeFile(file, 'torn')
  const opened = await rescue(file, textAt(4), productions)
  expect(opened).toMatchObject({ ok: true, value: { path: null } })
  expect(opened.ok && opened.value.warnings[0]?.message).toContain('is open on')
  expect(await readFile(file, 'utf8')).toBe('torn')
})

test('a file that is whole is never replaced', async () => {
  const { file, productions } = await desk()
  expect(await rescue(file, textAt(1), productions)).toMatchObject({ ok: false })
  expect(await readFile(file, 'utf8')).toBe(textAt(4))
})

test('a file of a later Needledrop is left as it is, and so is what cannot be read', async () => {
  const { file, work, productions } = await desk()
  const newer = textAt(4).replace(/"needledrop": \d+/, '"needledrop": 99')
  await writeFile(file, newer)
  expect(await fileState(file)).toBe('newer')
  expect(await rescue(file, textAt(4), productions)).toMatchObject({ ok: true, value: { path: null } })
  expect(await readFile(file, 'utf8')).toBe(newer)
  expect(await fileState(work)).toBe('unreadable')
  expect(await rescue(work, textAt(4), productions)).toMatchObject({ ok: true, value: { path: null } })
  expect(await readdir(work)).toEqual(['tide.needledrop'])
})

test('it is known how it stands with a file', async () => {
  const { file, work } = await desk()
  expect(await fileState(file)).toBe('whole')
  for (const damage of ['', 'torn', Buffer.from([0xff, 0xfe, 0xfd]), textAt(4).slice(0, -9)]) {
    await writeFile(file, damage)
    expect(await fileState(file)).toBe('damaged')
  }
  expect(await fileState(path.join(work, 'none'))).toBe('gone')
  expect(await fileState(path.join(file, 'none'))).toBe('gone')
})

test('every save and every opening is told to whoever keeps versions', async () => {
  const { file, productions, kept } = await desk()
  await productions.open(file)
  await productions.save('scripted', scriptedDocument(seed, 5), 5, file)
  expect(kept).toMatchObject([
    { id: 'scripted', path: file, text: null },
    { id: 'scripted', path: file, text: await readFile(file, 'utf8') },
  ])
})
