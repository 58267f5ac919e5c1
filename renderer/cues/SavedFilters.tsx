import { Star } from 'lucide-react'
import { useState } from 'react'
import { Button as AriaButton, Dialog, DialogTrigger, Input, Popover, TextField } from 'react-aria-components'
import { keepSettings } from '../settings/keepSettings.ts'
import { useSession } from '../store/session.ts'
import { useStore } from '../store/store.ts'
import buttonStyles from '../ui/Button.module.css'
import { Button } from '../ui/Button.tsx'
import choiceStyles from '../ui/Choice.module.css'
import styles from './CueTable.module.css'

type SavedFiltersProps = {
  readonly text: string
  /** Whether the filter that is typed has no fault. */
  readonly isSound: boolean
  readonly onChoose: (text: string) => void
}

/** Filters under names: choosing one, keeping the one that is typed, and letting one go. */
export function SavedFilters({ text, isSound, onChoose }: SavedFiltersProps) {
  const session = useSession()
  const saved = useStore(session.settings, ({ savedFilters }) => savedFilters)
  const [name, setName] = useState('')
  const keep = (savedFilters: typeof saved) => void keepSettings(session, { savedFilters: [...savedFilters] })
  const canSave = isSound && text.trim() !== ''
  const save = () => {
    const called = name.trim() || text.trim().slice(0, 80)
    keep([...saved.filter((other) => other.name !== called), { name: called, text: text.trim() }])
    setName('')
  }
  return (
    <DialogTrigger>
      <AriaButton
        className={`${buttonStyles.button} ${buttonStyles.quiet} ${buttonStyles.icon}`}
        aria-label="Saved filters"
        data-saved-filters
      >
        <Star size={13} />
      </AriaButton>
      <Popover className={`${choiceStyles.popover} ${styles.saved}`} placement="bottom start" offset={3}>
        <Dialog aria-label="Saved filters" className={styles.savedList ?? ''}>
          {({ close }) => (
            <>
              {saved.length === 0 ? <p className={styles.understood}>No filter has a name yet.</p> : null}
              {saved.map((filter) => (
                <div key={filter.name} className={styles.savedRow}>
                  <AriaButton
                    className={`${choiceStyles.option} ${styles.savedName}`}
                    onPress={() => {
                      onChoose(filter.text)
                      close()
                    }}
                  >
                    <span className={choiceStyles.name}>{filter.name}</span>
                    {filter.text === filter.name ? null : <code className={styles.idle}>{filter.text}</code>}
                  </AriaButton>
                  <Button
                    kind="quiet"
                    label={`Forget ${filter.name}`}
                    icon={<span aria-hidden>×</span>}
                    onPress={() => keep(saved.filter((other) => other !== filter))}
                  />
                </div>
              ))}
              {canSave ? (
                <form
                  className={styles.savedForm}
                  onSubmit={(event) => {
                    event.preventDefault()
                    save()
                    close()
                  }}
                >
                  <TextField aria-label="Name of this filter" value={name} onChange={setName} autoFocus>
                    <Input className={styles.savedInput ?? ''} placeholder={text.trim()} maxLength={80} />
                  </TextField>
                  <Button
                    label="Save"
                    onPress={() => {
                      save()
                      close()
                    }}
                  />
                </form>
              ) : (
                <p className={styles.understood}>Type a filter to give it a name here.</p>
              )}
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
