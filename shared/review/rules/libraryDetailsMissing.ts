import { nameOfUse } from '../../sheet/cueUse.ts'
import { eachUse } from '../perUse.ts'
import type { Rule } from '../rule.ts'

const fieldNames = { label: 'label', catalogueNo: 'catalogue number', trackNo: 'track number' } as const
const fields = Object.keys(fieldNames) as readonly (keyof typeof fieldNames)[]

/** Library music that its publisher cannot find again; one finding for each field. */
export const libraryDetailsMissing: Rule = {
  id: 'CS-062',
  severity: 'warning',
  fault: 'Library music without its label, catalogue number or track number.',
  reason:
    'Societies ask for label, catalogue number and track number of library music (APRA makes them mandatory).',
  remedy: 'Copy them from the library’s catalogue.',
  source: 'APRA, Cue sheets: mandatory for production music',
  inspect: eachUse((use) =>
    use.cue.origin === 'library'
      ? fields
          .filter((field) => !use.recording?.[field].trim())
          .map((field) => ({
            cue: use.cue.id,
            field,
            message: `No ${fieldNames[field]} for ${nameOfUse(use)}, which is library music. Copy it from the library’s catalogue.`,
          }))
      : [],
  ),
}
