import { randomBytes } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'

type Made = { readonly file: string; readonly handle: FileHandle; readonly most: number }

/** Copies that the page makes: each is written under a token, in pieces, into one file, up to a size. */
export class MadeFilms {
  readonly #made = new Map<string, Made>()

  /** Lets the page write a file of at most so many bytes; gives the token of its address. */
  async admit(file: string, most: number): Promise<string> {
    const handle = await open(file, 'w')
    const token = randomBytes(16).toString('hex')
    this.#made.set(token, { file, handle, most })
    return token
  }

  /** Writes a piece at a byte offset. False when the token is unknown or the file would become too large. */
  async write(token: string, at: number, body: ReadableStream<Uint8Array>): Promise<boolean> {
    const made = this.#made.get(token)
    if (!made || !Number.isSafeInteger(at) || at < 0) return false
    let position = at
    for await (const piece of body as unknown as AsyncIterable<Uint8Array>) {
      if (position + piece.length > made.most) return false
      await made.handle.write(piece, 0, piece.length, position)
      position += piece.length
    }
    return true
  }

  /** Lets nothing more be written. */
  async close(token: string): Promise<void> {
    const made = this.#made.get(token)
    this.#made.delete(token)
    await made?.handle.close()
  }
}
