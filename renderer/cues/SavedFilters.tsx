import { Star } from 'lucide-react'
import { memo, useState } from 'react'
import { Button as AriaButton, Dialog, DialogTrigger, Input, Popover, TextField } from 'react-aria-components'
import { readFilter } from '../../shared/filter/readFilter.ts'
import { keepSettings } from '../settings/keepSettings.ts'
import { useSession } from '../store/session.ts'
import { useStore } from '../store/store.ts'
import buttonStyles from '../ui/Button.module.css'
import { Button } from '../ui/Button.tsx'
import choiceStyles from '../ui/Choice.module.css'
import styles from './CueTable.module.css'

/** Filters under names: choosing one, keeping the one that is typed, and letting one go. */
export const SavedFilters = memo(function SavedFilters() {
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
          {({ close }) => <SavedList close={close} />}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
})

function SavedList({ close }: { readonly close: () => void }) {
  const session = useSession()
  const saved = useStore(session.settings, ({ savedFilters }) => savedFilters)
  const keep = (savedFilters: typeof saved) => void keepSettings(session, { savedFilters: [...savedFilters] })
  return (
    <>
      {saved.length === 0 ? <p className={styles.understood}>No filter has a name yet.</p> : null}
      {saved.map((filter) => (
        <div key={filter.name} className={styles.savedRow}>
          <AriaButton
            className={`${choiceStyles.option} ${styles.savedName}`}
            onPress={() => {
              session.moment.patch({ filter: filter.text })
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
      <SaveForm
        onSave={(filter) => {
          keep([...saved.filter(({ name }) => name !== filter.name), filter])
          close()
        }}
      />
    </>
  )
}

type SaveFormProps = { readonly onSave: (filter: { readonly name: string; readonly text: string }) => void }

/** Gives the filter that is typed a name, unless it has a fault. */
function SaveForm({ onSave }: SaveFormProps) {
  const session = useSession()
  const text = useStore(session.moment, ({ filter }) => filter.trim())
  const [name, setName] = useState('')
  const save = () => onSave({ name: name.trim() || text.slice(0, 80), text })
  if (text === '' || !readFilter(text).ok)
    return <p className={styles.understood}>Type a filter to give it a name here.</p>
  return (
    <form
      className={styles.savedForm}
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <TextField aria-label="Name of this filter" value={name} onChange={setName} autoFocus>
        <Input className={styles.savedInput ?? ''} placeholder={text} maxLength={80} />
      </TextField>
      <Button label="Save" onPress={save} />
    </form>
  )
}
