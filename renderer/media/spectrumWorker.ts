import { openSound } from './soundBlocks.ts'
import type { SoundPlace } from './soundMessages.ts'
import { unreadableFilm } from './soundProblems.ts'
import type { SpectrumMessage, SpectrumOrder, TileName } from './spectrumMessages.ts'
import { SpectrumTiles } from './spectrumTiles.ts'

/** The half of a worker's scope that speaks to the page. */
type WorkerScope = {
  onmessage: ((event: MessageEvent<SpectrumOrder>) => void) | null
  readonly postMessage: (message: SpectrumMessage, transfer: readonly Transferable[]) => void
}
/** A sound, and what is wanted of it while it is being opened. */
type Opened = { tiles: SpectrumTiles | null; wanted: readonly TileName[] }

const worker = globalThis as unknown as WorkerScope
const sounds = new Map<number, Opened>()

worker.onmessage = ({ data }) => {
  handle(data).catch((error: unknown) => {
    worker.postMessage({ kind: 'refused', id: data.id, problem: unreadableFilm(error) }, [])
  })
}

async function handle(order: SpectrumOrder): Promise<void> {
  if (order.kind === 'open') return open(order.id, order.place)
  const sound = sounds.get(order.id)
  if (!sound) return
  sound.wanted = order.kind === 'want' ? order.tiles : []
  if (order.kind === 'close') sounds.delete(order.id)
  await sound.tiles?.want(sound.wanted)
}

async function open(id: number, place: SoundPlace): Promise<void> {
  const sound: Opened = { tiles: null, wanted: [] }
  sounds.set(id, sound)
  const opened = await openSound(place)
  if (!opened.ok) {
    worker.postMessage({ kind: 'refused', id, problem: opened.problem }, [])
    return
  }
  sound.tiles = new SpectrumTiles(
    opened.value,
    (tile, levels) => worker.postMessage({ kind: 'tile', id, tile, levels }, [levels.buffer]),
    () => new Promise((resolve) => setTimeout(resolve)),
  )
  await sound.tiles.want(sound.wanted)
}
