import { decodingKinds } from './decodingKinds.ts'
import type { KindRecipe } from './filmKind.ts'
import { playingKinds } from './playingKinds.ts'
import { proxyKinds } from './proxyKinds.ts'
import { rewrappingKinds } from './rewrappingKinds.ts'
import { soundKinds } from './soundKinds.ts'

/** THE LIST of kinds of film and sound files that the app is tested with. */
export const filmKinds: readonly KindRecipe[] = [
  ...playingKinds,
  ...rewrappingKinds,
  ...decodingKinds,
  ...proxyKinds,
  ...soundKinds,
]
