import { CuttingRoom } from '../cuttingRoom.ts'
import type { TriedFilm } from './filmLabels.ts'
import { openTrial, type Tally, trySeeks, trySteps } from './frameTrial.ts'
import { tryMarks } from './markTrial.ts'
import { seededRandom } from './seededRandom.ts'

export type TrialKind = 'seeks' | 'steps' | 'forwards' | 'backwards' | 'scrubbing'

/** How many comparisons of each kind are made in one film. */
export type TrialCounts = Readonly<Record<TrialKind, number>>

export type TrialResult = Readonly<Record<TrialKind, Tally>>

/** Drives the app through one film, in a window and a folder of its own. */
export async function runTrials(
  folder: string,
  film: TriedFilm,
  counts: TrialCounts,
  seed: number,
): Promise<TrialResult> {
  const room = await CuttingRoom.open(folder)
  try {
    // Where tsx compiles, functions are given their names by a function that a page does not have.
    await room.page.evaluate('globalThis.__name ??= (named) => named')
    const trial = await openTrial(room, film, seededRandom(seed))
    const result: Record<TrialKind, Tally> = {
      seeks: { right: 0, wrong: [] },
      steps: { right: 0, wrong: [] },
      forwards: { right: 0, wrong: [] },
      backwards: { right: 0, wrong: [] },
      scrubbing: { right: 0, wrong: [] },
    }
    await trySeeks(trial, counts.seeks, result.seeks)
    await trySteps(trial, counts.steps, result.steps)
    for (const motion of ['forwards', 'backwards', 'scrubbing'] as const) {
      await tryMarks(trial, motion, counts[motion], result[motion])
    }
    return result
  } finally {
    await room.close()
  }
}
