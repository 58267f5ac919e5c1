import type { Page } from '@playwright/test'

/*
 * Hears what the window would give to the loudspeakers: all that reaches the end of an audio graph, and the media element
 * where it speaks for itself.
 */

type Listener = { readonly heard: Map<number, number> }

/** Begins to listen from the page's next load on. */
export async function listenForTones(page: Page): Promise<void> {
  await page.addInitScript(listen)
}

/** Forgets what was heard so far. */
export function hushTones(page: Page): Promise<void> {
  return page.evaluate(() => (window as unknown as { listener: Listener }).listener.heard.clear())
}

/** Whether a tone of this pitch, in hertz, was heard since. */
export function isToneHeard(page: Page, hertz: number): Promise<boolean> {
  return page.evaluate((wanted) => {
    const { heard } = (window as unknown as { listener: Listener }).listener
    return [...heard].some(([pitch, times]) => times >= 2 && Math.abs(pitch - wanted) < 25)
  }, hertz)
}

/** The pitches that were heard, in hertz, each with how often. */
export function tonesHeard(page: Page): Promise<readonly (readonly [number, number])[]> {
  return page.evaluate(() => [...(window as unknown as { listener: Listener }).listener.heard])
}

/** Runs in the page, so everything it needs is inside. */
function listen(): void {
  const heard = new Map<number, number>()
  Object.assign(window, { listener: { heard } })
  const taps: AnalyserNode[] = []
  const routed = new WeakSet<HTMLMediaElement>()

  const addTap = (context: BaseAudioContext) => {
    const tap = context.createAnalyser()
    tap.fftSize = 4096
    tap.smoothingTimeConstant = 0
    taps.push(tap)
    return tap
  }
  const ends = new WeakMap<BaseAudioContext, AnalyserNode>()
  const connect = AudioNode.prototype.connect
  AudioNode.prototype.connect = function (this: AudioNode, ...to: unknown[]) {
    const [target] = to
    if (target instanceof AudioDestinationNode) {
      const tap = ends.get(this.context) ?? addTap(this.context)
      ends.set(this.context, tap)
      ;(connect as (this: AudioNode, to: AudioNode) => AudioNode).call(this, tap)
    }
    return connect.apply(this, to as never)
  } as typeof connect

  const route = AudioContext.prototype.createMediaElementSource
  AudioContext.prototype.createMediaElementSource = function (element) {
    routed.add(element)
    return route.call(this, element)
  }

  let own: { readonly element: HTMLMediaElement; readonly tap: AnalyserNode } | null = null
  let context: AudioContext | null = null
  document.addEventListener(
    'playing',
    ({ target }) => {
      if (!(target instanceof HTMLMediaElement) || routed.has(target)) return
      const { captureStream } = target as unknown as { captureStream?: () => MediaStream }
      const stream = captureStream?.call(target)
      if (!stream || stream.getAudioTracks().length === 0) return
      context ??= new AudioContext()
      void context.resume()
      const tap = addTap(context)
      context.createMediaStreamSource(stream).connect(tap)
      own = { element: target, tap }
    },
    { capture: true },
  )

  setInterval(() => {
    for (const tap of taps) {
      const isMute = own?.tap === tap && (own.element.muted || own.element.volume === 0)
      if (isMute) continue
      const levels = new Float32Array(tap.frequencyBinCount)
      tap.getFloatFrequencyData(levels)
      for (const [bin, level] of levels.entries()) {
        if (level < -45 || level < (levels[bin - 1] ?? level) || level < (levels[bin + 1] ?? level)) continue
        const pitch = Math.round((bin * tap.context.sampleRate) / tap.fftSize)
        heard.set(pitch, (heard.get(pitch) ?? 0) + 1)
      }
    }
  }, 20)
}
