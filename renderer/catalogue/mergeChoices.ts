import type { Edit } from '../../shared/edits/edit.ts'
import { fieldWords } from '../../shared/edits/editLabel.ts'
import { isBlank } from '../../shared/edits/mergedFields.ts'
import {
  bothSides,
  fullest,
  type MergedTable,
  mergeParties,
  mergeRecordings,
  mergeWorks,
} from '../../shared/edits/mergeEdits.ts'
import { sameValue } from '../../shared/edits/sameValue.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import type { Party, Work } from '../../shared/model/work.ts'
import { partyName } from '../../shared/model/work.ts'
import { valueText } from './valueText.ts'

/** One of the values that may hold once records are one. */
export type MergeOption = { readonly text: string; readonly patch: Readonly<Record<string, unknown>> }

/** A line of the comparison: what each record says, and which holds if nobody chooses; null where somebody must. */
export type MergeLine = {
  readonly field: string
  readonly label: string
  readonly options: readonly MergeOption[]
  readonly preset: number | null
}

const sides = ['writers', 'publishers'] as const

/** Compares records field by field; fields that none of them fills are left out. */
export function mergeLines(
  document: ProductionDocument,
  table: MergedTable,
  ids: readonly string[],
): readonly MergeLine[] {
  const records = ids.flatMap((id) => document[table][id] ?? []) as readonly Record<string, unknown>[]
  const names = [...new Set(records.flatMap((record) => Object.keys(record)))]
  const plain = names.filter((field) => !leftOut.has(field))
  const lines = plain.flatMap((field) => plainLine(document, field, records) ?? [])
  if (table === 'parties') return [nameLine(records as unknown as readonly Party[]), ...lines]
  if (table === 'recordings') return lines
  const works = records as unknown as readonly Work[]
  return [...lines, ...sides.flatMap((side) => holdersLine(document, side, works) ?? [])]
}

/** The merge with what was chosen; the first record is the one that is kept. */
export function mergeEdit(
  table: MergedTable,
  ids: readonly string[],
  lines: readonly MergeLine[],
  chosen: Readonly<Record<string, number>>,
): Edit {
  const patch = Object.assign(
    {},
    ...lines.map(({ field, options, preset }) => options[chosen[field] ?? preset ?? -1]?.patch ?? {}),
  )
  const [keep = '', ...others] = ids
  if (table === 'works') return mergeWorks(keep as never, others as never, patch)
  if (table === 'recordings') return mergeRecordings(keep as never, others as never, patch)
  return mergeParties(keep as never, others as never, patch)
}

const leftOut = new Set(['id', 'work', 'writers', 'publishers', 'name', 'firstName', 'lastName'])

function plainLine(
  document: ProductionDocument,
  field: string,
  records: readonly Record<string, unknown>[],
): MergeLine | null {
  const values = records.map((record) => record[field])
  const said = values.filter((value) => !isBlank(value) && value !== false)
  if (said.length === 0) return null
  const isSwitch = values.every((value) => typeof value === 'boolean')
  const first = values.findIndex((value) => !isBlank(value))
  const isSame = values.every((value) => isBlank(value) || sameValue(value, values[first]))
  return {
    field,
    label: fieldWords(field),
    options: values.map((value) => ({ text: valueText(document, field, value), patch: { [field]: value } })),
    preset: isSwitch ? 0 : isSame ? first : null,
  }
}

function nameLine(parties: readonly Party[]): MergeLine {
  const options = parties.map((party) => ({
    text: partyName(party),
    patch: { name: party.name, firstName: party.firstName, lastName: party.lastName },
  }))
  return { field: 'name', label: 'name', options, preset: 0 }
}

function holdersLine(
  document: ProductionDocument,
  side: 'writers' | 'publishers',
  works: readonly Work[],
): MergeLine | null {
  if (works.every((work) => work[side].length === 0)) return null
  const full = fullest(works, side)
  const options = works.map((work) => ({
    text: valueText(document, side, work[side]),
    patch: { [side]: work[side] },
  }))
  const preset = full === null ? null : works.findIndex((work) => work[side] === full)
  if (full !== null) return { field: side, label: side, options, preset }
  const both = bothSides(works.map((work) => work[side] as never[]))
  const all = { text: `All of them: ${valueText(document, side, both)}`, patch: { [side]: both } }
  return { field: side, label: side, options: [...options, all], preset: null }
}
