import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import type { Edit } from '../../shared/edits/edit.ts'
import { replaceByLibrary } from '../../shared/edits/replaceMusicEdits.ts'
import type { Alternative } from '../../shared/licensing/alternatives.ts'
import { licencesOfEntry, replaceByEntry } from '../../shared/licensing/replaceByEntry.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import type { CueUse } from '../../shared/sheet/cueUse.ts'
import { parseFee } from '../licensing/parseFee.ts'
import { today } from '../licensing/today.ts'
import { useDocument } from '../review/useDocument.ts'
import { makeId, type Session, useSession } from '../store/session.ts'
import { useStore } from '../store/store.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog, DialogActions } from '../ui/Dialog.tsx'
import { FieldCheck } from '../ui/FieldCheck.tsx'
import { author } from './moveCard.ts'
import styles from './RightsDialogs.module.css'
import { type Rights, rightsOf } from './rights.ts'
import { useAlternatives } from './useAlternatives.ts'
import { useOutcome } from './useOutcome.ts'
import { WhatIfFigures } from './WhatIfFigures.tsx'

/** Shows what other music would change before it comes in: time, money, and what blocks delivery. */
export function WhatIfDialog() {
  const session = useSession()
  const document = useDocument()
  const selection = useStore(session.moment, (moment) => moment.selection)
  if (!document) return null
  const rights = rightsOf(document)
  const use = selection.flatMap((id) => rights.use(id) ?? [])[0]
  return (
    <Dialog
      title="What if other music came in"
      subtitle={use ? `${use.cue.number} ${use.title}` : ''}
      size="large"
    >
      {use ? (
        <WhatIfForm use={use} rights={rights} document={document} />
      ) : (
        <p className={styles.form}>Select a cue first: its music is what would be replaced.</p>
      )}
    </Dialog>
  )
}

/** Library music as it is typed. */
type Typed = {
  readonly title: string
  readonly library: string
  readonly catalogueNo: string
  readonly fee: string
}

const nothingTyped: Typed = { title: '', library: '', catalogueNo: '', fee: '' }

type WhatIfFormProps = {
  readonly use: CueUse
  readonly rights: Rights
  readonly document: ProductionDocument
}

function WhatIfForm({ use, rights, document }: WhatIfFormProps) {
  const session = useSession()
  const alternatives = useAlternatives(use, document.production.rate)
  const [picked, setPicked] = useState<string | null>(session.moment.value.alternative)
  useEffect(() => session.moment.patch({ alternative: null }), [session])
  const chosen = alternatives?.find(({ entry }) => entry.id === picked) ?? null
  const [typed, setTyped] = useState(nothingTyped)
  const [isForAll, setForAll] = useState(false)
  const same = useMemo(
    () => rights.uses.filter(({ work, recording }) => work === use.work && recording === use.recording),
    [rights, use],
  )
  const uses = useMemo(() => (isForAll && use.work ? same : [use]), [isForAll, use, same])
  const wanted = useDeferredValue(useMemo(() => ({ chosen, typed, uses }), [chosen, typed, uses]))
  const edit = useMemo(() => editFor(session, wanted), [session, wanted])
  const outcome = useOutcome(document, edit)
  const accept = () => {
    if (!edit || !outcome?.ok) return
    session.moment.patch({ dialog: 'none' })
    if (session.apply(edit))
      session.say(`Replaced the music of ${uses.length === 1 ? use.title : `${uses.length} cues`}.`)
  }
  const field = (name: keyof Typed, label: string, placeholder: string) => (
    <input
      className={styles.input}
      aria-label={label}
      placeholder={placeholder}
      autoComplete="off"
      value={typed[name]}
      onChange={(event) => {
        setPicked(null)
        setTyped({ ...typed, [name]: event.target.value })
      }}
    />
  )
  return (
    <>
      <div className={styles.split}>
        <div className={styles.side}>
          <h3>From your catalogue</h3>
          {alternatives === null ? <p className={styles.note}>Looking…</p> : null}
          {alternatives?.length === 0 ? (
            <p className={styles.note}>
              Nothing there is easier to clear. It learns from the productions that you save.
            </p>
          ) : null}
          {alternatives?.map((alternative) => (
            <button
              key={alternative.entry.id}
              type="button"
              className={styles.option}
              aria-pressed={chosen === alternative}
              onClick={() => setPicked(chosen === alternative ? null : alternative.entry.id)}
            >
              <b>{alternative.entry.name}</b>
              <span>{alternative.entry.note}</span>
              <span>{alternative.fits.join(' · ')}</span>
            </button>
          ))}
          <h3>Or library music</h3>
          {field('title', 'Title of the library music', 'Title')}
          {field('library', 'Library', 'Library')}
          {field('catalogueNo', 'Catalogue number', 'Catalogue number')}
          {field('fee', 'Expected fee', 'Expected fee, such as EUR 250')}
          {same.length > 1 ? (
            <FieldCheck
              name="whatIfAll"
              label={`All ${same.length} uses of this music`}
              value={isForAll}
              onChange={setForAll}
            />
          ) : null}
        </div>
        <div className={styles.main}>
          {outcome === null ? (
            <p className={styles.note}>Choose a piece, or type a title: what it would change stands here.</p>
          ) : outcome.ok ? (
            <WhatIfFigures outcome={outcome.value} />
          ) : (
            <p className={styles.warning}>
              {outcome.problem.message} {outcome.problem.remedy}
            </p>
          )}
        </div>
      </div>
      <DialogActions note="Nothing is changed until you accept; then one step takes it back.">
        <Button label="Cancel" onPress={() => session.moment.patch({ dialog: 'none' })} />
        <Button kind="primary" label="Accept" isDisabled={!outcome?.ok} onPress={accept} />
      </DialogActions>
    </>
  )
}

type WantedChange = {
  readonly chosen: Alternative | null
  readonly typed: Typed
  readonly uses: readonly CueUse[]
}

function editFor(session: Session, { chosen, typed, uses }: WantedChange): Edit | null {
  const cues = uses.map(({ cue }) => cue.id)
  const recorded = { day: today(), author: author(session) }
  if (chosen) return replaceByEntry(cues, chosen.entry, licencesOfEntry(chosen.entry), recorded, makeId)
  if (typed.title.trim() === '') return null
  const fee = parseFee(typed.fee, 'EUR')
  const priced = fee.ok && fee.value.feeMinor !== null ? fee.value : null
  const patch = {
    licensor: typed.library.trim(),
    ...(priced ? { estimateMinor: priced.feeMinor, currency: priced.currency } : {}),
  }
  const { title, library, catalogueNo } = typed
  return replaceByLibrary(
    cues,
    {
      title,
      recording: { library: library.trim(), label: library.trim(), catalogueNo: catalogueNo.trim() },
      vocals: 'instrumental',
      licence: { kind: 'library', patch },
    },
    recorded,
    makeId,
  )
}
