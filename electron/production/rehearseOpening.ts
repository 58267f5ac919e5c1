import { setTimeout as pause } from 'node:timers/promises'
import { parseProductionFile } from '../../shared/files/productionFile.ts'
import { packDocument } from '../../shared/ipc/packedDocument.ts'
import { readProductionFileText } from './readProduction.ts'

/** Milliseconds in which everything that reads a production has been compiled. */
const longestRehearsal = 150

/**
 * Reads a production again and again while nobody waits, so that the first one that the user opens is read at full speed: what reads it is
 * compiled only when it has been run often. Nothing is kept of it.
 */
export async function rehearseOpening(file: string): Promise<void> {
  const text = await readProductionFileText(file)
  if (!text.ok) return
  for (let spent = 0; spent < longestRehearsal; ) {
    const begun = performance.now()
    const parsed = parseProductionFile(text.value)
    if (!parsed.ok) return
    packDocument(parsed.value.document)
    spent += performance.now() - begun
    await pause(1)
  }
}
