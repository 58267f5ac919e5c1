import { useMemo, useState } from 'react'
import { useSession } from '../store/session.ts'
import { useStore } from '../store/store.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog, DialogActions, DialogBody } from '../ui/Dialog.tsx'
import { KeyHint } from '../ui/KeyHint.tsx'
import { commands } from './commands.ts'
import styles from './ShortcutSheet.module.css'
import { shortcutGroups } from './shortcutGroups.ts'

/** Every key, by group, to search and to learn from. */
export function ShortcutSheet() {
  const session = useSession()
  const includesShown = useStore(session.settings, (settings) => settings.outIncludesShownFrame)
  const [query, setQuery] = useState('')
  const groups = useMemo(() => shortcutGroups(commands, query), [query])
  return (
    <Dialog title="Keys" size="large">
      <div className={styles.search}>
        <input
          className={styles.input}
          autoFocus
          type="search"
          aria-label="Find a key"
          placeholder="Find a key or what it does"
          spellCheck={false}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
        <p className={styles.rule}>
          {includesShown
            ? 'O includes the shown frame: it is the last frame with music.'
            : 'O does not include the shown frame: it is the first frame without music.'}
        </p>
      </div>
      <DialogBody label="Keys by group">
        {groups.length === 0 ? <p>No key fits “{query.trim()}”.</p> : null}
        <div className={styles.groups}>
          {groups.map(({ group, commands: members }) => (
            <section key={group} className={styles.group} aria-label={group}>
              <h3 className={styles.heading}>{group}</h3>
              <dl className={styles.keys}>
                {members.map(({ id, label, keys }) => (
                  <div key={id} className={styles.line}>
                    <dt>{label}</dt>
                    <dd>
                      {keys.map((key) => (
                        <KeyHint key={key} keys={key} />
                      ))}
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
        </div>
      </DialogBody>
      <DialogActions note="Keys without Ctrl rest while you type in a field.">
        <Button label="Settings…" onPress={() => session.moment.patch({ dialog: 'settings' })} />
      </DialogActions>
    </Dialog>
  )
}
