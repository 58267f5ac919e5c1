import { useState } from 'react'
import type { MusicUses } from '../../shared/catalogue/usage.ts'
import type { MergedTable } from '../../shared/edits/mergeEdits.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import { useSession } from '../store/session.ts'
import { Button } from '../ui/Button.tsx'
import { keepingFocus } from '../ui/keepingFocus.ts'
import styles from './LibraryDialog.module.css'
import { recordName } from './libraryRows.ts'
import { mergeEdit, mergeLines } from './mergeChoices.ts'
import { UsesList } from './UsesList.tsx'

type MergePaneProps = {
  readonly table: MergedTable
  /** The first is the one that is kept. */
  readonly ids: readonly string[]
  readonly document: ProductionDocument
  readonly uses: MusicUses
  readonly done: () => void
  readonly cancel?: () => void
}

/** Records side by side, field by field, with the choice of what holds, and the cues that change. */
export function MergePane({ table, ids, document, uses, done, cancel }: MergePaneProps) {
  const session = useSession()
  const [chosen, setChosen] = useState<Readonly<Record<string, number>>>({})
  const there = ids.filter((id) => Object.hasOwn(document[table], id))
  const lines = mergeLines(document, table, there)
  const open = lines.filter(({ field, preset }) => preset === null && chosen[field] === undefined)
  const [, ...others] = there
  const moved = [...new Set(others.flatMap((id) => uses[table].get(id) ?? []))]
  const merge = () => {
    const merged = session.apply(mergeEdit(table, there, lines, chosen))
    if (!merged) return
    session.say(
      `Merged ${there.length} into ${recordName(document, table, there[0] ?? '')}. Undo parts them again.`,
    )
    done()
  }
  if (there.length < 2) return null
  return (
    <section aria-label="Merge">
      <h3 className={styles.heading}>
        <span>Merge {there.length} into one</span>
      </h3>
      <table className={styles.choices}>
        <thead>
          <tr>
            <td />
            {there.map((id, index) => (
              <th key={id} scope="col">
                {recordName(document, table, id)}
                {index === 0 ? ', which stays' : ''}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ field, label, options, preset }) => (
            <tr key={field} data-open={open.some((line) => line.field === field)}>
              <th scope="row">
                {open.some((line) => line.field === field) ? '● ' : ''}
                {label}
              </th>
              {options.map(({ text }, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is a record
                <td key={index}>
                  <label>
                    <input
                      type="radio"
                      name={field}
                      checked={(chosen[field] ?? preset) === index}
                      onChange={() => setChosen({ ...chosen, [field]: index })}
                    />
                    {text}
                  </label>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <h4 className={styles.part}>Cues that change over</h4>
      <UsesList cues={moved} document={document} />
      <div className={styles.foot}>
        <Button
          kind="primary"
          label="Merge"
          isDisabled={open.length > 0}
          onPress={() => keepingFocus(merge)}
        />
        {cancel ? <Button label="Cancel" onPress={cancel} /> : null}
        <span className={styles.note}>
          {open.length > 0
            ? `Choose what holds for ${open.map(({ label }) => label).join(', ')}.`
            : 'Shares, licences and identifiers stay. One step, which undo takes back.'}
        </span>
      </div>
    </section>
  )
}
