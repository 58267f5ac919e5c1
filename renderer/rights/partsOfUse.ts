import { type Blocker, blockerOf } from '../../shared/licensing/blockers.ts'
import { type Clearance, clearanceOf } from '../../shared/licensing/clearance.ts'
import type { Need } from '../../shared/licensing/need.ts'
import { type NeedGround, needsOf } from '../../shared/licensing/needs.ts'
import type { CueUse } from '../../shared/sheet/cueUse.ts'
import type { Programme } from '../../shared/sheet/programme.ts'

type Parts = {
  readonly programme: Programme
  readonly ground: NeedGround
  readonly clearance: Clearance
  readonly blocker: Blocker | null
  readonly needs: readonly Need[]
}

const known = new WeakMap<CueUse, Parts>()

/** What the room reads off one use, the same again as long as the use and what it rests on are. */
export function partsOfUse(use: CueUse, programme: Programme, { production, parties }: NeedGround): Parts {
  const present = known.get(use)
  if (
    present?.programme === programme &&
    present.ground.production === production &&
    present.ground.parties === parties
  )
    return present
  const made: Parts = {
    programme,
    ground: { production, parties },
    clearance: clearanceOf(use),
    blocker: blockerOf(use, programme),
    needs: needsOf(use, { production, parties }),
  }
  known.set(use, made)
  return made
}
