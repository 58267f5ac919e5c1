import { ChevronRight } from 'lucide-react'
import { useRef } from 'react'
import { Menu, MenuItem, MenuSection, Popover, SubmenuTrigger } from 'react-aria-components'
import { cueTypes, diegeses } from '../../shared/model/cue.ts'
import type { Command } from '../commands/command.ts'
import { commandById, runCommand } from '../commands/commands.ts'
import { useSession } from '../store/session.ts'
import { useStore } from '../store/store.ts'
import choiceStyles from '../ui/Choice.module.css'
import { KeyHint } from '../ui/KeyHint.tsx'
import styles from './CueMenu.module.css'
import { cueMenuSections } from './cueMenuSections.ts'

/** The common acts on the selected cues, where the pointer or the keyboard asked for them. */
export function CueMenu() {
  const session = useSession()
  const place = useStore(session.moment, (moment) => moment.cueMenu)
  const count = useStore(session.moment, (moment) => moment.selection.length)
  const anchor = useRef<HTMLSpanElement>(null)
  const close = () => session.moment.patch({ cueMenu: null })
  return (
    <>
      <span
        ref={anchor}
        className={styles.anchor}
        style={place ? { left: place.x, top: place.y } : undefined}
        aria-hidden="true"
      />
      <Popover
        aria-label="Menu of this cue"
        className={`${choiceStyles.popover} ${styles.popover}`}
        triggerRef={anchor}
        isOpen={place !== null}
        onOpenChange={(isOpen) => {
          if (!isOpen) close()
        }}
        placement="bottom start"
        offset={2}
      >
        <Menu
          className={choiceStyles.list ?? ''}
          aria-label={count === 1 ? 'This cue' : `${count} cues`}
          autoFocus="first"
          onClose={close}
          onAction={(key) => {
            close()
            // After the keyboard is back where it was, since some acts take it elsewhere.
            requestAnimationFrame(() => runCommand(session, commandById(String(key))))
          }}
        >
          {cueMenuSections.map(({ name, entries }) => (
            <MenuSection key={name} className={styles.section ?? ''} aria-label={name}>
              {entries.map((command) => (
                <Entry key={command.id} command={command} />
              ))}
            </MenuSection>
          ))}
          <MenuSection className={styles.section ?? ''} aria-label="Tags">
            <Submenu name="Type" ids={cueTypes.map((type) => `cue.type.${type}`)} />
            <Submenu name="Diegesis" ids={diegeses.map((diegesis) => `cue.diegesis.${diegesis}`)} />
          </MenuSection>
          <MenuSection className={styles.section ?? ''} aria-label="Remove">
            <Entry command={commandById('cue.remove')} />
          </MenuSection>
        </Menu>
      </Popover>
    </>
  )
}

function Entry({ command: { id, label, keys, when } }: { readonly command: Command }) {
  const session = useSession()
  const text = label.replace(/^(Type|Diegesis): /, '')
  return (
    <MenuItem
      id={id}
      textValue={text}
      className={choiceStyles.option ?? ''}
      isDisabled={when?.(session) === false}
    >
      <span className={choiceStyles.name}>{text}</span>
      {keys[0] ? <KeyHint keys={keys[0]} /> : null}
    </MenuItem>
  )
}

type SubmenuProps = { readonly name: string; readonly ids: readonly string[] }

function Submenu({ name, ids }: SubmenuProps) {
  const session = useSession()
  return (
    <SubmenuTrigger>
      <MenuItem id={name} textValue={name} className={choiceStyles.option ?? ''}>
        <span className={choiceStyles.name}>{name}</span>
        <ChevronRight size={12} aria-hidden />
      </MenuItem>
      <Popover aria-label="More for this cue" className={choiceStyles.popover ?? ''} offset={-2}>
        <Menu
          className={choiceStyles.list ?? ''}
          aria-label={name}
          onAction={(key) => {
            session.moment.patch({ cueMenu: null })
            runCommand(session, commandById(String(key)))
          }}
        >
          {ids.map((id) => (
            <Entry key={id} command={commandById(id)} />
          ))}
        </Menu>
      </Popover>
    </SubmenuTrigger>
  )
}
