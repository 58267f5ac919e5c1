import { mkdtemp, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { blankDocument } from '../shared/model/newProduction.ts'
import { Productions } from './productions.ts'

let folder = ''

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'needledrop-save-'))
})

afterEach(() => rm(folder, { recursive: true, force: true }))

it('takes none of its own saves for another program’s, however quickly they follow each other', async () => {
  const productions = new Productions(path.join(folder, 'journals'))
  const document = blankDocument({ num: 24, den: 1, dropFrame: false })
  const created = await productions.create(document)
  if (!created.ok) throw new Error(created.problem.message)
  const { id } = created.value
  const file = path.join(folder, 'work.needledrop')
  const titled = (title: string) => ({ ...document, production: { ...document.production, title } })
  const save = (title: string) => productions.save(id, titled(title), 0, file)
  await save('One')
  const saves = await Promise.all(['Two', 'Three', 'Four'].map(save))
  expect(saves).toEqual(
    saves.map(() => expect.objectContaining({ ok: true, value: expect.objectContaining({ path: file }) })),
  )
  expect(await readFile(file, 'utf8')).toContain('"title": "Four"')
  await productions.closeAll()
})
