import path from 'node:path'

/**
 * The first file named on a command line that was given in `folder`; switches, the executable and folders (the app's own
 * among them) do not count. A name in a folder that does not answer (`null`) is taken for a file.
 */
export async function fileToOpen(
  argv: readonly string[],
  folder: string,
  isThere: (file: string) => Promise<boolean | null>,
): Promise<string | null> {
  const words = argv.slice(1).filter((argument) => !argument.startsWith('-'))
  for (const word of words) {
    const file = path.resolve(folder, word)
    if ((await isThere(file)) !== false) return file
  }
  return null
}
