import type { Edit } from '../../shared/edits/edit.ts'
import { type PartyPatch, updateParty } from '../../shared/edits/partyEdits.ts'
import { type ShareSide, splitEvenly } from '../../shared/edits/shareEdits.ts'
import { doubleSide, scaleToWhole } from '../../shared/edits/shareScaling.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import { type Party, partyName, type Work } from '../../shared/model/work.ts'
import { ok, type Result } from '../../shared/result.ts'
import { useApply } from '../cues/useApply.ts'
import { makeId } from '../store/session.ts'
import { parsePercent } from './parsePercent.ts'
import { renamedHolder } from './renamedHolder.ts'
import { type ShareEntry, setShares } from './shareEntries.ts'

type ShareLine = {
  readonly document: ProductionDocument
  readonly work: Work
  readonly side: ShareSide
  readonly index: number
}

/** What can be done to one line of shares. */
export type ShareEdits = {
  /** Puts a slip in the name right, or gives the share to somebody else. */
  readonly name: (party: Party, typed: string) => Result<unknown>
  readonly role: (role: string) => void
  readonly share: (text: string) => Result<unknown>
  /** Changes the holder, wherever that has a share. */
  readonly update: (party: Party, patch: PartyPatch, field: string) => Result<unknown>
  readonly remove: () => void
}

/** Edits of one line of shares. */
export function useShareEdits({ document, work, side, index }: ShareLine): ShareEdits {
  const apply = useApply()
  const entries: readonly ShareEntry[] = work[side]
  const key = (field: string) => `${field} ${side} ${index} ${work.id}`
  const set = (changed: readonly ShareEntry[], field: string) =>
    apply(setShares(work, side, changed, makeId), key(field))
  const replace = (patch: object, field: string) =>
    set(
      entries.map((entry, at) => (at === index ? ({ ...entry, ...patch } as ShareEntry) : entry)),
      field,
    )
  const update = (party: Party, patch: PartyPatch, field: string) =>
    apply(updateParty(party.id, patch), key(field))
  return {
    name: (party, typed) => {
      if (typed === partyName(party)) return ok(null)
      const renamed = typed === '' ? null : renamedHolder(document, party, typed)
      return renamed ? update(party, renamed, 'name') : replace({ party: { name: typed } }, 'name')
    },
    role: (role) => void replace({ role }, 'role'),
    share: (text) => {
      const whole = wholeSideEdit(text, work.id, side)
      if (whole) return apply(whole, key('share'))
      const share = parsePercent(text)
      return share.ok ? replace({ share: share.value }, 'share') : share
    },
    update,
    remove: () => void set(entries.toSpliced(index, 1), 'remove'),
  }
}

/** What is typed into a share for its whole side: `=` splits evenly, `*` scales to 100 %, `*2` doubles. */
function wholeSideEdit(text: string, work: Work['id'], side: ShareSide): Edit | null {
  const typed = text.replace(/\s/g, '')
  if (typed === '=') return splitEvenly(work, side)
  if (typed === '*' || typed === '*100') return scaleToWhole(work, side)
  return typed === '*2' || typed === 'x2' ? doubleSide(work, side) : null
}
