import type { Cue } from '../model/cue.ts'
import { type ProductionDocument, recordsOf } from '../model/document.ts'
import type { CueId } from '../model/ids.ts'
import type { Licence } from '../model/licence.ts'
import { type CueUse, compareUses, cueUse, licencesByCue, musicOf } from './cueUse.ts'
import { buildProgramme, type Programme } from './programme.ts'

type Known = { readonly use: CueUse; readonly programme: Programme }

const noLicences: readonly Licence[] = []

/**
 * Makes the uses of one document after another, and gives the same use again as long as nothing that it was made of has
 * changed, so that whatever was read off it still stands.
 */
export class UseMaker {
  #programme: { readonly of: ProductionDocument; readonly programme: Programme } | null = null
  #licences: {
    readonly of: ProductionDocument['licences']
    readonly byCue: ReadonlyMap<CueId, readonly Licence[]>
  } | null = null
  readonly #known = new WeakMap<Cue, Known>()

  /** The running order; the same one as long as reels, segments and rate are. */
  programme(document: ProductionDocument): Programme {
    const known = this.#programme
    if (known && isSameOrder(known.of, document)) return known.programme
    const programme = buildProgramme(document)
    this.#programme = { of: document, programme }
    return programme
  }

  /** The active cues in sheet order. */
  uses(document: ProductionDocument): readonly CueUse[] {
    const programme = this.programme(document)
    const uses: CueUse[] = []
    for (const cue of recordsOf(document, 'cues')) {
      if (cue.state === 'active') uses.push(this.#use(cue, document, programme))
    }
    return uses.sort(compareUses)
  }

  /** The use of one cue; undefined for a cue that is not in the document or not active. */
  use(document: ProductionDocument, id: CueId): CueUse | undefined {
    const cue = Object.hasOwn(document.cues, id) ? document.cues[id] : undefined
    return cue?.state === 'active' ? this.#use(cue, document, this.programme(document)) : undefined
  }

  #use(cue: Cue, document: ProductionDocument, programme: Programme): CueUse {
    const known = this.#known.get(cue)
    const { work, recording } = musicOf(document, cue)
    const licences = this.#licencesOf(document).get(cue.id) ?? noLicences
    if (
      known?.programme === programme &&
      known.use.work === work &&
      known.use.recording === recording &&
      isSameList(known.use.licences, licences)
    )
      return known.use
    const use = cueUse(cue, { work, recording, licences }, programme)
    this.#known.set(cue, { use, programme })
    return use
  }

  #licencesOf({ licences }: ProductionDocument): ReadonlyMap<CueId, readonly Licence[]> {
    if (this.#licences?.of !== licences) this.#licences = { of: licences, byCue: licencesByCue(licences) }
    return this.#licences.byCue
  }
}

function isSameOrder(a: ProductionDocument, b: ProductionDocument): boolean {
  return a.reels === b.reels && a.segments === b.segments && a.production.rate === b.production.rate
}

function isSameList(a: readonly Licence[], b: readonly Licence[]): boolean {
  return a === b || (a.length === b.length && a.every((licence, index) => licence === b[index]))
}
