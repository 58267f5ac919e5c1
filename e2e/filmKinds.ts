import { readFileSync } from 'node:fs'
import path from 'node:path'
import { filmPath, type Strip } from './films.ts'

/** What becomes of one half of a film; see scripts/demo/kinds/filmKind.ts. */
export type Fate = 'none' | 'plays' | 'rewrapped' | 'decoded' | 'proxy' | 'said'

export type Half = 'picture' | 'sound'

/** What kinds.json says of a file. */
export type FilmKind = {
  readonly file: string
  readonly what: string
  readonly container: string
  readonly picture: {
    readonly codec: string
    readonly rate: { readonly num: number; readonly den: number }
    readonly frames: number
    readonly start: string | null
    readonly startFrame: number
    readonly isDropFrame: boolean
    readonly isVariableRate: boolean
  } | null
  readonly sounds: readonly { readonly codec: string; readonly tones: readonly number[] }[]
  readonly without: Readonly<Record<Half, Fate>>
  readonly with: Readonly<Record<Half, Fate>>
  readonly says?: Readonly<Partial<Record<Half, readonly string[]>>>
}

type List = { readonly strip: Strip; readonly kinds: readonly FilmKind[] }

const list = JSON.parse(readFileSync(filmPath(path.join('kinds', 'kinds.json')), 'utf8')) as List

/** Every kind of file that is committed. */
export const filmKinds = list.kinds

/** Where all of them bear their frame numbers. */
export const kindStrip = list.strip

/** Path of one of them. */
export function kindPath({ file }: Pick<FilmKind, 'file'>): string {
  return filmPath(path.join('kinds', file))
}
