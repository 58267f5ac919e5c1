import type { FilmFacts } from '../../shared/media/filmFacts.ts'
import { type Remedy, soundFate, steadyRate } from '../../shared/media/filmPlan.ts'
import type { Ffmpeg } from './ffmpeg.ts'
import { prepareInThread, Stopped } from './prepareThread.ts'
import {
  type ProxyOrder,
  proxyArguments,
  proxyEncoders,
  rewrapArguments,
  secondsDone,
  undecodable,
  wavArguments,
} from './proxyArguments.ts'

/** A copy to be made. */
export type MakeOrder = {
  readonly remedy: Remedy
  readonly facts: FilmFacts
  readonly source: string
  readonly target: string
}

/** Makes a copy of a film outside the page. Rejects with what went wrong, or with Stopped. */
export async function makeCopy(
  ffmpeg: Ffmpeg,
  order: MakeOrder,
  progress: (fraction: number) => void,
  signal: AbortSignal,
): Promise<void> {
  const { remedy, facts, source, target } = order
  const rate = steadyRate(facts)
  const run = (args: readonly string[]) => runToEnd(ffmpeg, args, facts.durationSeconds, progress, signal)
  if (remedy === 'proxy' && rate) return makeProxy(ffmpeg, { facts, source, target, rate }, run)
  if (remedy === 'wav' && facts.container !== 'AIFF') return run(wavArguments(facts, source, target))
  if (remedy === 'wav') {
    await prepareInThread({ kind: 'wav', source, target }, signal, progress)
    return
  }
  if (!rate) throw new Error('it has no picture')
  if (await isBetterByFfmpeg(ffmpeg, facts)) return run(rewrapArguments(facts, source, target, rate))
  await prepareInThread({ kind: 'rewrap', source, target, rate }, signal, progress)
}

/** Whether a stream of sound would be left out by the app's own rewrapping, and ffmpeg can turn it into another codec. */
async function isBetterByFfmpeg(ffmpeg: Ffmpeg, facts: FilmFacts): Promise<boolean> {
  const isLost = facts.sounds.some(
    (sound) => soundFate(sound, facts, { hevc: false, ffmpeg: false }) === 'missing',
  )
  return isLost && facts.container !== 'Matroska' && (await ffmpeg.find()).path !== null
}

async function makeProxy(
  ffmpeg: Ffmpeg,
  order: Omit<ProxyOrder, 'encoder' | 'silent'>,
  run: (args: readonly string[]) => Promise<void>,
): Promise<void> {
  const encoder = await bestEncoder(ffmpeg)
  try {
    await run(proxyArguments({ ...order, encoder, silent: new Set() }))
  } catch (error) {
    const silent = error instanceof Error ? undecodable(error.message, order.facts) : []
    if (silent.length === 0) throw error
    await run(proxyArguments({ ...order, encoder, silent: new Set(silent) }))
  }
}

async function bestEncoder(ffmpeg: Ffmpeg): Promise<(typeof proxyEncoders)[number]> {
  for (const encoder of proxyEncoders) if (await ffmpeg.hasEncoder(encoder.name)) return encoder
  throw new Error(`this ffmpeg encodes no H.264 (${proxyEncoders.map(({ name }) => name).join(', ')})`)
}

/** Runs ffmpeg to its end; `seconds` is the film's length, against which its progress is counted. */
async function runToEnd(
  ffmpeg: Ffmpeg,
  args: readonly string[],
  seconds: number,
  progress: (fraction: number) => void,
  signal: AbortSignal,
): Promise<void> {
  const run = await ffmpeg.start(args)
  if (!run) throw new Error('no ffmpeg on this machine')
  const stop = () => run.kill()
  signal.addEventListener('abort', stop, { once: true })
  if (signal.aborted) stop()
  let report = ''
  run.child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    report = (report + text).slice(-2000)
    const done = secondsDone(report)
    if (done !== null && seconds > 0) progress(Math.min(1, done / seconds))
  })
  const complaint = await run.ended
  signal.removeEventListener('abort', stop)
  if (signal.aborted) throw new Stopped()
  if (complaint !== null) throw new Error(complaint)
}
