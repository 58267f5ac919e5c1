import { DocumentUnpacker, type PackedDocument, packedTexts } from '../../shared/ipc/packedDocument.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'

/** Milliseconds that the window's thread is held at a time. */
const longestHold = 12

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

async function* withBreaths<Item>(items: Iterable<Item>): AsyncGenerator<Item, void> {
  let begun = performance.now()
  for (const item of items) {
    yield item
    if (performance.now() - begun < longestHold) continue
    await othersTurn()
    begun = performance.now()
  }
}

/** Resolves after other tasks of the window; a timer would wait for some milliseconds more. */
function othersTurn(): Promise<void> {
  const { port1, port2 } = new MessageChannel()
  return new Promise((resolve) => {
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })
}
