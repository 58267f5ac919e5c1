import { constants } from 'node:fs'
import { copyFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { parseProductionFile } from '../../shared/files/productionFile.ts'
import type { OpenedProduction } from '../../shared/ipc/contract.ts'
import type { LockHolder } from '../../shared/ipc/guardState.ts'
import { ok, type Problem, type Result, refuse } from '../../shared/result.ts'
import { writeAtomically } from '../production/atomicWrite.ts'
import { writeProblem } from '../production/writeProblem.ts'
import type { Productions } from '../productions.ts'
import { fileState } from './fileState.ts'

/**
 * Opens the text of a version in place of a production file that is damaged or gone. What is left of the file stays beside it
 * under another name. Where the file cannot be written, may not be read now, was written by a later Needledrop or is open elsewhere, the
 * version opens as a production without a file.
 */
export async function rescue(
  file: string,
  text: string,
  productions: Productions,
): Promise<Result<OpenedProduction>> {
  const parsed = parseProductionFile(text)
  if (!parsed.ok) return parsed
  const holder = await productions.heldElsewhere(file)
  if (holder) return productions.create(parsed.value.document, [openThere(file, holder)])
  const state = await fileState(file)
  if (state === 'whole') return refuse(isSound(file))
  if (state === 'newer' || state === 'unreadable')
    return productions.create(parsed.value.document, [notReplaced(file, state)])
  const notes: Problem[] = []
  try {
    const aside = await copyRemains(file)
    await writeAtomically(file, text)
    if (aside !== null) notes.push(keptAside(file, aside))
  } catch (error) {
    return productions.create(parsed.value.document, [notPutBack(writeProblem(error, file))])
  }
  const opened = await productions.open(file)
  return opened.ok ? ok({ ...opened.value, warnings: [...opened.value.warnings, ...notes] }) : opened
}

/** Copies what is left of a file to a free name beside it; null where nothing is left. */
async function copyRemains(file: string): Promise<string | null> {
  const isThere = await stat(file).then(
    (facts) => facts.isFile(),
    () => false,
  )
  if (!isThere) return null
  const { dir, name, ext } = path.parse(file)
  for (let count = 1; ; count += 1) {
    const aside = path.join(dir, `${name} (damaged${count === 1 ? '' : ` ${count}`})${ext}`)
    try {
      await copyFile(file, aside, constants.COPYFILE_EXCL)
      return aside
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    }
  }
}

function keptAside(file: string, aside: string): Problem {
  return {
    message: `${path.basename(file)} was damaged. The version takes its place.`,
    expected: 'a production file that can be read',
    found: 'a damaged one',
    remedy: `Go on working. The damaged file was kept as ${path.basename(aside)}; remove it when you do not need it.`,
  }
}

function notPutBack({ message, expected, found }: Problem): Problem {
  return {
    message: `${message} The version was opened without it.`,
    expected,
    found,
    remedy: 'Save it under a name of your choice; until then it is safe in the journal.',
  }
}

function openThere(file: string, { user, machine }: LockHolder): Problem {
  return {
    message: `The version was opened without its file: ${path.basename(file)} is open on ${machine}.`,
    expected: 'a file that nobody else has open',
    found: `a file that ${user} has open`,
    remedy: 'Save it under a name of your choice; until then it is safe in the journal.',
  }
}

function notReplaced(file: string, state: 'newer' | 'unreadable'): Problem {
  return {
    message: `The version was opened without its file: ${path.basename(file)} is left as it is.`,
    expected: 'a file that is damaged or gone',
    found:
      state === 'newer' ? 'one that a newer Needledrop has written' : 'one that cannot be read at the moment',
    remedy: 'Save it under a name of your choice; until then it is safe in the journal.',
  }
}

function isSound(file: string): Problem {
  return {
    message: `${path.basename(file)} can be opened as it is.`,
    expected: 'a file that is damaged or gone',
    found: 'one that is whole',
    remedy: 'Open it, then restore the version with “Versions…”; that can be undone.',
  }
}
