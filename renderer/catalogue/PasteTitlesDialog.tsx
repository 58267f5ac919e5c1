import { memo, useCallback, useDeferredValue, useMemo, useState } from 'react'
import { titleCues } from '../../shared/edits/titleEdits.ts'
import { readTitleList } from '../../shared/formats/titleList.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import type { CueId } from '../../shared/model/ids.ts'
import { useDocument } from '../review/useDocument.ts'
import { makeId, useSession } from '../store/session.ts'
import { useStore } from '../store/store.ts'
import { cueOrder } from '../timeline/cueOrder.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog, DialogActions } from '../ui/Dialog.tsx'
import { type MatchedTitle, matchTitles } from './matchTitles.ts'
import styles from './PasteTitlesDialog.module.css'

/** Lines that are shown before they are pasted; the count below says how many there are. */
const mostShown = 200

type Target = 'selected' | 'untitled' | 'all'

/** Pastes a list of titles onto cues in their order: each line beside the cue that it names, before anything is changed. */
export function PasteTitlesDialog() {
  const session = useSession()
  const document = useDocument()
  const axis = useStore(session.timeline.axis)
  const [selection] = useState(() => session.moment.value.selection)
  const [text, setText] = useState('')
  const [onto, setOnto] = useState<Target>(selection.length > 1 ? 'selected' : 'untitled')
  const [skipped, setSkipped] = useState<ReadonlySet<CueId>>(new Set())
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set())
  const deferred = useDeferredValue(text)
  const lines = useMemo(() => readTitleList(deferred), [deferred])
  const cues = useMemo(() => {
    if (!document) return []
    const ordered = cueOrder(document, axis).cues
    if (onto === 'selected') return ordered.filter(({ id }) => selection.includes(id))
    return onto === 'all' ? ordered : ordered.filter(({ title, work }) => title === '' && work === null)
  }, [document, axis, onto, selection])
  const matched = useMemo(() => matchTitles(lines, cues, skipped, left), [lines, cues, skipped, left])
  const skip = useCallback((cue: CueId) => setSkipped((before) => toggled(before, cue)), [])
  const leave = useCallback((line: number) => setLeft((before) => toggled(before, line)), [])
  if (!document) return null
  const titled = matched.flatMap(({ cue, line }) => (cue && line ? [{ cue: cue.id, line }] : []))
  const over = matched.filter(({ cue, line, isLeft }) => line && !cue && !isLeft).length
  const close = () => session.moment.patch({ dialog: 'none' })
  const paste = () => {
    if (!session.apply(titleCues(titled, makeId))) return
    close()
    session.say(`${titled.length === 1 ? '1 cue has its title' : `${titled.length} cues have their titles`}`)
  }
  return (
    <Dialog title="Paste titles onto cues" subtitle="One line for each cue, in order" size="large">
      <div className={styles.halves}>
        <div className={styles.source}>
          <label htmlFor="titles">Titles, one a line; from a spreadsheet also artist and composer</label>
          <textarea
            id="titles"
            className={styles.text}
            autoFocus
            spellCheck={false}
            placeholder={
              'Undertow\tThe Tin Coast\tAda Rivers / Bo Lund\nThe crossing\n- (a dash leaves a cue out)'
            }
            value={text}
            onChange={(event) => {
              setText(event.target.value)
              setLeft(new Set())
            }}
          />
          <Onto onto={onto} choose={setOnto} selected={selection.length} />
        </div>
        <Preview document={document} matched={matched} skip={skip} leave={leave} />
      </div>
      <DialogActions
        note={
          <span role="status">
            {titled.length} {titled.length === 1 ? 'cue' : 'cues'} of {cues.length} get a title
            {over > 0 ? `; ${over} ${over === 1 ? 'line finds' : 'lines find'} no cue` : ''}.
          </span>
        }
      >
        <Button label="Cancel" onPress={close} />
        <Button kind="primary" label="Paste titles" isDisabled={titled.length === 0} onPress={paste} />
      </DialogActions>
    </Dialog>
  )
}

type OntoProps = {
  readonly onto: Target
  readonly choose: (onto: Target) => void
  readonly selected: number
}

/** Which cues the lines are for. */
function Onto({ onto, choose, selected }: OntoProps) {
  return (
    <div className={styles.onto} role="radiogroup" aria-label="Cues">
      {(
        [
          ['selected', `Selected cues (${selected})`],
          ['untitled', 'Cues without a title'],
          ['all', 'All cues'],
        ] as const
      ).map(([id, name]) => (
        <label key={id}>
          <input
            type="radio"
            name="onto"
            checked={onto === id}
            disabled={id === 'selected' && selected === 0}
            onChange={() => choose(id)}
          />
          {name}
        </label>
      ))}
    </div>
  )
}

type PreviewProps = {
  readonly document: ProductionDocument
  readonly matched: readonly MatchedTitle[]
  readonly skip: (cue: CueId) => void
  readonly leave: (line: number) => void
}

/** Each cue beside the line that names it. */
const Preview = memo(function Preview({ document, matched, skip, leave }: PreviewProps) {
  return (
    <div className={styles.preview}>
      <table>
        <thead>
          <tr>
            <th scope="col">Cue</th>
            <th scope="col">Now</th>
            <th scope="col">Line</th>
            <th scope="col">
              <span className="visuallyHidden">Leave out</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {matched.slice(0, mostShown).map(({ key, cue, line, at, isSkipped, isLeft }) => (
            <tr key={key} data-off={isSkipped || isLeft || line === null}>
              <td>{cue?.number || (cue ? '–' : '')}</td>
              <td>
                {cue ? cue.title || document.works[cue.work ?? '']?.title || '' : isLeft ? '' : 'no cue left'}
              </td>
              <td>
                {isSkipped ? 'skipped' : line ? line.title : 'keeps what it has'}
                {line && !isSkipped ? (
                  <span className={styles.by}>
                    {[line.artist, line.composers.join(', ')].filter(Boolean).join(' · ')}
                  </span>
                ) : null}
              </td>
              <td className={styles.acts}>
                {cue ? (
                  <Button
                    kind="quiet"
                    label={isSkipped ? 'Take cue' : 'Skip cue'}
                    onPress={() => skip(cue.id)}
                  />
                ) : null}
                {at === null ? null : (
                  <Button kind="quiet" label={isLeft ? 'Take line' : 'Skip line'} onPress={() => leave(at)} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
})

function toggled<Item>(set: ReadonlySet<Item>, item: Item): ReadonlySet<Item> {
  const next = new Set(set)
  if (!next.delete(item)) next.add(item)
  return next
}
