import { existsSync } from 'node:fs'
import path from 'node:path'
import type { OpenedProduction } from '../shared/ipc/contract.ts'
import type { Result } from '../shared/result.ts'
import { type Presence, withFilmsNearby } from './media/filmsNearby.ts'
import { readProduction } from './production/readProduction.ts'
import { rehearseOpening } from './production/rehearseOpening.ts'
import type { Productions } from './productions.ts'

const demoFile = 'lantern-street.needledrop'

/** Whether the demo is bundled. */
export function hasDemo(folder: string): boolean {
  return existsSync(path.join(folder, demoFile))
}

/** Reads the demo while nobody waits, so that the first production which the user opens is read at full speed. */
export async function rehearseWithDemo(folder: string, isThere: Presence): Promise<void> {
  const file = path.join(folder, demoFile)
  await Promise.all([isThere(file), rehearseOpening(file)])
}

/** Opens a copy of the demo as a new production, so that the bundled file is never written to. */
export async function openDemo(
  folder: string,
  productions: Productions,
  presence: Presence,
): Promise<Result<OpenedProduction>> {
  const file = path.join(folder, demoFile)
  const read = await readProduction(file)
  if (!read.ok) return read
  return productions.create(await withFilmsNearby(read.value.document, file, presence))
}
