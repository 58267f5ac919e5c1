import { ok, type Result, refuse } from '../../shared/result.ts'
import type { Dialogs } from '../dialogs.ts'
import { writeAtomically } from '../production/atomicWrite.ts'
import { writeProblem } from '../production/writeProblem.ts'

/** Asks where a finished text goes and writes it there, whole or not at all; null when the user changes their mind. */
export async function writeArtifact(
  dialogs: Dialogs,
  name: string,
  text: string,
): Promise<Result<string | null>> {
  const file = await dialogs.chooseTarget(name)
  if (file === null) return ok(null)
  try {
    await writeAtomically(file, text)
    return ok(file)
  } catch (error) {
    return refuse(writeProblem(error, file))
  }
}
