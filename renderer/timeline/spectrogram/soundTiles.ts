import type { Problem } from '../../../shared/result.ts'
import type { SoundPlace } from '../../media/soundMessages.ts'
import { type TileName, tileColumns, tileRows } from '../../media/spectrumMessages.ts'
import { openSpectrum, type SpectrumSource } from '../../media/spectrumSource.ts'
import { levelColours } from './spectrogramColours.ts'

/** A tile that is there, and its picture in the colours of a theme. */
type KnownTile = TileName & {
  readonly levels: Uint8Array<ArrayBuffer>
  picture: OffscreenCanvas | null
  theme: Theme
}
type Theme = 'dark' | 'light'

/** Tiles kept of one sound: some 20 MB with their pictures. */
const tilesKept = 240

/** The spectrogram of one sound as far as it was asked for. */
export class SoundTiles {
  /** Why there is none. */
  problem: Problem | null = null
  readonly #source: SpectrumSource
  /** By name, the one used longest ago first. */
  readonly #tiles = new Map<string, KnownTile>()
  #asked: readonly TileName[] = []

  /** `changed` is told when there is more to draw. */
  constructor(place: SoundPlace, changed: () => void) {
    this.#source = openSpectrum(place, {
      made: (tile, levels) => {
        this.#keep({ ...tile, levels, picture: null, theme: 'dark' })
        changed()
      },
      refused: (problem) => {
        this.problem = problem
        changed()
      },
    })
  }

  /** Sees to it that tiles are there soon; of those before, what is not wanted any more is not made. */
  want(tiles: readonly TileName[]): void {
    const missing = tiles.filter((tile) => !this.#tiles.has(nameOf(tile)))
    for (const tile of tiles) this.#touch(nameOf(tile))
    const isSame =
      missing.length === this.#asked.length &&
      missing.every((tile, index) => nameOf(tile) === nameOf(this.#asked[index] ?? tile))
    if (!isSame) this.#source.want(missing)
    this.#asked = missing
  }

  /** Whether all of these are there. */
  has(tiles: readonly TileName[]): boolean {
    return tiles.every((tile) => this.#tiles.has(nameOf(tile)))
  }

  /** The tiles that are there of other depths, the finest last. */
  others(depth: number): readonly TileName[] {
    return [...this.#tiles.values()].filter((tile) => tile.depth !== depth).sort((a, b) => b.depth - a.depth)
  }

  /** The picture of a tile that is there. */
  picture(tile: TileName, theme: Theme): OffscreenCanvas | null {
    const known = this.#tiles.get(nameOf(tile))
    if (!known) return null
    if (!known.picture || known.theme !== theme) {
      known.picture = pictureOf(known.levels, theme)
      known.theme = theme
    }
    return known.picture
  }

  close(): void {
    this.#source.close()
    this.#tiles.clear()
  }

  #keep(tile: KnownTile): void {
    this.#tiles.set(nameOf(tile), tile)
    for (const name of this.#tiles.keys()) {
      if (this.#tiles.size <= tilesKept) return
      this.#tiles.delete(name)
    }
  }

  #touch(name: string): void {
    const tile = this.#tiles.get(name)
    if (!tile) return
    this.#tiles.delete(name)
    this.#tiles.set(name, tile)
  }
}

function nameOf({ depth, index }: TileName): string {
  return `${depth}/${index}`
}

const colours: Record<Theme, Uint32Array | null> = { dark: null, light: null }

function pictureOf(levels: Uint8Array, theme: Theme): OffscreenCanvas {
  const table = colours[theme] ?? pixelsOf(levelColours(theme))
  colours[theme] = table
  const image = new ImageData(tileColumns, tileRows)
  const pixels = new Uint32Array(image.data.buffer)
  for (let at = 0; at < pixels.length; at += 1) pixels[at] = table[levels[at] as number] as number
  const canvas = new OffscreenCanvas(tileColumns, tileRows)
  canvas.getContext('2d')?.putImageData(image, 0, 0)
  return canvas
}

/** Opaque pixels of each colour, as an image holds them. */
function pixelsOf(levels: Uint8ClampedArray): Uint32Array {
  const bytes = new Uint8ClampedArray(256 * 4).fill(255)
  for (let level = 0; level < 256; level += 1) bytes.set(levels.subarray(3 * level, 3 * level + 3), 4 * level)
  return new Uint32Array(bytes.buffer)
}
