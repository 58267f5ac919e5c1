import { largestProductionBytes, productionTextOf } from '../electron/production/readProduction.ts'
import { ok, type Result, refuse } from '../shared/result.ts'

/** Stands for standard input in place of a file to read, and for standard output in place of one to write. */
export const standardStream = '-'

/** All text on standard input. */
export async function readStandardInput(): Promise<Result<string>> {
  const bytes = await readStandardBytes()
  return bytes.ok ? productionTextOf('Standard input', bytes.value) : bytes
}

/** All bytes on standard input. */
export async function readStandardBytes(): Promise<Result<Uint8Array>> {
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of process.stdin as AsyncIterable<Uint8Array>) {
    size += piece.length
    if (size > largestProductionBytes) {
      const megabytes = largestProductionBytes / 1024 / 1024
      return refuse({
        message: 'Standard input is too long.',
        expected: `at most ${megabytes} MB`,
        found: `more than ${megabytes} MB`,
        remedy: 'Send a production or an exchange file.',
      })
    }
    pieces.push(piece)
  }
  return ok(Buffer.concat(pieces))
}
