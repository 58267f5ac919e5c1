import { describe, expect, test } from 'vitest'
import { hopStop } from './hops.ts'

const stops = [100, 200, 210, 300]
const still = { at: 205, playedFrom: null, speed: 0, second: 24 }

describe('the stop that a hop goes to', () => {
  test('at rest is the nearest on that side, and none beyond the last', () => {
    expect(hopStop(stops, -1, still)).toBe(200)
    expect(hopStop(stops, 1, still)).toBe(210)
    expect(hopStop(stops, 1, { ...still, at: 210 })).toBe(300)
    expect(hopStop(stops, 1, { ...still, at: 300 })).toBeUndefined()
  })

  test('while playing forwards, back goes one further when it was just gone to', () => {
    const playing = { at: 205, playedFrom: 200, speed: 1, second: 24 }
    expect(hopStop(stops, -1, playing)).toBe(100)
    expect(hopStop(stops, 1, playing)).toBe(210)
  })

  test('while playing backwards, on goes one further when it was just gone to', () => {
    const playing = { at: 195, playedFrom: 200, speed: -1, second: 24 }
    expect(hopStop(stops, 1, playing)).toBe(210)
    expect(hopStop(stops, -1, playing)).toBe(100)
  })

  test('a stop that was left more than a second ago counts again, at any speed', () => {
    expect(hopStop(stops, -1, { at: 225, playedFrom: 200, speed: 1, second: 24 })).toBe(210)
    expect(hopStop(stops, -1, { at: 248, playedFrom: 200, speed: 2, second: 24 })).toBe(100)
    expect(hopStop(stops, -1, { at: 249, playedFrom: 200, speed: 2, second: 24 })).toBe(210)
  })

  test('in the direction of playing, nothing that was passed is gone back to', () => {
    expect(hopStop(stops, 1, { at: 215, playedFrom: 200, speed: 1, second: 24 })).toBe(300)
  })
})
