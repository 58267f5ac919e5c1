import type { Problem } from '../../shared/result.ts'
import type { SoundPlace } from './soundMessages.ts'

/** Columns of a tile of the spectrogram, each `2 ** depth` milliseconds of the file's own time wide. */
export const tileColumns = 128
/** Rows of a tile, the highest frequency first, evenly spread over the logarithm of the frequency. */
export const tileRows = 128
/** Hertz at the lower edge of the lowest row and the upper edge of the highest. */
export const lowestHertz = 40
export const highestHertz = 16_000
/** Decibels below full scale that a byte of 0 and one of 255 stand for. */
export const quietestDecibels = -96
export const loudestDecibels = 0

/** The finest and the coarsest tiles there are. */
export const finestDepth = 1
export const coarsestDepth = 5

/** A tile of a sound: of columns 2 ** `depth` ms wide the ones from `index` · `tileColumns` on. */
export type TileName = { readonly depth: number; readonly index: number }

/** What the worker is asked; a new list of wanted tiles takes the place of the one before. */
export type SpectrumOrder =
  | { readonly kind: 'open'; readonly id: number; readonly place: SoundPlace }
  | { readonly kind: 'want'; readonly id: number; readonly tiles: readonly TileName[] }
  | { readonly kind: 'close'; readonly id: number }

/** What the worker answers. A tile has its rows one after the other, loudness in a byte. */
export type SpectrumMessage =
  | {
      readonly kind: 'tile'
      readonly id: number
      readonly tile: TileName
      readonly levels: Uint8Array<ArrayBuffer>
    }
  | { readonly kind: 'refused'; readonly id: number; readonly problem: Problem }

/** The row, as a real number counted from the top, at which a frequency lies; 0 is the upper edge of the highest. */
export function rowOfHertz(hertz: number): number {
  return tileRows * (1 - Math.log(hertz / lowestHertz) / Math.log(highestHertz / lowestHertz))
}

/** The frequency at a row. */
export function hertzOfRow(row: number): number {
  return lowestHertz * (highestHertz / lowestHertz) ** (1 - row / tileRows)
}
