import { CustomSource } from 'mediabunny'
import type { BlockingFile } from './blockingFile.ts'

/** Bytes of a film that may be held at once. */
const mostHeld = 32 * 2 ** 20

/** A file as Mediabunny reads it, in the thread that calls. */
export function fileSource(file: BlockingFile): CustomSource {
  return new CustomSource({
    getSize: () => file.size,
    read: (start, end) => file.read(start, end - start),
    maxCacheSize: mostHeld,
    prefetchProfile: 'fileSystem',
  })
}
