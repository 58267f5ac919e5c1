import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { makeTemplate } from '../../shared/catalogue/makeTemplate.ts'
import { countingIds, sampleDocument } from '../../shared/edits/fixtures/sampleDocument.ts'
import { packDocument } from '../../shared/ipc/packedDocument.ts'
import type { Result } from '../../shared/result.ts'
import { scratchFolder } from '../production/fixtures/scratchFolder.ts'
import { CatalogueDesk } from './catalogueDesk.ts'

const packed = packDocument(sampleDocument)
const now = () => new Date('2026-03-04T05:06:07Z')

async function given(folder?: string) {
  const root = folder ?? (await scratchFolder())
  const folders = { catalogue: path.join(root, 'catalogue'), templates: path.join(root, 'templates') }
  return { root, file: path.join(folders.catalogue, 'catalogue.json'), desk: new CatalogueDesk(folders, now) }
}

function value<Answer>(result: Result<Answer>): Answer {
  if (!result.ok) throw new Error(result.problem.message)
  return result.value
}

const learn = (desk: CatalogueDesk) => desk.learn({ document: packed, isAsked: false })
const titles = async (desk: CatalogueDesk) =>
  value(await desk.search({ place: 'title', text: 'under' })).map(({ name }) => name)

describe('the catalogue on the disk', () => {
  test('is what the next start finds, and has no file before there is anything in it', async () => {
    const { root, file, desk } = await given()
    expect(value(await desk.state()).counts.works).toBe(0)
    await expect(readFile(file)).rejects.toThrow('ENOENT')
    expect(value(await learn(desk)).counts).toEqual({ works: 1, recordings: 1, parties: 2, contacts: 0 })
    expect(await titles((await given(root)).desk)).toEqual(['Undertow'])
  })

  test('learns nothing by itself once that is turned off, and still what it is asked to', async () => {
    const { root, desk } = await given()
    await desk.set({ learns: false })
    const { desk: later } = await given(root)
    expect(value(await learn(later)).counts.works).toBe(0)
    expect(value(await later.learn({ document: packed, isAsked: true })).counts.works).toBe(1)
    expect(value(await later.clear())).toMatchObject({ counts: { works: 0, parties: 0 }, learns: false })
  })

  test('that is damaged is set aside, and the state before it is gone on with', async () => {
    const { root, file, desk } = await given()
    await learn(desk)
    const { desk: second } = await given(root)
    await second.set({ learns: true })
    const sound = await readFile(file, 'utf8')
    await writeFile(file, sound.replace('Undertow', 'Overtake'))
    const { desk: third } = await given(root)
    const state = value(await third.state())
    expect(state.problem).toMatchObject({
      message: expect.stringContaining('earlier state'),
      remedy: expect.stringContaining('catalogue.damaged-2026-03-04T05-06-07-000Z.json'),
    })
    expect(await titles(third)).toEqual(['Undertow'])
    const names = await readdir(path.dirname(file))
    expect(names).toContain('catalogue.damaged-2026-03-04T05-06-07-000Z.json')
    expect(value(await third.set({ learns: true })).problem).toBeNull()
  })

  test('of a later Needledrop is neither used nor touched', async () => {
    const { root, file, desk } = await given()
    await learn(desk)
    const later = (await readFile(file, 'utf8')).replace('"needledropCatalogue":1', '"needledropCatalogue":9')
    await writeFile(file, later)
    const { desk: second } = await given(root)
    expect(value(await second.state()).problem?.message).toContain('later Needledrop')
    expect((await learn(second)).ok).toBe(false)
    expect(await readFile(file, 'utf8')).toBe(later)
  })

  test('goes into a file and comes from one, merged with what is there', async () => {
    const { root, desk } = await given()
    await learn(desk)
    const file = path.join(root, 'mine.ndcatalogue')
    value(await desk.write(file))
    const { desk: other } = await given()
    value(await other.take(file))
    expect(value(await other.take(file)).counts).toEqual({ works: 1, recordings: 1, parties: 2, contacts: 0 })
    await writeFile(file, 'something else')
    expect(await other.take(file)).toMatchObject({ ok: false })
    expect(await titles(other)).toEqual(['Undertow'])
  })

  test('takes nothing that has not the shape it must have', async () => {
    const { desk } = await given()
    const odd = ['["works",[{"id":"w","title":5}]]', '["parties",[{"id":"p"}]]']
    expect(value(await desk.learn({ document: odd, isAsked: true })).counts.works).toBe(0)
  })
})

test('templates are kept, listed, written, read and removed; one that is damaged is not listed', async () => {
  const { root, desk } = await given()
  const wish = { name: 'Night Shift', header: ['title'], themes: true, library: true, contacts: true }
  const template = makeTemplate(sampleDocument, wish, countingIds('t'))
  expect(value(await desk.keepTemplate(template)).map(({ name }) => name)).toEqual(['Night Shift'])
  const file = path.join(root, 'a.ndtemplate')
  value(await desk.writeTemplate({ id: template.id, file }))
  const { desk: other, root: otherRoot } = await given()
  expect(value(await other.takeTemplate(file))).toHaveLength(1)
  expect(value(await other.readTemplate(template.id))).toEqual(template)
  await writeFile(path.join(otherRoot, 'templates', 'bad.template'), '{}')
  expect(value(await other.templates())).toHaveLength(1)
  expect(value(await other.removeTemplate(template.id))).toEqual([])
  expect((await other.keepTemplate({ id: 'x' })).ok).toBe(false)
})
