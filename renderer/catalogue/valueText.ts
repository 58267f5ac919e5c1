import type { ProductionDocument } from '../../shared/model/document.ts'
import { partyName } from '../../shared/model/work.ts'
import { percentText } from '../../shared/sheet/percentText.ts'

type Line = { readonly party: string; readonly role: string; readonly share: number }

/** A field's value as it is read beside another: text, yes or no, or holders with their shares. */
export function valueText(document: ProductionDocument, field: string, value: unknown): string {
  if (field === 'writers' || field === 'publishers') return linesText(document, value as readonly Line[])
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (Array.isArray(value)) return value.join(', ') || '–'
  return value === null || value === undefined || value === '' ? '–' : String(value)
}

function linesText(document: ProductionDocument, lines: readonly Line[]): string {
  const texts = lines.map(({ party, role, share }) => {
    const known = document.parties[party]
    return `${known ? partyName(known) : '?'} ${role} ${percentText(share)}`
  })
  return texts.join(', ') || '–'
}
