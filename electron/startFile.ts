import { existsSync, statSync } from 'node:fs'
import path from 'node:path'

/** The file named on the command line, if it is there; the app's own folder and switches do not count. */
export function fileToOpen(argv: readonly string[], isPackaged: boolean): string | null {
  const own = isPackaged ? 1 : 2
  const named = argv.slice(own).find((argument) => !argument.startsWith('-') && existsSync(argument))
  return named && statSync(named).isFile() ? path.resolve(named) : null
}
