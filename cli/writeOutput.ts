import { realpath } from 'node:fs/promises'
import path from 'node:path'
import { writeAtomically } from '../electron/production/atomicWrite.ts'
import { writeProblem } from '../electron/production/writeProblem.ts'
import { ok, type Problem, type Result, refuse } from '../shared/result.ts'

/** Writes a finished file whole or not at all; never over the file it was made from. */
export async function writeOutput(
  file: string,
  data: string | Uint8Array,
  input: string,
): Promise<Result<null>> {
  if (await isSameFile(file, input)) return refuse(ownInput(file))
  try {
    await writeAtomically(file, data)
    return ok(null)
  } catch (error) {
    return refuse(writeProblem(error, file))
  }
}

/** Whether two paths lead to one file. */
export async function isSameFile(a: string, b: string): Promise<boolean> {
  const real = (file: string) => realpath(file).catch(() => path.resolve(file))
  return (await real(a)) === (await real(b))
}

/** The Problem of an output that is the input. */
export function ownInput(file: string): Problem {
  return {
    message: `${path.basename(file)} would replace the file it is made from.`,
    expected: 'another file after --out',
    found: file,
    remedy: 'Give --out a name of its own.',
  }
}
