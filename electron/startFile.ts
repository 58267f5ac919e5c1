import { statSync } from 'node:fs'
import path from 'node:path'

/** The first file named on the command line; switches, the executable and folders (the app's own among them) do not count. */
export function fileToOpen(argv: readonly string[]): string | null {
  const named = argv.slice(1).find((argument) => !argument.startsWith('-') && isFile(argument))
  return named ? path.resolve(named) : null
}

function isFile(argument: string): boolean {
  return statSync(argument, { throwIfNoEntry: false })?.isFile() ?? false
}
