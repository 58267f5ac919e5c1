import type { Page } from '@playwright/test'

/** Samples that a look at the sound takes in, at 48,000 a second. */
export const tapSamples = 32_768

/** What the page keeps for the tap. */
type TapWindow = typeof globalThis & {
  soundTap:
    | {
        readonly context: AudioContext
        readonly sides: readonly AnalyserNode[]
        readonly latest: AnalyserNode
      }
    | undefined
  elementSpoke: number
  engineSpoke: number
}

/**
 * Listens to everything that the page sends to the sound card from now on: whatever is connected to the destination of
 * an audio context goes past two analysers. Must be called before a film is opened.
 */
export async function tapSound(page: Page): Promise<void> {
  await page.evaluate((size) => {
    const tapped = globalThis as TapWindow
    const Original = AudioContext
    tapped.AudioContext = class extends Original {
      #gate: GainNode | undefined
      override get destination(): AudioDestinationNode {
        if (this.#gate) return this.#gate as unknown as AudioDestinationNode
        const gate = new GainNode(this, { channelCount: 2, channelCountMode: 'explicit' })
        const splitter = new ChannelSplitterNode(this, { numberOfOutputs: 2 })
        const sides = [0, 1].map(() => new AnalyserNode(this, { fftSize: size }))
        gate.connect(super.destination)
        gate.connect(splitter)
        for (const [index, side] of sides.entries()) splitter.connect(side, index)
        const latest = new AnalyserNode(this, { fftSize: 512 })
        gate.connect(latest)
        this.#gate = gate
        tapped.soundTap = { context: this, sides, latest }
        return gate as unknown as AudioDestinationNode
      }
    }
    tapped.elementSpoke = 0
    tapped.engineSpoke = 0
    const samples = new Float32Array(512)
    const watch = () => {
      requestAnimationFrame(watch)
      const video = document.querySelector('video')
      if (!video || !tapped.soundTap) return
      tapped.soundTap.latest.getFloatTimeDomainData(samples)
      const engine = samples.some((sample) => Math.abs(sample) > 0.001)
      if (engine) tapped.engineSpoke += 1
      if (engine && !video.muted && !video.paused) tapped.elementSpoke += 1
    }
    watch()
  }, tapSamples)
}

/** How often the engine was heard at all, and how often at the same time as an element that was not muted. */
export function doubling(page: Page): Promise<{ readonly engine: number; readonly both: number }> {
  return page.evaluate(() => {
    const { engineSpoke, elementSpoke } = globalThis as TapWindow
    return { engine: engineSpoke, both: elementSpoke }
  })
}

/** Loudness of tones, left and right, over the loudest `seconds` of the last look; 1 for a full-scale sine. */
export async function tones(
  page: Page,
  hertz: readonly number[],
  seconds = 0.2,
): Promise<readonly (readonly [left: number, right: number])[]> {
  return page.evaluate(
    ({ hertz, seconds }) => {
      const tap = (globalThis as TapWindow).soundTap
      if (!tap) return hertz.map(() => [0, 0] as const)
      const sides = tap.sides.map((side) => {
        const samples = new Float32Array(side.fftSize)
        side.getFloatTimeDomainData(samples)
        return samples
      })
      const length = Math.round(seconds * tap.context.sampleRate)
      const energy = (from: number) =>
        sides.reduce(
          (sum, side) => sum + side.subarray(from, from + length).reduce((a, b) => a + b * b, 0),
          0,
        )
      const starts = Array.from({ length: 12 }, (_, step) =>
        Math.round(((tap.sides[0]?.fftSize ?? 0) - length) * (step / 11)),
      )
      const loudestStart = starts.reduce((best, start) => (energy(start) > energy(best) ? start : best))
      const level = (samples: Float32Array, tone: number): number => {
        let real = 0
        let imaginary = 0
        for (const [index, sample] of samples.entries()) {
          const window = 1 - Math.cos((2 * Math.PI * index) / samples.length)
          const angle = (2 * Math.PI * tone * index) / tap.context.sampleRate
          real += sample * window * Math.cos(angle)
          imaginary += sample * window * Math.sin(angle)
        }
        return (2 * Math.hypot(real, imaginary)) / samples.length
      }
      return hertz.map((tone) => {
        const [left = new Float32Array(), right = new Float32Array()] = sides.map((side) =>
          side.subarray(loudestStart, loudestStart + length),
        )
        return [level(left, tone), level(right, tone)] as const
      })
    },
    { hertz, seconds },
  )
}

/** The loudest sample of the last `seconds`. */
export function loudest(page: Page, seconds: number): Promise<number> {
  return page.evaluate((seconds) => {
    const tap = (globalThis as TapWindow).soundTap
    if (!tap) return 0
    return Math.max(
      ...tap.sides.map((side) => {
        const samples = new Float32Array(side.fftSize)
        side.getFloatTimeDomainData(samples)
        const last = samples.subarray(side.fftSize - Math.round(seconds * tap.context.sampleRate))
        return last.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0)
      }),
    )
  }, seconds)
}

/** Waits for the next click and gives the second of the film that its clock showed when the click left the sound card. */
export async function clickOnClock(page: Page, threshold = 0.2): Promise<number> {
  const found = await page.waitForFunction((threshold) => {
    const tap = (globalThis as TapWindow).soundTap
    const video = document.querySelector('video')
    const [left] = tap?.sides ?? []
    if (!tap || !left || !video) return false
    const samples = new Float32Array(left.fftSize)
    left.getFloatTimeDomainData(samples)
    const { currentTime, sampleRate, baseLatency, outputLatency } = tap.context
    const clock = video.currentTime
    const index = samples.findIndex((sample) => Math.abs(sample) > threshold)
    if (index < 0) return false
    const stamp = tap.context.getOutputTimestamp()
    const past = (performance.now() - (stamp.performanceTime ?? 0)) / 1000
    const heard =
      (stamp.contextTime ?? 0) > 0
        ? (stamp.contextTime ?? 0) + past
        : currentTime - (outputLatency || baseLatency)
    const click = currentTime - (samples.length - index) / sampleRate
    // A sample computed at `click` is heard later by what lies between the computed moment and the heard one.
    return { at: clock - (heard - click) * video.playbackRate }
  }, threshold)
  return ((await found.jsonValue()) as { at: number }).at
}
