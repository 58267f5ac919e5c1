/** What the cache needs to know of an ImageBitmap. */
export type Kept = { readonly width: number; readonly height: number; close(): void }

/** Pictures by key, of which the longest unused ones are closed when all together take too many bytes. */
export class PictureCache<Picture extends Kept> {
  readonly #most: number
  readonly #pictures = new Map<string, Picture>()
  #bytes = 0

  constructor(mostBytes: number) {
    this.#most = mostBytes
  }

  get bytes(): number {
    return this.#bytes
  }

  /** The picture of a key, which counts as used by that. */
  get(key: string): Picture | null {
    const picture = this.#pictures.get(key)
    if (!picture) return null
    this.#pictures.delete(key)
    this.#pictures.set(key, picture)
    return picture
  }

  /** Keeps a picture in place of the one that the key had; the newest is kept however large it is. */
  add(key: string, picture: Picture): void {
    this.#remove(key)
    this.#pictures.set(key, picture)
    this.#bytes += bytesOf(picture)
    for (const oldest of this.#pictures.keys()) {
      if (this.#bytes <= this.#most || this.#pictures.size === 1) return
      this.#remove(oldest)
    }
  }

  clear(): void {
    for (const key of [...this.#pictures.keys()]) this.#remove(key)
  }

  #remove(key: string): void {
    const picture = this.#pictures.get(key)
    if (!picture) return
    this.#pictures.delete(key)
    this.#bytes -= bytesOf(picture)
    picture.close()
  }
}

function bytesOf({ width, height }: Kept): number {
  return width * height * 4
}
