import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Fates, FilmKind } from '../scripts/demo/kinds/filmKind.ts'
import { filmPath, type Strip } from './films.ts'

export type { Fate, FilmKind } from '../scripts/demo/kinds/filmKind.ts'

export type Half = keyof Fates

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
