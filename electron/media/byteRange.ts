/** A stretch of a file to send: byte offsets, both included, as HTTP counts them. */
export type ByteRange = { readonly first: number; readonly last: number }

/**
 * The one range that a Range header asks for (RFC 9110, section 14.2): null when there is no usable header, so the whole
 * file is sent; 'impossible' when it begins after the end, which is answered with 416.
 */
export function requestedRange(header: string | null, size: number): ByteRange | null | 'impossible' {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '')
  if (!match) return null
  const [, from = '', to = ''] = match
  if (from === '' && to === '') return null
  if (from === '') {
    const length = Math.min(Number(to), size)
    return length === 0 ? 'impossible' : { first: size - length, last: size - 1 }
  }
  const first = Number(from)
  const last = to === '' ? size - 1 : Math.min(Number(to), size - 1)
  if (!Number.isSafeInteger(first) || first >= size) return 'impossible'
  return last < first ? null : { first, last }
}
