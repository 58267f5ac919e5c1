import type { FilterNode } from '../../shared/filter/filterNode.ts'
import { asksOf } from '../../shared/filter/holds.ts'
import { readFilter } from '../../shared/filter/readFilter.ts'
import type { Cue } from '../../shared/model/cue.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import type { Finding } from '../../shared/model/finding.ts'
import { folded } from '../../shared/model/folded.ts'
import type { CueId } from '../../shared/model/ids.ts'
import type { Recording, Work } from '../../shared/model/work.ts'
import { type CueUse, cueTitle } from '../../shared/sheet/cueUse.ts'
import { sideStateName } from '../licensing/sideStates.ts'
import { diegesisNames, stateNames, typeNames } from '../ui/words.ts'
import { cueMusic, writerNames } from './cueMusic.ts'

/** What a filter looks things up in besides the document. */
export type FilterSources = {
  readonly useOf: Pick<ReadonlyMap<CueId, CueUse>, 'get'>
  readonly findingsOf: Pick<ReadonlyMap<CueId, readonly Finding[]>, 'get'>
}

const noFindings: readonly Finding[] = []

/** The cues that a filter asks for, in their order; none for a filter with a fault. */
export function filterCues(
  document: ProductionDocument,
  sources: FilterSources,
  cues: readonly Cue[],
  text: string,
): readonly Cue[] {
  const read = readFilter(text)
  return read.ok ? cuesThatAre(document, sources, cues, read.node) : []
}

/** The cues that are what a filter asks for, in their order. */
export function cuesThatAre(
  document: ProductionDocument,
  { useOf, findingsOf }: FilterSources,
  cues: readonly Cue[],
  node: FilterNode,
): readonly Cue[] {
  if (node.kind === 'all') return cues
  const asks = asksOf(node, document.production.rate)
  return cues.filter((cue) =>
    asks({
      document,
      cue,
      use: () => useOf.get(cue.id) ?? null,
      findings: () => findingsOf.get(cue.id) ?? noFindings,
      words: () => wordsOf(document, cue, useOf.get(cue.id)),
    }),
  )
}

type Known = {
  readonly work: Work | null
  readonly recording: Recording | null
  readonly parties: ProductionDocument['parties']
  readonly use: CueUse | undefined
  readonly words: string
}

const known = new WeakMap<Cue, Known>()

/** Makes the words of some cues ahead of the first letter that is typed; gives how many it got through before `until`. */
export function readAhead(
  document: ProductionDocument,
  { useOf }: FilterSources,
  cues: readonly Cue[],
  from: number,
  hasTime: () => boolean,
): number {
  let at = from
  while (at < cues.length && hasTime()) {
    const cue = cues[at++]
    if (cue) wordsOf(document, cue, useOf.get(cue.id))
  }
  return at
}

/** All words of a cue that the table or the inspector shows, folded; made anew when something of it changed. */
function wordsOf(document: ProductionDocument, cue: Cue, use: CueUse | undefined): string {
  const { work, recording } = cueMusic(document, cue)
  const { parties } = document
  const before = known.get(cue)
  if (
    before &&
    before.work === work &&
    before.recording === recording &&
    before.parties === parties &&
    before.use === use
  )
    return before.words
  const words = folded(
    [
      cue.number,
      cueTitle(cue, work),
      work?.title,
      recording?.artist,
      recording?.label,
      recording?.album,
      recording?.library,
      ...writerNames(document, work),
      typeNames[cue.type],
      diegesisNames[cue.diegesis],
      cue.state === 'active' ? '' : stateNames[cue.state],
      cue.scene,
      cue.description,
      cue.notes,
      use ? `sync ${sideStateName(use.sync.status)} master ${sideStateName(use.master.status)}` : '',
    ].join('\n'),
  )
  known.set(cue, { work, recording, parties, use, words })
  return words
}
