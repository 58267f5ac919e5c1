/** Where a command speaks. */
export type Terminal = {
  /** What was asked for: one line on standard output. */
  out(line: string): void
  /** What went wrong or should be known: one line on standard error. */
  error(line: string): void
}

/** The terminal of this process. */
export function processTerminal(): Terminal {
  // A reader that has seen enough (`| head`) is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
  return {
    out: (line) => process.stdout.write(`${printable(line)}\n`),
    error: (line) => process.stderr.write(`${printable(line)}\n`),
  }
}

/** Text from files may hold escape sequences and turns of direction that would act on the terminal; they are made visible. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Bidi_Control}]/gu, (character) =>
    character === '\n' ? character : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
