import { describe, expect, test } from 'vitest'
import { fuzzyMatch } from './fuzzyMatch.ts'

function ranked(query: string, texts: readonly string[]): readonly string[] {
  return texts
    .flatMap((text) => {
      const match = fuzzyMatch(query, text)
      return match ? [{ text, score: match.score }] : []
    })
    .toSorted((a, b) => b.score - a.score)
    .map(({ text }) => text)
}

describe('fuzzyMatch', () => {
  test('finds letters in order, with gaps, and tells where they stand', () => {
    expect(fuzzyMatch('zin', 'Zoom in')?.positions).toEqual([0, 5, 6])
    expect(fuzzyMatch('niz', 'Zoom in')).toBeNull()
  })

  test('an empty query fits everything and marks nothing', () => {
    expect(fuzzyMatch('  ', 'Zoom in')).toEqual({ score: 0, positions: [] })
  })

  test('a text that begins with the query comes first, then starts of words, then scattered letters', () => {
    expect(ranked('sa', ['Show all cues', 'Nudge, the same', 'Save as…', 'Transport again'])).toEqual([
      'Save as…',
      'Show all cues',
      'Nudge, the same',
      'Transport again',
    ])
  })

  test('initials of words find a command', () => {
    expect(ranked('mi', ['Move the out of the cue to the playhead', 'Mark in: music starts here'])[0]).toBe(
      'Mark in: music starts here',
    )
  })

  test('an unbroken run beats the same letters apart, wherever it stands', () => {
    expect(fuzzyMatch('cue', 'c u, the next cue')?.positions).toEqual([14, 15, 16])
  })

  test('case, accents and spaces in the query do not count', () => {
    expect(fuzzyMatch('CAFE noir', 'Café Noir')?.positions).toEqual([0, 1, 2, 3, 5, 6, 7, 8])
  })

  test('of two equal fits the shorter text comes first', () => {
    expect(ranked('save', ['Save as…', 'Save'])).toEqual(['Save', 'Save as…'])
  })
})
