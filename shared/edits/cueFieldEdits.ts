import type { Cue, CueType, Diegesis } from '../model/cue.ts'
import { cueTypeNames, diegesisNames, withType } from '../model/cuePresets.ts'
import type { ProductionDocument } from '../model/document.ts'
import type { CueId } from '../model/ids.ts'
import { ok, type Result } from '../result.ts'
import type { Edit } from './edit.ts'
import { changeLabel } from './editLabel.ts'
import { mapRecords } from './putRecord.ts'

/** The fields of a cue that are no references and no times. */
export type CuePatch = Partial<Omit<Cue, 'id' | 'work' | 'recording' | 'spans'>>

/** Changes plain fields of cues. */
export function updateCues(ids: readonly CueId[], patch: CuePatch): Edit {
  return {
    label: changeLabel('cue', patch, ids.length),
    run: (document) => mapCues(document, ids, (cue) => ({ ...cue, ...patch, ...fixedFields(cue) })),
  }
}

/** Changes the type of cues and fills in what that type presets; every axis can be changed afterwards. */
export function retypeCues(ids: readonly CueId[], type: CueType): Edit {
  const of = ids.length === 1 ? '' : ` of ${ids.length} cues`
  return {
    label: `Change type${of} to ${cueTypeNames[type]}`,
    run: (document) => mapCues(document, ids, (cue) => withType(cue, type)),
  }
}

/** Says of cues whether the characters hear them. */
export function setCueDiegesis(ids: readonly CueId[], diegesis: Diegesis): Edit {
  const of = ids.length === 1 ? '' : ` of ${ids.length} cues`
  return {
    label: `Change diegesis${of} to ${diegesisNames[diegesis]}`,
    run: (document) => mapCues(document, ids, (cue) => ({ ...cue, diegesis })),
  }
}

/** What no patch may touch, however it was made. */
function fixedFields({ id, work, recording, spans }: Cue): Pick<Cue, 'id' | 'work' | 'recording' | 'spans'> {
  return { id, work, recording, spans }
}

function mapCues(
  document: ProductionDocument,
  ids: readonly CueId[],
  change: (cue: Cue) => Cue,
): Result<ProductionDocument> {
  return mapRecords(document, 'cues', ids, (cue) => ok(change(cue)))
}
