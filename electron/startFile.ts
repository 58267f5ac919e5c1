import { statSync } from 'node:fs'
import path from 'node:path'

/**
 * The first file named on a command line that was given in `folder`; switches, the executable and folders (the app's own
 * among them) do not count.
 */
export function fileToOpen(argv: readonly string[], folder: string): string | null {
  const words = argv.slice(1).filter((argument) => !argument.startsWith('-'))
  return words.map((word) => path.resolve(folder, word)).find(isFile) ?? null
}

function isFile(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() ?? false
}
