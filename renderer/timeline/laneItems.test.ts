import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Note } from '../../shared/model/cue.ts'
import type { NoteId, ReelId } from '../../shared/model/ids.ts'
import { frames } from '../../shared/time/frames.ts'
import { type NoteItem, noteFlags } from './laneItems.ts'
import type { Viewport } from './viewport.ts'

const view: Viewport = {
  extent: { start: frames(0), end: frames(10_000) },
  width: 1000,
  first: 0,
  pixelsPerFrame: 1,
}

function notesAt(...places: readonly number[]): readonly NoteItem[] {
  return places
    .toSorted((a, b) => a - b)
    .map((at, index) => {
      const note: Note = {
        id: `n${index}` as NoteId,
        reel: 'R1' as ReelId,
        frame: frames(at),
        text: `note ${index}`,
      }
      return { note, at: frames(at), position: index + 1 }
    })
}

describe('flags', () => {
  test('have the room up to the next one for their text', () => {
    const flags = noteFlags(notesAt(100, 150, 900), view, undefined)
    expect(flags.map(({ x, room }) => [x, room])).toEqual([
      [100, 46],
      [150, 220],
      [900, 220],
    ])
  })

  test('stand for those too near to them, and all come out when one zooms in', () => {
    const crowd = notesAt(100, 104, 108, 300)
    expect(noteFlags(crowd, view, undefined).map(({ note, others }) => [note.id, others])).toEqual([
      ['n0', 2],
      ['n3', 0],
    ])
    const close = noteFlags(crowd, { ...view, pixelsPerFrame: 5, first: 90 }, undefined)
    expect(close.map(({ others }) => others)).toEqual([0, 0, 0])
  })

  test('of a crowd show the one that has the keyboard', () => {
    const flags = noteFlags(notesAt(100, 104, 108, 300), view, 'n1')
    expect(flags.map(({ note, others }) => [note.id, others])).toEqual([
      ['n1', 2],
      ['n3', 0],
    ])
  })

  test('are few whatever there is, always with the kept one, and account for every note in sight', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9999), { minLength: 1, maxLength: 400 }), fc.nat(399), (places, kept) => {
        const items = notesAt(...places)
        const keptId = items[kept % items.length]?.note.id
        const wide = { ...view, pixelsPerFrame: 0.1 }
        const flags = noteFlags(items, wide, keptId)
        expect(flags.length).toBeLessThanOrEqual(1000 / 16 + 12)
        expect(flags.filter(({ note }) => note.id === keptId)).toHaveLength(1)
        expect(flags.reduce((sum, { others }) => sum + 1 + others, 0)).toBe(items.length)
      }),
    )
  })
})
