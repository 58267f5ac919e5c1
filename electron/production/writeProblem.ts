import path from 'node:path'
import type { Problem } from '../../shared/result.ts'

type Words = readonly [found: string, remedy: string]

const another = 'Save it under another name or in another folder.'
const denied: Words = ['a place that this user may not write to', another]

const causes: Readonly<Record<string, Words>> = {
  ENOSPC: ['a full disk', 'Free some space, or save it on another disk.'],
  EDQUOT: ['a used-up disk quota', 'Free some space, or save it on another disk.'],
  EFBIG: ['a disk that does not take a file of this size', 'Save it on another disk.'],
  EACCES: denied,
  EPERM: denied,
  EROFS: ['a disk that can only be read', 'Save it on another disk.'],
  ENOENT: ['a folder that does not exist', 'Connect the disk it is on, or save it in another folder.'],
  ENOTDIR: ['a file where a folder should be', another],
  EISDIR: ['a folder of that name', another],
  EEXIST: ['a file of that name', another],
  EINVAL: ['a device or a name that no file can have', another],
  ENAMETOOLONG: ['a name that is too long', 'Give it a shorter name.'],
  ELOOP: ['links that lead in a circle', another],
  EBUSY: ['a file that another program holds', 'Close it there and try again.'],
  ETXTBSY: ['a file that another program holds', 'Close it there and try again.'],
  EMFILE: ['too many open files', 'Close other programs and try again.'],
  ENFILE: ['too many open files', 'Close other programs and try again.'],
  EIO: ['a disk that reports an error while writing', 'Save it on another disk, then check this one.'],
  EXDEV: ['a folder that does not let files be replaced', another],
  ENOTSUP: ['a folder that does not let files be replaced', another],
  ENODEV: ['a disk that is no longer connected', 'Connect it again, or save it on another disk.'],
  ENXIO: ['a disk that is no longer connected', 'Connect it again, or save it on another disk.'],
  ENOTCONN: ['a network folder that has gone away', 'Connect it again, or save it in another folder.'],
  EHOSTDOWN: ['a network folder that has gone away', 'Connect it again, or save it in another folder.'],
  ETIMEDOUT: ['a network folder that does not answer', 'Connect it again, or save it in another folder.'],
  ESTALE: ['a network folder that has gone away', 'Connect it again, or save it in another folder.'],
}

/** A failure to write a file, in words for the user. */
export function writeProblem(error: unknown, file: string): Problem {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const [found, remedy] = causes[code] ?? [
    error instanceof Error ? error.message : String(error),
    'Try again, or save it in another folder.',
  ]
  return {
    message: `${path.basename(file)} cannot be written.`,
    expected: `a file at ${file}`,
    found,
    remedy,
  }
}
