import { useId, useMemo, useState } from 'react'
import { cueField, cueFields } from '../../shared/entry/cueFields.ts'
import { planCells, setCells } from '../../shared/entry/setCells.ts'
import { today } from '../licensing/today.ts'
import { makeId, type OpenWork, useSession } from '../store/session.ts'
import { useStore } from '../store/store.ts'
import { cueOrder } from '../timeline/cueOrder.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog, DialogActions, DialogBody } from '../ui/Dialog.tsx'
import { type BulkChange, bulkEntries, firstNumber } from './bulkEntries.ts'
import styles from './PlanList.module.css'
import { PlanList } from './PlanList.tsx'
import { shownCues } from './shownCues.ts'
import { labelOf } from './useCellEdits.ts'

/** Changes the selected cues, or those that the filter shows when none is selected, after showing what each would become. */
export function BulkEditDialog() {
  const session = useSession()
  const work = useStore(session.work)
  return work ? <BulkEdit work={work} /> : null
}

const blankChange: BulkChange = { kind: 'set', field: 'type', text: '' }

const textFields = ['title', 'number', 'scene', 'description', 'notes'] as const

function BulkEdit({ work }: { readonly work: OpenWork }) {
  const session = useSession()
  const [change, setChange] = useState<BulkChange>(blankChange)
  const document = useStore(work.documents.state, (state) => state.document)
  const selection = useStore(session.moment, (moment) => moment.selection)
  const axis = useStore(session.timeline.axis)
  const filter = useStore(session.moment, (moment) => moment.filter)
  const bars = useStore(session.moment, (moment) => moment.bars)
  const cues = useMemo(() => {
    const chosen = new Set(selection)
    const ordered = cueOrder(document, axis).cues
    return chosen.size > 0
      ? ordered.filter(({ id }) => chosen.has(id))
      : shownCues(document, ordered, { filter, bars })
  }, [document, axis, selection, filter, bars])
  const entries = useMemo(() => {
    const empties = change.kind === 'set' && change.text === '' && cueField(change.field)?.empty === null
    return empties ? [] : bulkEntries(document, cues, change)
  }, [document, cues, change])
  const plan = useMemo(() => planCells(document, entries, { makeId, today: today() }), [document, entries])
  const isRefused = plan.outcomes.some(({ problem }) => problem !== null)
  const changed = plan.outcomes.filter(({ problem, before, after }) => problem === null && before !== after)
  const apply = () => {
    const verb =
      change.kind === 'number' ? 'Number again:' : change.kind === 'replace' ? 'Replace in' : 'Change'
    const edit = setCells(labelOf(verb, entries), entries, { makeId, today: today() })
    if (session.apply(edit)) session.moment.patch({ dialog: 'none' })
  }
  const who = `${cues.length.toLocaleString()} ${selection.length === 0 ? 'cues that the table shows' : cues.length === 1 ? 'selected cue' : 'selected cues'}`
  return (
    <Dialog title="Change cues" subtitle={who} size="large">
      <DialogBody label="What is to change">
        <ChangeForm
          change={change}
          firstNumber={firstNumber(document, cues)}
          onChange={setChange}
          onEnter={apply}
        />
        <PlanList document={document} outcomes={plan.outcomes} />
      </DialogBody>
      <DialogActions
        note={isRefused ? 'Nothing is changed while something is refused.' : 'One step of the history.'}
      >
        <Button
          kind="primary"
          label={changed.length === 1 ? 'Change 1 cue' : `Change ${changed.length.toLocaleString()} cues`}
          isDisabled={isRefused || changed.length === 0}
          onPress={apply}
        />
      </DialogActions>
    </Dialog>
  )
}

type ChangeFormProps = {
  readonly change: BulkChange
  /** What the numbers begin with unless another is typed. */
  readonly firstNumber: string
  readonly onChange: (change: BulkChange) => void
  readonly onEnter: () => void
}

function ChangeForm({ change, firstNumber: first, onChange, onEnter }: ChangeFormProps) {
  const firsts: Readonly<Record<BulkChange['kind'], BulkChange>> = {
    set: blankChange,
    replace: { kind: 'replace', field: 'title', find: '', by: '', matchesCase: false },
    number: { kind: 'number', first },
  }
  const id = useId()
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        onEnter()
      }}
    >
      <label htmlFor={`${id}-kind`}>What</label>
      <select
        id={`${id}-kind`}
        value={change.kind}
        onChange={(event) => onChange(firsts[event.target.value as BulkChange['kind']])}
      >
        <option value="set">Give a field a value</option>
        <option value="replace">Find and replace</option>
        <option value="number">Number again</option>
      </select>
      <span />
      {change.kind === 'number' ? (
        <>
          <label htmlFor={`${id}-first`}>First number</label>
          <input
            id={`${id}-first`}
            value={change.first}
            onChange={(event) => onChange({ ...change, first: event.target.value })}
          />
          <span />
        </>
      ) : (
        <FieldForm id={id} change={change} onChange={onChange} />
      )}
      <button type="submit" hidden />
    </form>
  )
}

type FieldFormProps = {
  readonly id: string
  readonly change: BulkChange & { readonly kind: 'set' | 'replace' }
  readonly onChange: (change: BulkChange) => void
}

function FieldForm({ id, change, onChange }: FieldFormProps) {
  const fields =
    change.kind === 'set'
      ? cueFields
      : cueFields.filter((field) => textFields.some((name) => name === field.id))
  const words = change.kind === 'set' ? (cueField(change.field)?.words ?? []) : []
  return (
    <>
      <label htmlFor={`${id}-field`}>Field</label>
      <select
        id={`${id}-field`}
        value={change.field}
        onChange={(event) => onChange({ ...change, field: event.target.value } as BulkChange)}
      >
        {fields.map((field) => (
          <option key={field.id} value={field.id}>
            {field.name}
          </option>
        ))}
      </select>
      <span />
      {change.kind === 'set' ? (
        <>
          <label htmlFor={`${id}-text`}>New value</label>
          <input
            id={`${id}-text`}
            list={`${id}-words`}
            value={change.text}
            onChange={(event) => onChange({ ...change, text: event.target.value })}
          />
          <datalist id={`${id}-words`}>
            {words.map(({ value, name }) => (
              <option key={value} value={name} />
            ))}
          </datalist>
          <span />
        </>
      ) : (
        <>
          <label htmlFor={`${id}-find`}>Find</label>
          <input
            id={`${id}-find`}
            value={change.find}
            onChange={(event) => onChange({ ...change, find: event.target.value })}
          />
          <label>
            <input
              type="checkbox"
              checked={change.matchesCase}
              onChange={(event) => onChange({ ...change, matchesCase: event.target.checked })}
            />{' '}
            Same capitals
          </label>
          <label htmlFor={`${id}-by`}>Replace by</label>
          <input
            id={`${id}-by`}
            value={change.by}
            onChange={(event) => onChange({ ...change, by: event.target.value })}
          />
          <span />
        </>
      )}
    </>
  )
}
