import { type Blocker, orderedBlockers } from '../../shared/licensing/blockers.ts'
import {
  type Clearance,
  type ProductionClearance,
  productionClearance,
} from '../../shared/licensing/clearance.ts'
import { type SideProgress, sideProgress } from '../../shared/licensing/coverage.ts'
import { type ProductionMoney, productionMoney } from '../../shared/licensing/money.ts'
import type { Need } from '../../shared/licensing/need.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import type { CueId } from '../../shared/model/ids.ts'
import type { CueUse } from '../../shared/sheet/cueUse.ts'
import { UseMaker } from '../../shared/sheet/useMaker.ts'
import { partsOfUse } from './partsOfUse.ts'
import { type RightsCard, rightsCards } from './rightsCards.ts'

/** What the room shows of a document, each part made when it is first asked for. */
export class Rights {
  readonly document: ProductionDocument
  /** The active cues in sheet order. */
  readonly uses: readonly CueUse[]
  #byCue: ReadonlyMap<CueId, CueUse> | null = null
  #production: ProductionClearance | null = null
  #money: ProductionMoney | null = null
  #cards: readonly RightsCard[] | null = null
  #progress: readonly SideProgress[] | null = null
  #blockers: readonly Blocker[] | null = null

  constructor(document: ProductionDocument) {
    this.document = document
    this.uses = maker.uses(document)
  }

  use(id: CueId): CueUse | undefined {
    this.#byCue ??= new Map(this.uses.map((use) => [use.cue.id, use]))
    return this.#byCue.get(id)
  }

  clearance(id: CueId): Clearance | undefined {
    const use = this.use(id)
    return use && this.#parts(use).clearance
  }

  needs(use: CueUse): readonly Need[] {
    return this.#parts(use).needs
  }

  /** How far the production is. */
  get production(): ProductionClearance {
    this.#production ??= productionClearance(this.uses.map((use) => this.#parts(use).clearance))
    return this.#production
  }

  get money(): ProductionMoney {
    this.#money ??= productionMoney(this.uses, this.document.production.budgets)
    return this.#money
  }

  get cards(): readonly RightsCard[] {
    this.#cards ??= rightsCards(this.document, this.uses, (use) => this.needs(use))
    return this.#cards
  }

  /** What blocks delivery, the dearest to solve late first. */
  get blockers(): readonly Blocker[] {
    this.#blockers ??= orderedBlockers(this.uses.flatMap((use) => this.#parts(use).blocker ?? []))
    return this.#blockers
  }

  get progress(): readonly SideProgress[] {
    this.#progress ??= [sideProgress('sync', this.uses), sideProgress('master', this.uses)]
    return this.#progress
  }

  #parts(use: CueUse) {
    return partsOfUse(use, maker.programme(this.document), this.document)
  }
}

/** Uses of one document after another: what has not changed is not made again. */
const maker = new UseMaker()
const known = new WeakMap<ProductionDocument, Rights>()

/** What the room shows of a document; the same object for the same document. */
export function rightsOf(document: ProductionDocument): Rights {
  const present = known.get(document)
  if (present) return present
  const made = new Rights(document)
  known.set(document, made)
  return made
}

/** Makes everything of a document in steps, so that whoever shows it first can breathe in between. */
export function* prepareRights(document: ProductionDocument): Generator<null, void> {
  for (const id of Object.keys(document.cues)) {
    maker.use(document, id as CueId)
    yield null
  }
  const rights = rightsOf(document)
  yield null
  for (const use of rights.uses) {
    rights.needs(use)
    yield null
  }
  for (const part of ['production', 'money', 'blockers', 'progress', 'cards'] as const) {
    void rights[part]
    yield null
  }
}
