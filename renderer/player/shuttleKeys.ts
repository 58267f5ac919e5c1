import { creepSpeed, shuttledSpeed } from './shuttle.ts'

/** J, K and L by what they do. */
export type ShuttleKey = 'backwards' | 'stop' | 'forwards'

/** What the keys move. */
export type Shuttled = {
  readonly state: { readonly value: { readonly speed: number } }
  readonly play: (speed: number) => void
  readonly step: (by: number) => void
}

/** Milliseconds that K and J or L are down together before the film creeps; let go earlier, they move one frame. */
export const tapTime = 220

/**
 * J, K and L as keys that are held: alone they shuttle and stop. With K down, J and L move by a frame, and held they creep
 * until any of the two is let go.
 */
export class ShuttleKeys {
  readonly #shuttled: Shuttled
  #isStopDown = false
  /** The direction key that is down and was pressed last; 0 without any. */
  #direction: -1 | 0 | 1 = 0
  #isCreeping = false
  #waiting: ReturnType<typeof setTimeout> | undefined

  constructor(shuttled: Shuttled) {
    this.#shuttled = shuttled
  }

  press(key: ShuttleKey): void {
    if (key === 'stop') {
      this.#isStopDown = true
      this.#shuttled.play(0)
    } else {
      const direction = directionOf(key)
      this.#direction = direction
      if (!this.#isStopDown) this.#shuttled.play(shuttledSpeed(this.#shuttled.state.value.speed, direction))
      else this.#shuttled.step(direction)
    }
    this.#await()
  }

  release(key: ShuttleKey): void {
    if (key === 'stop') this.#isStopDown = false
    else if (this.#direction === directionOf(key)) this.#direction = 0
    else return
    clearTimeout(this.#waiting)
    if (this.#isCreeping) this.#shuttled.play(0)
    this.#isCreeping = false
  }

  #await(): void {
    clearTimeout(this.#waiting)
    this.#isCreeping = false
    if (this.#isStopDown && this.#direction !== 0) this.#waiting = setTimeout(() => this.#creep(), tapTime)
  }

  #creep(): void {
    this.#isCreeping = true
    this.#shuttled.play(this.#direction * creepSpeed)
  }
}

function directionOf(key: 'backwards' | 'forwards'): -1 | 1 {
  return key === 'backwards' ? -1 : 1
}
