import { updateProduction } from '../edits/productionEdits.ts'
import { updateRecording, updateWork } from '../edits/workEdits.ts'
import { isEidr, isIsan, isIsrc, isIswc } from '../review/checkDigits.ts'
import type { Fix } from './fix.ts'
import { foundRecording, foundWork, labelled } from './found.ts'

/** Fixes for identifiers that were pasted with something around them, where what is left is valid. */
export const identifierFixes: readonly Fix[] = [
  {
    id: 'CS-047.clean',
    rule: 'CS-047',
    does: 'Takes off what does not belong to the ISWC, where the rest is valid.',
    edit: (finding, { document }) => {
      const work = foundWork(finding, document)
      const digits = /(?:T)?(\d{10})$/i.exec((work?.iswc ?? '').replace(/[^0-9a-z]/gi, ''))?.[1]
      if (!work || digits === undefined) return null
      const iswc = `T-${digits.slice(0, 3)}.${digits.slice(3, 6)}.${digits.slice(6, 9)}-${digits[9]}`
      return isIswc(iswc) ? labelled(`Set ISWC to ${iswc}`, updateWork(work.id, { iswc })) : null
    },
  },
  {
    id: 'CS-048.clean',
    rule: 'CS-048',
    does: 'Takes off what does not belong to the ISRC, where the rest is valid.',
    edit: (finding, { document }) => {
      const recording = foundRecording(finding, document)
      const isrc = (recording?.isrc ?? '')
        .replace(/[^0-9a-z]/gi, '')
        .replace(/^ISRC/i, '')
        .toUpperCase()
      if (!recording || !isIsrc(isrc)) return null
      return labelled(`Set ISRC to ${isrc}`, updateRecording(recording.id, { isrc }))
    },
  },
  {
    id: 'CS-094.clean',
    rule: 'CS-094',
    does: 'Takes off what does not belong to the EIDR or ISAN, where the rest is valid.',
    edit: ({ field }, { document: { production } }) => {
      if (field === 'eidr') {
        const eidr = /10\.5240\/[0-9a-z-]+/i.exec(production.eidr.replace(/\s/g, ''))?.[0]?.toUpperCase()
        if (eidr === undefined || !isEidr(eidr)) return null
        return labelled(`Set EIDR to ${eidr}`, updateProduction({ eidr }))
      }
      const isan = production.isan
        .replace(/[^0-9a-z]/gi, '')
        .replace(/^ISAN/i, '')
        .toUpperCase()
      return isIsan(isan) ? labelled(`Set ISAN to ${isan}`, updateProduction({ isan })) : null
    },
  },
]
