import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { creepSpeed } from './shuttle.ts'
import { type ShuttleKey, ShuttleKeys, tapTime } from './shuttleKeys.ts'

/** A film that remembers what was asked of it. */
class AskedFilm {
  readonly asked: string[] = []
  readonly state = { value: { speed: 0 } }

  play(speed: number): void {
    this.asked.push(`play ${speed}`)
    this.state.value = { speed }
  }

  step(by: number): void {
    this.asked.push(`step ${by}`)
    this.state.value = { speed: 0 }
  }
}

const creepsOn = `play ${creepSpeed}`
const creepsBack = `play ${-creepSpeed}`

describe('ShuttleKeys', () => {
  let film: AskedFilm
  let keys: ShuttleKeys
  beforeEach(() => {
    vi.useFakeTimers()
    film = new AskedFilm()
    keys = new ShuttleKeys(film)
  })
  afterEach(() => void vi.useRealTimers())
  const hold = () => vi.advanceTimersByTime(tapTime)
  const tap = (key: ShuttleKey) => {
    keys.press(key)
    keys.release(key)
  }

  test('J and L alone shuttle, and go on when they are let go', () => {
    tap('forwards')
    tap('forwards')
    tap('backwards')
    hold()
    expect(film.asked).toEqual(['play 1', 'play 2', 'play -1'])
  })

  test('a tap while K is down moves one frame', () => {
    keys.press('stop')
    tap('forwards')
    tap('forwards')
    tap('backwards')
    hold()
    expect(film.asked).toEqual(['play 0', 'step 1', 'step 1', 'step -1'])
  })

  test.each([
    ['forwards', 'step 1', creepsOn],
    ['backwards', 'step -1', creepsBack],
  ] as const)('%s held while K is down creeps until it is let go', (key, step, creep) => {
    keys.press('stop')
    keys.press(key)
    hold()
    keys.release(key)
    hold()
    expect(film.asked).toEqual(['play 0', step, creep, 'play 0'])
  })

  test('letting go of K stops the creeping too, and what is still held does nothing', () => {
    keys.press('stop')
    keys.press('forwards')
    hold()
    keys.release('stop')
    hold()
    keys.release('forwards')
    expect(film.asked).toEqual(['play 0', 'step 1', creepsOn, 'play 0'])
  })

  test('K pressed to a held L creeps; rolled over from L to K it only stops', () => {
    keys.press('forwards')
    keys.press('stop')
    hold()
    keys.release('forwards')
    expect(film.asked).toEqual(['play 1', 'play 0', creepsOn, 'play 0'])
    film.asked.length = 0
    keys.release('stop')
    keys.press('forwards')
    keys.press('stop')
    keys.release('forwards')
    hold()
    expect(film.asked).toEqual(['play 1', 'play 0'])
  })

  test('the direction pressed last counts', () => {
    keys.press('stop')
    keys.press('forwards')
    keys.press('backwards')
    keys.release('forwards')
    hold()
    expect(film.asked).toEqual(['play 0', 'step 1', 'step -1', creepsBack])
  })
})
