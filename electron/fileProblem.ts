import path from 'node:path'
import type { Problem } from '../shared/result.ts'

const found: Readonly<Record<string, readonly [found: string, remedy: string]>> = {
  ENOENT: [
    'no file at this path',
    'It was moved, renamed or is on a disk that is not connected. Locate it and open it again.',
  ],
  EACCES: [
    'a file that may not be read',
    'Ask whoever owns the file for permission, or copy it to a folder of your own.',
  ],
  EPERM: [
    'a file that may not be read',
    'Ask whoever owns the file for permission, or copy it to a folder of your own.',
  ],
  EISDIR: ['a folder', 'Choose a file inside the folder.'],
  EIO: ['a disk that reports an error while reading', 'Check the disk and copy the file from its original.'],
}

/** A failure to read a file, in words for the user. */
export function fileProblem(error: unknown, file: string): Problem {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const [what, remedy] = found[code] ?? [
    error instanceof Error ? error.message : String(error),
    'Check that the file opens in another program, then try again.',
  ]
  return {
    message: `${path.basename(file)} cannot be read.`,
    expected: 'a file that can be read',
    found: what,
    remedy,
  }
}
