import { useId, useMemo } from 'react'
import type { ShareSide } from '../../shared/edits/shareEdits.ts'
import type { Cue } from '../../shared/model/cue.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import type { PartyId } from '../../shared/model/ids.ts'
import { partyName, type Work } from '../../shared/model/work.ts'
import { shareOneWhole } from '../../shared/review/shareTotals.ts'
import { useLookUp } from '../catalogue/useLookUp.ts'
import { FieldSuggest } from '../ui/FieldSuggest.tsx'
import type { Suggestion } from '../ui/suggestionsFor.ts'
import { ShareRow } from './ShareRow.tsx'
import styles from './Shares.module.css'
import { SharesHead } from './SharesHead.tsx'
import { useAddShare } from './useAddShare.ts'

type SharesTableProps = {
  readonly side: ShareSide
  /** The cue whose title names a work that is still to be made. */
  readonly cue: Pick<Cue, 'id' | 'title'>
  readonly work: Work | null
  readonly document: ProductionDocument
}

/** The writers or the publishers of a work, each with role, society and share; a side totals 100 %. */
export function SharesTable({ side, cue, work, document }: SharesTableProps) {
  const id = useId()
  const { parties } = document
  const holders = useMemo(() => holdersOf(parties), [parties])
  const add = useAddShare(cue, work, side)
  const { lookUp, entryOf } = useLookUp('holder')
  const noun = side === 'writers' ? 'writer' : 'publisher'
  return (
    <fieldset className={styles.table} aria-labelledby={`${id}-title`} data-field={side}>
      <SharesHead side={side} work={work} titleId={`${id}-title`} />
      {work && side === 'writers' && shareOneWhole(work) ? (
        <p className={styles.hint}>
          Both sides together make 100%. Here each side has 100% of its own, so these shares need doubling.
        </p>
      ) : null}
      {work && work[side].length > 0 ? (
        <>
          <ColumnHeads />
          {keyed(work[side]).map(({ key, index }) => (
            <ShareRow key={key} side={side} work={work} index={index} document={document} holders={holders} />
          ))}
        </>
      ) : null}
      <div className={styles.add}>
        <FieldSuggest
          name={`add-${side}`}
          label={`Add a ${noun}`}
          layout="bare"
          value=""
          placeholder={`Add a ${noun}: name, society, share …`}
          suggestions={holders}
          lookUp={lookUp}
          commit={add.typed}
          choose={(chosen) => {
            const entry = entryOf(chosen)
            return entry ? add.taken(entry) : add.known(chosen as PartyId)
          }}
          isForMore
        />
      </div>
    </fieldset>
  )
}

function ColumnHeads() {
  return (
    <div className={styles.heads} aria-hidden>
      <span>Name</span>
      <span>Role</span>
      <span>Society</span>
      <span>IPI</span>
      <span className={styles.figure}>Share %</span>
    </div>
  )
}

/** The lines with keys that stay with their holder when another line goes. */
function keyed(shares: readonly { readonly party: string }[]) {
  return shares.map(({ party }, index) => {
    const earlier = shares.slice(0, index).filter((other) => other.party === party).length
    return { index, key: `${party} ${earlier}` }
  })
}

/** Everybody who has a share anywhere in the production, by name. */
function holdersOf(parties: ProductionDocument['parties']): readonly Suggestion[] {
  return Object.values(parties)
    .map((party) => ({ id: party.id, name: partyName(party), note: party.society }))
    .filter(({ name }) => name !== '')
    .toSorted((a, b) => a.name.localeCompare(b.name))
}
