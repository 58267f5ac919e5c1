import type { Cue } from '../../shared/model/cue.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import type { CueId } from '../../shared/model/ids.ts'
import { type CueUse, cueTitle } from '../../shared/sheet/cueUse.ts'
import { sideStateName } from '../licensing/sideStates.ts'
import { folded } from '../ui/suggestionsFor.ts'
import { diegesisNames, stateNames, typeNames } from '../ui/words.ts'
import { cueMusic, writerNames } from './cueMusic.ts'

/** The cues that hold every word of a text, in a field that the table or the inspector shows; all for an empty text. */
export function filterCues(
  document: ProductionDocument,
  uses: Pick<ReadonlyMap<CueId, CueUse>, 'get'>,
  cues: readonly Cue[],
  text: string,
): readonly Cue[] {
  const words = folded(text)
    .split(/\s+/)
    .filter((word) => word !== '')
  if (words.length === 0) return cues
  return cues.filter((cue) => {
    const held = folded(searchedText(document, cue, uses.get(cue.id)))
    return words.every((word) => held.includes(word))
  })
}

function searchedText(document: ProductionDocument, cue: Cue, use: CueUse | undefined): string {
  const { work, recording } = cueMusic(document, cue)
  return [
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
  ].join('\n')
}
