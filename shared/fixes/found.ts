import type { Edit } from '../edits/edit.ts'
import type { Cue } from '../model/cue.ts'
import { type ProductionDocument, recordsOf } from '../model/document.ts'
import type { Finding } from '../model/finding.ts'
import { compareText } from '../model/naturalOrder.ts'
import type { Recording, Work } from '../model/work.ts'
import { type CueUse, cueUse, musicOf } from '../sheet/cueUse.ts'
import { buildProgramme } from '../sheet/programme.ts'

/** The cue that a finding is about; null for the production's own, and when the cue is gone. */
export function foundCue({ cue }: Finding, { cues }: ProductionDocument): Cue | null {
  return cue !== undefined && Object.hasOwn(cues, cue) ? (cues[cue] ?? null) : null
}

/** The work of the cue that a finding is about. */
export function foundWork(finding: Finding, document: ProductionDocument): Work | null {
  const cue = foundCue(finding, document)
  return cue && musicOf(document, cue).work
}

/** The recording of the cue that a finding is about. */
export function foundRecording(finding: Finding, document: ProductionDocument): Recording | null {
  const cue = foundCue(finding, document)
  return cue && musicOf(document, cue).recording
}

/** The cue that a finding is about, with everything it refers to. */
export function foundUse(finding: Finding, document: ProductionDocument): CueUse | null {
  const cue = foundCue(finding, document)
  if (!cue) return null
  const naming = recordsOf(document, 'licences').filter(({ cues }) => cues.includes(cue.id))
  const licences = naming.toSorted((a, b) => compareText(a.id, b.id))
  return cueUse(cue, { ...musicOf(document, cue), licences }, buildProgramme(document))
}

/** The edit under a label that says what it is for. */
export function labelled(label: string, edit: Edit): Edit {
  return { ...edit, label }
}
