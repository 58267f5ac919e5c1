import { stat } from 'node:fs/promises'
import path from 'node:path'
import { sameValue } from '../shared/edits/sameValue.ts'
import { type ParsedProduction, parseProductionFile } from '../shared/files/productionFile.ts'
import type { ProductionDocument } from '../shared/model/document.ts'
import { ok, type Result, refuse } from '../shared/result.ts'
import { noSuchVersion } from './guardProblems.ts'
import type { FileGuard } from './production/fileGuard.ts'
import { type FileSight, sightOf } from './production/fileStamp.ts'

/** Another program's version of an open production, as it is on the disk now. */
export type ReadVersion = {
  readonly name: string
  readonly stamp: string
  readonly document: ProductionDocument
  readonly changedAt: string
}

/** Reads what another program wrote over the file, or the copy of this name that it put beside it. */
export async function readTheirs(guard: FileGuard, copy: string | null): Promise<Result<ReadVersion>> {
  const name = copy ?? path.basename(guard.path)
  if (copy !== null && !guard.state.copies.some((known) => known.name === copy))
    return refuse(noSuchVersion(name))
  const file = path.join(path.dirname(guard.path), name)
  const sight = copy === null ? await guard.read() : await sightOf(file)
  if (sight.kind !== 'there') return refuse(noSuchVersion(name))
  const parsed = parsedSight(sight)
  if (!parsed.ok) return parsed
  const changedAt = await stat(file).then(
    ({ mtime }) => mtime,
    () => new Date(),
  )
  const { stamp } = sight
  return ok({ name, stamp, document: parsed.value.document, changedAt: changedAt.toISOString() })
}

/** Whether a file on the disk holds just this document, whatever else its head says. */
export function holds(sight: FileSight & { readonly kind: 'there' }, document: ProductionDocument): boolean {
  const parsed = parsedSight(sight)
  return parsed.ok && sameValue(parsed.value.document, document)
}

function parsedSight({ bytes }: FileSight & { readonly kind: 'there' }): Result<ParsedProduction> {
  return parseProductionFile(new TextDecoder().decode(bytes))
}
