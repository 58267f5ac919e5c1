/** Decoded sound: interleaved 16-bit samples, little-endian, from the second that was asked for. */
export type DecodedSound = {
  readonly sampleRate: number
  readonly channels: number
  readonly body: ReadableStream<Uint8Array<ArrayBuffer>>
}

/** What can be made of a film's sound outside the page; null where it cannot. Leaving a stream ends the work for it. */
export type SoundDecoding = {
  /** Pairs of bytes, the loudest excursion up and down of each thousandth of a second from second 0 on. */
  readonly columns: (file: string, stream: number) => Promise<ReadableStream<Uint8Array<ArrayBuffer>> | null>
  readonly decoded: (file: string, stream: number, from: number) => Promise<DecodedSound | null>
}
