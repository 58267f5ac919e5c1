import path from 'node:path'
import type { LockHolder } from '../shared/ipc/guardState.ts'
import type { Problem } from '../shared/result.ts'

/** A save over a file that cannot be read, and so cannot be compared. */
export function notComparable(file: string, found: string): Problem {
  return {
    message: `${path.basename(file)} cannot be written.`,
    expected: 'the file as it was last opened or saved here',
    found: `a file or folder that does not let itself be read (${found})`,
    remedy: 'Connect the disk or folder again, or save it in another folder.',
  }
}

/** A save of a production that is only looked at. */
export function onlyLookedAt(): Problem {
  return {
    message: 'Read-only.',
    expected: 'a production that is open for editing here',
    found: 'one that somebody else has open',
    remedy: 'Save it under another name, or open it for editing once the other has closed it.',
  }
}

/** A save under the name of a production that somebody has open. */
export function openElsewhere(file: string, { user, machine }: LockHolder): Problem {
  return {
    message: `${path.basename(file)} is open on ${machine}.`,
    expected: 'a name that nobody else works under',
    found: `a production that ${user} has open`,
    remedy: 'Save it under another name.',
  }
}

/** A request about a version that is not there, or not there any more. */
export function noSuchVersion(name: string): Problem {
  return {
    message: `There is no other version of ${name} any more.`,
    expected: 'a file that another program changed, or a copy that it put beside it',
    found: 'none',
    remedy: 'Go on; nothing has to be compared.',
  }
}

/** A request about a production that is not open. */
export function notOpen(): Problem {
  return {
    message: 'Changes to this production cannot be written down.',
    expected: 'a production that is open',
    found: 'none',
    remedy: 'Save the production now, then open it again.',
  }
}

/** A save that came to its end after the production had been saved elsewhere. */
export function savedElsewhere(file: string): Problem {
  return {
    message: `${path.basename(file)} was written late.`,
    expected: 'a folder that answers',
    found: 'one that did not, until the production had been saved elsewhere',
    remedy: 'Go on with the other file; this one holds the state before.',
  }
}
