/** Where a command speaks. */
export type Terminal = {
  /** What was asked for: one line on standard output. */
  out(line: string): void
  /** What was asked for as it stands: a finished file on standard output. Resolves when it is on its way. */
  raw(data: string | Uint8Array): Promise<void>
  /** What went wrong or should be known: one line on standard error. */
  error(line: string): void
  /** How far long work is, on one line that the next call replaces; only where somebody watches. An empty text clears it. */
  progress(text: string): void
  /** Whether standard output is a screen. */
  readonly isScreen: boolean
}

const clearLine = '\r\u001B[K'

/** The terminal of this process. */
export function processTerminal(): Terminal {
  // A reader that has seen enough (`| head`) is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
  const isWatched = process.stderr.isTTY === true
  let isShown = false
  const clear = () => {
    if (isShown) process.stderr.write(clearLine)
    isShown = false
  }
  return {
    isScreen: process.stdout.isTTY === true,
    out: (line) => {
      clear()
      process.stdout.write(`${printable(line)}\n`)
    },
    raw: (data) =>
      new Promise((resolve) => {
        clear()
        process.stdout.write(data, () => resolve())
      }),
    error: (line) => {
      clear()
      process.stderr.write(`${printable(line)}\n`)
    },
    progress: (text) => {
      if (!isWatched) return
      clear()
      if (text === '') return
      process.stderr.write(printable(text).slice(0, (process.stderr.columns || 80) - 1))
      isShown = true
    },
  }
}

/** Text from files may hold escape sequences and turns of direction that would act on the terminal; they are made visible. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Bidi_Control}]/gu, (character) =>
    character === '\n' || character === '\t'
      ? character
      : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
