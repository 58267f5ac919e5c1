import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ProductionDocument } from '../model/document.ts'
import { apply, compare, invert } from './change.ts'
import { countDifference, differenceBetween, differenceWords } from './difference.ts'
import { randomEdit } from './fixtures/randomEdit.ts'
import { countingIds, sampleDocument } from './fixtures/sampleDocument.ts'
import { restoreDocument } from './restoreDocument.ts'

function copy(document: ProductionDocument): ProductionDocument {
  return JSON.parse(JSON.stringify(document)) as ProductionDocument
}

function wordsBetween(before: ProductionDocument, after: ProductionDocument): string {
  return differenceWords(countDifference(differenceBetween(before, after)))
}

function edited(picks: readonly (readonly number[])[]): ProductionDocument {
  const makeId = countingIds('d')
  return picks.reduce((document, pick) => {
    const result = randomEdit(document, pick, makeId).run(document)
    return result.ok ? result.value : document
  }, sampleDocument)
}

const edits = fc.array(fc.array(fc.nat(), { minLength: 14, maxLength: 14 }), { maxLength: 12 })

test('documents that say the same do not differ, also when they are other objects', () => {
  expect(wordsBetween(sampleDocument, copy(sampleDocument))).toBe('')
})

test('what differs is said in words, cues first', () => {
  const [first, second] = Object.keys(sampleDocument.cues)
  const { [first as string]: _, ...cues } = sampleDocument.cues
  const changed = { ...cues[second as string], title: 'Another' }
  const after = copy({
    ...sampleDocument,
    production: { ...sampleDocument.production, title: 'Another' },
    cues: { ...cues, [second as string]: changed, new: { ...changed, id: 'new' } } as never,
    notes: {},
  })
  const notes = Object.keys(sampleDocument.notes).length
  const noteWords = notes === 0 ? '' : ` · ${notes} ${notes === 1 ? 'note' : 'notes'} removed`
  expect(wordsBetween(sampleDocument, after)).toBe(
    `1 cue added, 1 changed, 1 removed${noteWords} · production details changed`,
  )
})

test('restoring leads from any document to any earlier one, in one step that undoes to the same objects', () => {
  fc.assert(
    fc.property(edits, edits, (one, other) => {
      const now = edited(one)
      const earlier = copy(edited(other))
      const restored = restoreDocument('Restore', earlier).run(now)
      if (!restored.ok) throw new Error(restored.problem.message)
      expect(restored.value).toEqual({ ...earlier, reels: restored.value.reels })
      const change = compare(now, restored.value)
      const undone = apply(restored.value, invert(change))
      expect(undone).toEqual(now)
      expect(compare(now, undone)).toEqual([])
    }),
  )
})

test('restoring what is there already changes nothing', () => {
  const restored = restoreDocument('Restore', copy(sampleDocument)).run(sampleDocument)
  expect(restored.ok && restored.value).toBe(sampleDocument)
})

test('a film that was found again elsewhere is not lost by restoring', () => {
  const [reel] = Object.values(sampleDocument.reels)
  if (!reel) throw new Error('the sample has a reel')
  const media = {
    path: '/old/film.mov',
    identity: 'abc',
    startFrame: reel.programme.start,
    frameCount: reel.programme.end,
    hasPicture: true,
    hasSound: true,
    proxy: { path: '/old/proxy.mp4', identity: 'def' },
  }
  const withMedia = (changed: object) =>
    ({
      ...sampleDocument,
      reels: { ...sampleDocument.reels, [reel.id]: { ...reel, media: { ...media, ...changed } } },
    }) as ProductionDocument
  const moved = withMedia({ path: '/new/film.mov', proxy: { path: '/new/proxy.mp4', identity: 'def' } })
  const back = restoreDocument('Restore', withMedia({ hasSound: false })).run(moved)
  expect(back.ok && back.value.reels[reel.id]?.media).toEqual({
    ...media,
    hasSound: false,
    path: '/new/film.mov',
    proxy: { path: '/new/proxy.mp4', identity: 'def' },
  })
  const other = withMedia({ path: '/new/other.mov', identity: 'xyz', proxy: null })
  const kept = restoreDocument('Restore', withMedia({})).run(other)
  expect(kept.ok && kept.value.reels[reel.id]?.media).toEqual(media)
})
