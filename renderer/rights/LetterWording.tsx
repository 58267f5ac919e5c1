import { useState } from 'react'
import {
  type LetterTemplate,
  letterFields,
  unknownFields,
  useFields,
} from '../../shared/licensing/letterTemplate.ts'
import { keepSettings } from '../settings/keepSettings.ts'
import { useSession } from '../store/session.ts'
import { Button } from '../ui/Button.tsx'
import { DialogActions } from '../ui/Dialog.tsx'
import styles from './RightsDialogs.module.css'

type LetterWordingProps = { readonly template: LetterTemplate; readonly onDone: () => void }

const parts: readonly {
  readonly name: keyof LetterTemplate
  readonly label: string
  readonly rows: number
}[] = [
  { name: 'subject', label: 'Subject', rows: 1 },
  { name: 'body', label: 'Letter', rows: 14 },
  { name: 'use', label: 'Each use', rows: 8 },
]

/** How requests are worded, for all productions. Words in braces are filled in. */
export function LetterWording({ template, onDone }: LetterWordingProps) {
  const session = useSession()
  const [typed, setTyped] = useState(template)
  const unknown = unknownFields(typed)
  const keep = (requestLetter: LetterTemplate | null) => {
    void keepSettings(session, { requestLetter })
    onDone()
  }
  return (
    <>
      <div className={styles.split}>
        <div className={styles.side}>
          <h3>Filled in, in the letter</h3>
          <p className={styles.note}>{letterFields.map((field) => `{${field}}`).join(' ')}</p>
          <h3>Filled in, for each use</h3>
          <p className={styles.note}>{useFields.map((field) => `{${field}}`).join(' ')}</p>
          <p className={styles.note}>A line whose fields are all empty is left out.</p>
          {unknown.length > 0 ? (
            <p className={styles.warning}>
              ▲ Not known, and left as they are: {unknown.map((field) => `{${field}}`).join(' ')}
            </p>
          ) : null}
        </div>
        <div className={styles.main}>
          {parts.map(({ name, label, rows }) => (
            <label key={name}>
              <h3>{label}</h3>
              <textarea
                className={styles.area}
                rows={rows}
                value={typed[name]}
                onChange={(event) => setTyped({ ...typed, [name]: event.target.value })}
              />
            </label>
          ))}
        </div>
      </div>
      <DialogActions note="The same for every production.">
        <Button label="Back to the usual wording" onPress={() => keep(null)} />
        <Button label="Cancel" onPress={onDone} />
        <Button kind="primary" label="Keep this wording" onPress={() => keep(typed)} />
      </DialogActions>
    </>
  )
}
