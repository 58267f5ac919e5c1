import { DocumentUnpacker, type PackedDocument, packedTexts } from '../../shared/ipc/packedDocument.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import { withBreaths } from './withBreaths.ts'

/** Puts a packed document together, and lets the window do other things in between. */
export async function unpackGently(packed: PackedDocument): Promise<ProductionDocument> {
  const unpacker = new DocumentUnpacker()
  for await (const text of withBreaths(packed)) unpacker.take(text)
  return unpacker.document
}

/** Packs a document, and lets the window do other things in between. */
export async function packGently(document: ProductionDocument): Promise<PackedDocument> {
  const texts: string[] = []
  for await (const text of withBreaths(packedTexts(document))) texts.push(text)
  return texts
}
