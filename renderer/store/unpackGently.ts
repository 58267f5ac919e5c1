import { DocumentUnpacker, type PackedDocument } from '../../shared/ipc/packedDocument.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'

/** Milliseconds that the window's thread is held at a time. */
const longestHold = 12

/** Puts a packed document together, and lets the window do other things in between. */
export async function unpackGently(packed: PackedDocument): Promise<ProductionDocument> {
  const unpacker = new DocumentUnpacker()
  let begun = performance.now()
  for (const text of packed) {
    unpacker.take(text)
    if (performance.now() - begun < longestHold) continue
    await new Promise((resolve) => setTimeout(resolve))
    begun = performance.now()
  }
  return unpacker.document
}
