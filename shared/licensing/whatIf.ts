import type { Edit } from '../edits/edit.ts'
import type { Cue } from '../model/cue.ts'
import type { ProductionDocument } from '../model/document.ts'
import { ok, type Result } from '../result.ts'
import { type CueUse, cueUses, isPlaced } from '../sheet/cueUse.ts'
import { reportedSeconds } from '../sheet/duration.ts'
import { buildProgramme, type Programme } from '../sheet/programme.ts'
import { type Blocker, blockers } from './blockers.ts'
import { clearanceOf, type ProductionClearance, productionClearance } from './clearance.ts'
import { type ProductionMoney, productionMoney } from './money.ts'

/** What a production stands at, as far as a change of its music bears on it. */
export type Standing = {
  /** Reported seconds of all music, of what is not yet cleared, and by where it comes from. */
  readonly seconds: {
    readonly all: number
    readonly uncleared: number
    readonly byOrigin: Readonly<Partial<Record<Cue['origin'], number>>>
  }
  readonly money: ProductionMoney
  readonly clearance: ProductionClearance
  readonly blockers: readonly Blocker[]
}

/** What an edit would do: the same figures before and after, and the blockers that go or come. Nothing is changed yet. */
export type WhatIf = {
  readonly before: Standing
  readonly after: Standing
  readonly solved: readonly Blocker[]
  readonly raised: readonly Blocker[]
}

/** Tries an edit on a document, without making it. Refused where the edit is. */
export function whatIf(document: ProductionDocument, edit: Edit): Result<WhatIf> {
  const changed = edit.run(document)
  if (!changed.ok) return changed
  return ok(compareStandings(standingOf(document), standingOf(changed.value)))
}

/** What leads from one standing to another. */
export function compareStandings(before: Standing, after: Standing): WhatIf {
  const others = (all: readonly Blocker[]) => {
    const cues = new Set(all.map(({ cue }) => cue))
    return ({ cue }: Blocker) => !cues.has(cue)
  }
  return {
    before,
    after,
    solved: before.blockers.filter(others(after.blockers)),
    raised: after.blockers.filter(others(before.blockers)),
  }
}

/** What a document stands at. */
export function standingOf(document: ProductionDocument): Standing {
  const programme = buildProgramme(document)
  const uses = cueUses(document, programme)
  return {
    seconds: secondsOf(uses, programme),
    money: productionMoney(uses, document.production.budgets),
    clearance: productionClearance(uses.map(clearanceOf)),
    blockers: blockers(uses, programme),
  }
}

function secondsOf(uses: readonly CueUse[], { rate }: Programme): Standing['seconds'] {
  const byOrigin: Partial<Record<Cue['origin'], number>> = {}
  let [all, uncleared] = [0, 0]
  for (const use of uses.filter(isPlaced)) {
    const seconds = reportedSeconds(use.time.length, rate)
    const { origin } = use.cue
    all += seconds
    byOrigin[origin] = (byOrigin[origin] ?? 0) + seconds
    if (!clearanceOf(use).isCleared) uncleared += seconds
  }
  return { all, uncleared, byOrigin }
}
