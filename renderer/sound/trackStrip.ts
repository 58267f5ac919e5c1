import type { Sides } from './downmix.ts'

/** Seconds in which a level or a mute takes hold, so that it does not click. */
const easing = 0.006

/** The signal path of one track: channels mixed down to two, level, meter. */
export class TrackStrip {
  /** Where the track's sound goes in. */
  readonly input: GainNode
  readonly output: GainNode
  readonly meter: StereoMeter
  readonly #sides: readonly (readonly [GainNode, GainNode])[]
  readonly #context: BaseAudioContext

  constructor(context: BaseAudioContext, channelCount: number) {
    this.#context = context
    this.input = new GainNode(context, {
      channelCount,
      channelCountMode: 'explicit',
      channelInterpretation: 'discrete',
    })
    this.output = new GainNode(context, { gain: 0 })
    const splitter = new ChannelSplitterNode(context, { numberOfOutputs: channelCount })
    const merger = new ChannelMergerNode(context, { numberOfInputs: 2 })
    this.input.connect(splitter)
    this.#sides = Array.from({ length: channelCount }, (_, channel) => {
      const sides = [new GainNode(context, { gain: 0 }), new GainNode(context, { gain: 0 })] as const
      sides.forEach((side, index) => {
        splitter.connect(side, channel).connect(merger, 0, index)
      })
      return sides
    })
    merger.connect(this.output)
    this.meter = new StereoMeter(context, this.output)
  }

  /** Sets what of each channel is heard, and how loud the track is. */
  set(sides: readonly Sides[], gain: number): void {
    this.#sides.forEach(([left, right], channel) => {
      this.#ease(left.gain, sides[channel]?.[0] ?? 0)
      this.#ease(right.gain, sides[channel]?.[1] ?? 0)
    })
    this.#ease(this.output.gain, gain)
  }

  disconnect(): void {
    this.input.disconnect()
    this.output.disconnect()
  }

  #ease(param: AudioParam, value: number): void {
    param.setTargetAtTime(value, this.#context.currentTime, easing)
  }
}

/** Measures both sides of a stereo signal. */
export class StereoMeter {
  readonly #analysers: readonly [AnalyserNode, AnalyserNode]
  readonly #samples: Float32Array<ArrayBuffer>

  constructor(context: BaseAudioContext, from: AudioNode) {
    const splitter = new ChannelSplitterNode(context, { numberOfOutputs: 2 })
    const stereo = new GainNode(context, { channelCount: 2, channelCountMode: 'explicit' })
    const options = { fftSize: 2048 }
    this.#analysers = [new AnalyserNode(context, options), new AnalyserNode(context, options)]
    this.#samples = new Float32Array(options.fftSize)
    from.connect(stereo).connect(splitter)
    splitter.connect(this.#analysers[0], 0)
    splitter.connect(this.#analysers[1], 1)
  }

  /** The highest sample of each side in the last 40 milliseconds, 1 for full scale. */
  peaks(): readonly [left: number, right: number] {
    return [this.#peak(this.#analysers[0]), this.#peak(this.#analysers[1])]
  }

  #peak(analyser: AnalyserNode): number {
    analyser.getFloatTimeDomainData(this.#samples)
    let peak = 0
    for (const sample of this.#samples) peak = Math.max(peak, Math.abs(sample))
    return peak
  }
}
