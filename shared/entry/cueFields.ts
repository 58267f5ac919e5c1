import { bare } from '../model/folded.ts'
import type { CueField } from './cueField.ts'
import { musicFields } from './musicFields.ts'
import { plainFields } from './plainFields.ts'
import { rightsFields } from './rightsFields.ts'
import { timeFields } from './timeFields.ts'

/** THE LIST of what can be entered about a cue in a cell, in the order in which several are entered together. */
export const cueFields: readonly CueField[] = [...plainFields, ...timeFields, ...musicFields, ...rightsFields]

const byId: ReadonlyMap<string, CueField> = new Map(cueFields.map((field) => [field.id, field]))

/** The field with an id; undefined for a column that cannot be typed into. */
export function cueField(id: string): CueField | undefined {
  return byId.get(id)
}

/** The place of a field in the order in which fields are entered. */
export function entryOrder(id: string): number {
  return cueFields.findIndex((field) => field.id === id)
}

const byHead: ReadonlyMap<string, CueField> = new Map(
  [...cueFields]
    .reverse()
    .flatMap((field) =>
      [field.id, field.name, ...field.heads].map((head) => [bare(head) || head, field] as const),
    ),
)

/** The field that a head of a spreadsheet's column means. */
export function fieldOfHead(head: string): CueField | undefined {
  return byHead.get(bare(head) || head.trim())
}
