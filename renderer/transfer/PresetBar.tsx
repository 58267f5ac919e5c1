import { MoreHorizontal } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import {
  Button as AriaButton,
  Input,
  Menu,
  MenuItem,
  MenuTrigger,
  Popover,
  TextField,
} from 'react-aria-components'
import type { Settings } from '../../shared/ipc/settingsSchema.ts'
import { keepSettings } from '../settings/keepSettings.ts'
import { useSession } from '../store/session.ts'
import { useStore } from '../store/store.ts'
import buttonStyles from '../ui/Button.module.css'
import { Button } from '../ui/Button.tsx'
import choiceStyles from '../ui/Choice.module.css'
import { Choice } from '../ui/Choice.tsx'
import { chosenExporters, type Delivery } from './delivery.ts'
import { isSameSetup } from './deliverySetup.ts'
import styles from './PresetBar.module.css'

type Naming = { readonly of: 'new' | 'rename'; readonly text: string }

/** Setups under the names of clients: choosing one, keeping the present one, renaming and deleting. */
export function PresetBar({ delivery }: { readonly delivery: Delivery }) {
  const session = useSession()
  const presets = useStore(session.settings, ({ deliveryPresets }) => deliveryPresets)
  const setup = useStore(session.settings, (settings) => settings.delivery)
  const [last, setLast] = useState<string | null>(null)
  const [naming, setNaming] = useState<Naming | null>(null)
  const current = presets.find((preset) => isSameSetup(preset.setup, setup)) ?? null
  const touched = current ?? presets.find(({ name }) => name === last) ?? null
  const keep = (deliveryPresets: Settings['deliveryPresets'], more: Partial<Settings> = {}) =>
    void keepSettings(session, { deliveryPresets: [...deliveryPresets], ...more })
  const others = (name: string) => presets.filter((preset) => preset.name !== name)
  const choose = (name: string) => {
    const preset = presets.find((each) => each.name === name)
    if (!preset) return
    setLast(name)
    void keepSettings(session, { delivery: preset.setup })
    const [first] = chosenExporters(preset.setup)
    if (first) delivery.state.patch({ shown: first.id })
  }
  const named = ({ of, text }: Naming) => {
    const name = text.trim().slice(0, 80)
    setNaming(null)
    if (name === '') return
    setLast(name)
    const renamed = of === 'rename' && touched
    const kept = renamed ? { name, setup: touched.setup } : { name, setup }
    const rest = renamed ? others(touched.name).filter((preset) => preset.name !== name) : others(name)
    keep([...rest, kept].toSorted((a, b) => a.name.localeCompare(b.name)))
    session.say(renamed ? `Renamed the preset to ${name}` : `Kept the preset ${name}`)
  }
  const act = (action: string) => {
    if (action === 'new') setNaming({ of: 'new', text: setup.client })
    if (!touched) return
    if (action === 'rename') setNaming({ of: 'rename', text: touched.name })
    if (action === 'update') keep([...others(touched.name), { ...touched, setup }])
    if (action === 'delete') {
      keep(others(touched.name))
      setLast(null)
      session.say(`Deleted the preset ${touched.name}. What is ticked stays.`)
    }
  }
  if (naming) return <NameForm naming={naming} onNamed={named} onGiveUp={() => setNaming(null)} />
  const isChanged = touched !== null && current === null
  return (
    <div className={styles.bar}>
      <Choice
        name="preset"
        label="Preset"
        layout="bare"
        options={presets.map(({ name }) => ({ id: name, name }))}
        value={current?.name ?? null}
        placeholder={
          isChanged ? `${touched.name}, changed` : presets.length > 0 ? 'No preset' : 'No presets yet'
        }
        onChange={choose}
      />
      <PresetMenu name={touched?.name ?? null} isChanged={isChanged} onAct={act} />
    </div>
  )
}

type PresetMenuProps = {
  readonly name: string | null
  readonly isChanged: boolean
  readonly onAct: (action: string) => void
}

function PresetMenu({ name, isChanged, onAct }: PresetMenuProps) {
  const items: readonly (readonly [id: string, label: string])[] = [
    ['new', 'Save as a preset…'],
    ...(name && isChanged ? [['update', `Save the changes to ${name}`] as const] : []),
    ...(name
      ? ([
          ['rename', `Rename ${name}…`],
          ['delete', `Delete ${name}`],
        ] as const)
      : []),
  ]
  return (
    <MenuTrigger>
      <AriaButton
        className={`${buttonStyles.button} ${buttonStyles.quiet} ${buttonStyles.icon}`}
        aria-label="Preset: save, rename, delete"
      >
        <MoreHorizontal size={15} />
      </AriaButton>
      <Popover className={choiceStyles.popover ?? ''} placement="bottom end" offset={3}>
        <Menu className={choiceStyles.list ?? ''} aria-label="Preset" onAction={(key) => onAct(String(key))}>
          {items.map(([id, label]) => (
            <MenuItem key={id} id={id} className={choiceStyles.option ?? ''} textValue={label}>
              <span className={choiceStyles.name}>{label}</span>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}

type NameFormProps = {
  readonly naming: Naming
  readonly onNamed: (naming: Naming) => void
  readonly onGiveUp: () => void
}

function NameForm({ naming, onNamed, onGiveUp }: NameFormProps) {
  const [text, setText] = useState(naming.text)
  const escaped = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    onGiveUp()
  }
  return (
    <form
      className={styles.bar}
      onSubmit={(event) => {
        event.preventDefault()
        onNamed({ ...naming, text })
      }}
    >
      <TextField
        className={styles.field ?? ''}
        aria-label="Name of the preset"
        value={text}
        onChange={setText}
        onKeyDown={escaped}
        autoFocus
      >
        <Input className={styles.input ?? ''} placeholder="Client or broadcaster" maxLength={80} />
      </TextField>
      <Button label="Save" onPress={() => onNamed({ ...naming, text })} />
    </form>
  )
}
