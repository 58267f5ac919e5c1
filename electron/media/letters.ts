/** Four letters that name a chunk or a box, at a byte offset; empty where the bytes end before. */
export function letters(bytes: DataView, at: number): string {
  if (at + 4 > bytes.byteLength) return ''
  return String.fromCharCode(
    bytes.getUint8(at),
    bytes.getUint8(at + 1),
    bytes.getUint8(at + 2),
    bytes.getUint8(at + 3),
  )
}
