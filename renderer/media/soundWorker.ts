import { openSound } from './soundBlocks.ts'
import { SoundChunks } from './soundChunks.ts'
import type { SoundMessage, SoundOrder, SoundPlace } from './soundMessages.ts'
import { unreadableFilm } from './soundProblems.ts'

/** The half of a worker's scope that speaks to the page. */
type WorkerScope = {
  onmessage: ((event: MessageEvent<SoundOrder>) => void) | null
  readonly postMessage: (message: SoundMessage, transfer: readonly Transferable[]) => void
}
const worker = globalThis as unknown as WorkerScope
const streams = new Map<number, SoundChunks>()

worker.onmessage = ({ data }) => {
  if (data.kind === 'close') {
    void streams.get(data.id)?.want([])
    streams.delete(data.id)
    return
  }
  const work = data.kind === 'open' ? open(data.id, data.place) : streams.get(data.id)?.want(data.chunks)
  work?.catch((error: unknown) => {
    worker.postMessage({ kind: 'refused', id: data.id, problem: unreadableFilm(error) }, [])
  })
}

async function open(id: number, place: SoundPlace): Promise<void> {
  const opened = await openSound(place)
  if (!opened.ok) {
    worker.postMessage({ kind: 'refused', id, problem: opened.problem }, [])
    return
  }
  const { sampleRate, channelCount } = opened.value
  const chunks = new SoundChunks(opened.value, (chunk, channels) => {
    const buffers = channels.map(({ buffer }) => buffer)
    worker.postMessage({ kind: 'chunk', id, chunk, channels }, buffers)
  })
  streams.set(id, chunks)
  worker.postMessage({ kind: 'opened', id, sampleRate, channelCount }, [])
}
