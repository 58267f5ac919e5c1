import { Scope } from '../ui/scope.ts'
import { StereoMeter } from './trackStrip.ts'

/** The rate of nearly all films, so that their samples reach the sound card as they are. */
const outputRate = 48_000
/** Seconds by which the reported moment of hearing may lie behind the present one and still be believed. */
const longestLatency = 0.5

type Way = { readonly context: AudioContext; readonly master: GainNode; readonly meter: StereoMeter }

/** The way to the loudspeakers, with a level and a meter for everything together; made anew when the device is lost. */
export class SoundOutput {
  readonly #rebuilt: () => void
  #way: Way | null = null
  #gain = 1
  #scope = new Scope()
  /** Where its clock stood at the last look, and when that was. */
  #look = { context: -1, at: 0 }

  /** `rebuilt` is told when everything that is connected must be connected again. */
  constructor(rebuilt: () => void) {
    this.#rebuilt = rebuilt
  }

  /** The sound card's clock and graph; null where there is no sound at all. */
  get context(): AudioContext | null {
    this.#way ??= this.#build()
    return this.#way?.context ?? null
  }

  /** Where tracks are connected. */
  get master(): AudioNode | null {
    return this.context && (this.#way?.master ?? null)
  }

  /** The highest samples of both sides; nothing before the first sound. */
  peaks(): readonly [left: number, right: number] {
    return this.#way?.meter.peaks() ?? [0, 0]
  }

  /** Sets the level of everything together. */
  set(gain: number): void {
    this.#gain = gain
    const way = this.#way
    way?.master.gain.setTargetAtTime(gain, way.context.currentTime, 0.006)
  }

  /** The moment of the sound card's clock that is heard now, which lies behind the one that is computed. */
  heardNow(context: AudioContext): number {
    const { contextTime = 0, performanceTime = 0 } = context.getOutputTimestamp()
    const heard = contextTime + (performance.now() - performanceTime) / 1000
    const isBelievable =
      contextTime > 0 && heard <= context.currentTime && heard > context.currentTime - longestLatency
    return isBelievable ? heard : context.currentTime - (context.outputLatency || context.baseLatency || 0)
  }

  /** Starts the sound card if it rests, and makes everything anew if its clock stands still though it runs. */
  keepGoing(): void {
    const { context } = this
    if (!context) return
    if (context.state !== 'running') void context.resume().catch(() => undefined)
    const now = performance.now()
    if (context.currentTime !== this.#look.context) this.#look = { context: context.currentTime, at: now }
    else if (now - this.#look.at > 1500) this.#lose()
  }

  /** Lets go of the sound card. */
  close(): void {
    this.#scope.end()
    this.#scope = new Scope()
    const way = this.#way
    this.#way = null
    void way?.context.close().catch(() => undefined)
  }

  #lose(): void {
    this.close()
    this.#look = { context: -1, at: performance.now() }
    this.#rebuilt()
  }

  #build(): Way | null {
    try {
      const context = new AudioContext({ sampleRate: outputRate, latencyHint: 'interactive' })
      const master = new GainNode(context, {
        gain: this.#gain,
        channelCount: 2,
        channelCountMode: 'explicit',
      })
      master.connect(context.destination)
      this.#scope.listen(context, 'error', () => this.#lose())
      return { context, master, meter: new StereoMeter(context, master) }
    } catch {
      return null
    }
  }
}
