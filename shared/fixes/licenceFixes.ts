import { addLicence, removeLicences, updateLicence } from '../edits/licenceEdits.ts'
import { updateProduction } from '../edits/productionEdits.ts'
import { neededLicenceKind, setSideStatus } from '../edits/sideStatusEdits.ts'
import { updateRecording } from '../edits/workEdits.ts'
import type { LicenceSide } from '../model/licence.ts'
import { percentText } from '../sheet/percentText.ts'
import { feeForShare, wholeFee } from '../sheet/wholeFee.ts'
import type { Fix } from './fix.ts'
import { foundCue, foundRecording, foundUse, labelled } from './found.ts'

function requested(rule: 'CS-066' | 'CS-070'): Fix {
  return {
    id: `${rule}.request`,
    rule,
    does: 'Adds the licence that is missing, as one that is still to be requested.',
    edit: ({ cue, side = 'master' }, { makeId }) =>
      cue
        ? labelled(`Add a ${side} licence to request`, setSideStatus(cue, side, 'toRequest', '', makeId))
        : null,
  }
}

function owned(rule: 'CS-066' | 'CS-070'): Fix {
  return {
    id: `${rule}.owned`,
    rule,
    does: 'Says that the production owns the recording, so that it needs no master licence.',
    edit: (finding, { document }) => {
      const recording = foundRecording(finding, document)
      const side: LicenceSide = finding.side ?? 'master'
      if (!recording || side !== 'master') return null
      return labelled('The production owns it', updateRecording(recording.id, { ownedByProduction: true }))
    },
  }
}

/** Fixes for licences and what the production says of itself (CS-066 to CS-095). */
export const licenceFixes: readonly Fix[] = [
  requested('CS-066'),
  owned('CS-066'),
  requested('CS-070'),
  owned('CS-070'),
  {
    id: 'CS-073.rest',
    rule: 'CS-073',
    does: 'Adds a licence for the part of the side that none covers, as one that is still to be requested.',
    edit: (finding, { document, makeId }) => {
      const use = foundUse(finding, document)
      const { side } = finding
      const coverage = use && side ? use[side].coverage : null
      const cue = foundCue(finding, document)
      if (!cue || !side || coverage === null || coverage < 0 || coverage >= 10_000) return null
      const kind = neededLicenceKind(document, cue, side)
      const rest = { grants: [side], share: 10_000 - coverage }
      return labelled(
        `Add a licence for the other ${percentText(rest.share)}`,
        addLicence(kind, [cue.id], rest, makeId),
      )
    },
  },
  {
    id: 'CS-073.whole',
    rule: 'CS-073',
    does: 'Sets the share of the only licence of a side to 100%.',
    edit: (finding, { document }) => {
      const use = foundUse(finding, document)
      const [only, ...others] = use && finding.side ? use[finding.side].licences : []
      if (!only || others.length > 0) return null
      return labelled('Set its share to 100%', updateLicence(only.id, { share: 10_000 }))
    },
  },
  {
    id: 'CS-074.raise',
    rule: 'CS-074',
    does: 'Raises the fee of the licence with most favoured nations to match the other at 100%.',
    edit: ({ licence, other }, { document: { licences } }) => {
      const [favoured, dearer] = [licence && licences[licence], other && licences[other]]
      const fee = dearer ? wholeFee(dearer) : null
      if (!favoured || fee === null) return null
      const feeMinor = feeForShare(fee, favoured.share)
      return labelled('Raise its fee to match', updateLicence(favoured.id, { feeMinor }))
    },
  },
  {
    id: 'CS-080.checked',
    rule: 'CS-080',
    does: 'Notes that union re-use has been checked.',
    edit: (finding, { document }) => {
      const recording = foundRecording(finding, document)
      return (
        recording &&
        labelled('Union re-use is checked', updateRecording(recording.id, { unionReuseChecked: true }))
      )
    },
  },
  {
    id: 'CS-084.remove',
    rule: 'CS-084',
    does: 'Removes the licence that covers no cue.',
    edit: ({ licence }) => (licence ? labelled('Remove the licence', removeLicences([licence])) : null),
  },
  {
    id: 'CS-095.computed',
    rule: 'CS-095',
    does: 'States the computed show duration.',
    edit: () => labelled('Use the computed show duration', updateProduction({ showDurationOverride: null })),
  },
]
