import { type ProductionDocument, recordsOf } from '../model/document.ts'
import { foldedName } from '../model/folded.ts'
import type { MakeId, PartyId } from '../model/ids.ts'
import { type Party, partyName } from '../model/work.ts'
import { ok, type Result, refuse } from '../result.ts'
import type { Edit } from './edit.ts'
import { changeLabel } from './editLabel.ts'
import { addRecord, findRecord, mapRecords } from './putRecord.ts'

/** The fields of a party. */
export type PartyPatch = Partial<Omit<Party, 'id'>>

/** A party of the production, or the name of one that is found by it or made. */
export type PartyRef = PartyId | { readonly name: string }

/** Whether a name that is new belongs to a person, whose last name is split off, or to a firm. */
export type PartyKind = 'person' | 'firm'

/** Adds a party. */
export function addParty(patch: PartyPatch, makeId: MakeId): Edit {
  const id = makeId<'parties'>()
  return {
    label: 'Add holder',
    run: (document) => addRecord(document, 'parties', { ...blankParty(id), ...patch, id }),
  }
}

/** Changes fields of a party, wherever it has a share. */
export function updateParty(id: PartyId, patch: PartyPatch): Edit {
  return {
    label: changeLabel('holder', patch),
    run: (document) => mapRecords(document, 'parties', [id], (party) => ok({ ...party, ...patch, id })),
  }
}

/** A party about which nothing is known. */
export function blankParty(id: PartyId): Party {
  return { id, firstName: '', lastName: '', name: '', society: '', ipi: '', contact: '' }
}

/** The party that a reference means, and the document that has it: a name nobody bears becomes a party with `newId`. */
export function resolveParty(
  document: ProductionDocument,
  ref: PartyRef,
  kind: PartyKind,
  newId: PartyId,
): Result<{ readonly document: ProductionDocument; readonly party: PartyId }> {
  if (typeof ref === 'string') {
    const found = findRecord(document, 'parties', ref)
    return found.ok ? ok({ document, party: found.value.id }) : found
  }
  const name = ref.name.trim().replace(/\s+/g, ' ')
  if (name === '') return refuse(nameless())
  const namesakes = recordsOf(document, 'parties').filter((party) => sameName(partyName(party), name))
  const [namesake] = namesakes.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  if (namesake) return ok({ document, party: namesake.id })
  const added = addRecord(document, 'parties', { ...blankParty(newId), ...namedFields(name, kind) })
  return added.ok ? ok({ document: added.value, party: newId }) : added
}

function sameName(a: string, b: string): boolean {
  return foldedName(a) === foldedName(b)
}

/** A single word, and any firm, is a `name`; of a person's words the last is the last name. */
function namedFields(name: string, kind: PartyKind): PartyPatch {
  const space = name.lastIndexOf(' ')
  if (kind === 'firm' || space < 0) return { name }
  return { firstName: name.slice(0, space), lastName: name.slice(space + 1) }
}

function nameless() {
  return {
    message: 'A share needs a holder.',
    expected: 'a name',
    found: 'nothing',
    remedy: 'Type the name of the writer or publisher, or remove the line.',
  }
}
