import { columnsPerSecond } from '../../../shared/peaks/peakColumns.ts'
import { columnAtFrame } from '../../../shared/peaks/peaks.ts'
import type { SoundPlace } from '../../media/soundMessages.ts'
import type { OpenWork, Session } from '../../store/session.ts'
import { Store } from '../../store/store.ts'
import { Scope } from '../../ui/scope.ts'
import { laneScene } from '../soundLanes/lanePainter.ts'
import { type LanePiece, lanePieces } from '../soundLanes/lanePieces.ts'
import type { SoundLane } from '../soundLanes/soundLane.ts'
import type { TimelineSceneMaker } from '../timelineScene.ts'
import { SoundTiles } from './soundTiles.ts'
import { paintSpectrogram } from './spectrogramPainter.ts'
import { visibleTiles } from './visibleTiles.ts'

/** The longest window, in seconds, of which the spectrogram is made. */
export const longestWindow = 60
/** Milliseconds of rest after which a moved window is computed, and after which it is even without rest. */
const rest = 120
const patience = 400
/** Sounds of which tiles are kept. */
const soundsKept = 4

/** `far` shows too much at once, `making` waits for tiles, `whole` has them all. */
export type SpectrogramState = 'far' | 'making' | 'whole' | 'refused'

/** Keeps the spectrogram of a lane on a canvas, computed once the window rests. */
export class SpectrogramShow {
  readonly state = new Store<SpectrogramState>('making')
  readonly #session: Session
  readonly #work: OpenWork
  readonly #canvas: HTMLCanvasElement
  readonly #scope = new Scope()
  /** By address, the one used longest ago first. */
  readonly #sounds = new Map<string, SoundTiles>()
  #lane: SoundLane | null = null
  #timer: ReturnType<typeof setTimeout> | undefined
  #movedSince = 0
  #request = 0

  constructor(session: Session, work: OpenWork, maker: TimelineSceneMaker, canvas: HTMLCanvasElement) {
    this.#session = session
    this.#work = work
    this.#canvas = canvas
    const moved = () => this.#moved()
    this.#scope.own(maker.scene.subscribe(moved))
    this.#scope.own(session.settings.subscribe(() => this.#paintSoon()))
    this.#scope.observeSize(canvas, moved)
  }

  /** Shows a lane's sound. */
  show(lane: SoundLane | null): void {
    this.#lane = lane
    this.#moved()
  }

  end(): void {
    clearTimeout(this.#timer)
    cancelAnimationFrame(this.#request)
    this.#scope.end()
    for (const tiles of this.#sounds.values()) tiles.close()
    this.#sounds.clear()
  }

  #moved(): void {
    this.#paint()
    const now = performance.now()
    if (this.#movedSince === 0) this.#movedSince = now
    clearTimeout(this.#timer)
    this.#timer = setTimeout(
      () => this.#ask(),
      Math.max(0, Math.min(rest, this.#movedSince + patience - now)),
    )
  }

  #ask(): void {
    this.#movedSince = 0
    const asked = new Set<SoundTiles>()
    for (const { part, window } of this.#isFar() ? [] : this.#pieces()) {
      const { place, columns } = part
      if (!place || columns === null) continue
      const tiles = this.#open(place)
      asked.add(tiles)
      tiles.want(visibleTiles(window, columns))
    }
    for (const tiles of this.#sounds.values()) if (!asked.has(tiles)) tiles.want([])
    this.#paint()
  }

  #paintSoon(): void {
    this.#request ||= requestAnimationFrame(() => {
      this.#request = 0
      this.#paint()
    })
  }

  #paint(): void {
    if (this.#scope.hasEnded) return
    const pieces = this.#isFar() ? [] : this.#pieces()
    const { theme } = this.#session.settings.value
    const tilesOf = (place: SoundPlace) => this.#sounds.get(addressOf(place))
    paintSpectrogram(this.#canvas, pieces, tilesOf, laneScene(this.#session, this.#work), theme)
    this.state.set(this.#stateOf(pieces))
  }

  #stateOf(pieces: readonly LanePiece[]): SpectrogramState {
    if (this.#isFar()) return 'far'
    const states = pieces.map(({ part: { place, columns }, window }): SpectrogramState => {
      const tiles = place && this.#sounds.get(addressOf(place))
      if (!tiles || columns === null) return 'making'
      if (tiles.problem) return 'refused'
      return tiles.has(visibleTiles(window, columns)) ? 'whole' : 'making'
    })
    return (['refused', 'making'] as const).find((state) => states.includes(state)) ?? 'whole'
  }

  #isFar(): boolean {
    const { width, pixelsPerFrame } = this.#session.timeline.view.value
    const { rate } = this.#work.documents.state.value.preview.production
    return columnAtFrame(width / pixelsPerFrame, rate, 0) > longestWindow * columnsPerSecond
  }

  #pieces(): readonly LanePiece[] {
    return this.#lane ? lanePieces(this.#lane, laneScene(this.#session, this.#work)) : []
  }

  #open(place: SoundPlace): SoundTiles {
    const address = addressOf(place)
    const tiles = this.#sounds.get(address) ?? new SoundTiles(place, () => this.#paintSoon())
    this.#sounds.delete(address)
    this.#sounds.set(address, tiles)
    const [oldest] = this.#sounds
    if (this.#sounds.size > soundsKept && oldest) {
      oldest[1].close()
      this.#sounds.delete(oldest[0])
    }
    return tiles
  }
}

function addressOf({ url, stream }: SoundPlace): string {
  return `${stream} ${url}`
}
