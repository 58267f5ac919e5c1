import path from 'node:path'
import { expect, test } from 'vitest'
import { differenceWords } from '../../shared/edits/difference.ts'
import { productionFileText } from '../../shared/files/productionFile.ts'
import { packedRecords, unpackDocument } from '../../shared/ipc/packedDocument.ts'
import { scratchFolder } from '../production/fixtures/scratchFolder.ts'
import { scriptedDocument } from '../production/fixtures/scriptedEdits.ts'
import { type StoredVersion, VersionFolder } from '../production/versionFolder.ts'
import { type LookedInto, VersionDesk } from './versionTasks.ts'

test('neighbours are compared in words, and what is damaged is refused', async () => {
  const folder = path.join(await scratchFolder(), 'versions')
  const desk = new VersionDesk(new VersionFolder(folder))
  const document = scriptedDocument(3, 1)
  const [cue] = Object.values(document.cues)
  if (!cue) throw new Error('the document has a cue')
  const titles = { ...document, cues: { ...document.cues, [cue.id]: { ...cue, title: 'Another title' } } }
  for (const [index, saved] of [document, titles].entries()) {
    const text = productionFileText(saved, { id: 'x', lastSequence: index })
    await desk.run('keep', { id: 'x', path: '/a/b', text, fileStamp: '', at: 1e12 + index, offset: 0 })
  }
  const list = await desk.run('ofProduction', 'x')
  const [after, before] = list.ok ? (list.value as readonly StoredVersion[]) : []
  const pair = { before: before?.key ?? '', after: after?.key ?? '' }
  for (const _ of ['read', 'remembered']) {
    const compared = await desk.run('compare', pair)
    expect(compared.ok && differenceWords(compared.value as never)).toBe('1 cue changed')
  }
  const looked = await desk.run('look', pair.after)
  const { reels, others } = (looked.ok ? looked.value : {}) as LookedInto
  expect(unpackDocument([...others, packedRecords('reels', Object.values(reels))])).toEqual(titles)
  expect(await desk.run('compare', { ...pair, before: 'x/0000000000000000/none' })).toMatchObject({
    ok: false,
  })
})
