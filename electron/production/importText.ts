/** Sections of Pro Tools' session text, which older versions write in the Mac's own encoding. */
const proTools = /^SESSION NAME:\t/

/**
 * The text of a file that another program wrote: by its byte-order mark; as UTF-16 where every other byte is zero; as UTF-8 where
 * it is that throughout; else as the Mac's old encoding for Pro Tools and for lines that end with CR alone, and as that of Windows.
 */
export function importText(bytes: Uint8Array): string {
  const marked = encodingOfMark(bytes) ?? encodingOfZeros(bytes)
  if (marked !== null) return new TextDecoder(marked).decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    const western = new TextDecoder('windows-1252').decode(bytes)
    const isMac = proTools.test(western) || (western.includes('\r') && !western.includes('\n'))
    return isMac ? new TextDecoder('macintosh').decode(bytes) : western
  }
}

function encodingOfMark([first, second, third]: Uint8Array): string | null {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return first === 0xef && second === 0xbb && third === 0xbf ? 'utf-8' : null
}

/** UTF-16 without a mark: most characters of Western text have a zero byte, which no other encoding has. */
function encodingOfZeros(bytes: Uint8Array): string | null {
  const looked = Math.min(bytes.length, 400) & ~1
  let even = 0
  let odd = 0
  for (let at = 0; at < looked; at += 2) {
    if (bytes[at] === 0) even += 1
    if (bytes[at + 1] === 0) odd += 1
  }
  if (looked >= 8 && odd > looked / 4 && even === 0) return 'utf-16le'
  return looked >= 8 && even > looked / 4 && odd === 0 ? 'utf-16be' : null
}
