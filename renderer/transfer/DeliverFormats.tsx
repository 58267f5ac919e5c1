import { Check } from 'lucide-react'
import type { FocusEvent, PointerEvent } from 'react'
import { Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components'
import { exporters } from '../../shared/formats/exporters.ts'
import type { Exporter, ExporterGroup } from '../../shared/formats/format.ts'
import { useSession } from '../store/session.ts'
import { useStore } from '../store/store.ts'
import styles from './DeliverFormats.module.css'
import type { Delivery } from './delivery.ts'
import { changeSetup } from './deliverySetup.ts'
import { PresetBar } from './PresetBar.tsx'

const groups: readonly (readonly [group: ExporterGroup, name: string])[] = [
  ['cueSheet', 'Cue sheets'],
  ['clearance', 'Clearance'],
  ['markers', 'Markers for editing systems'],
  ['exchange', 'Data'],
]

/** The formats by what they are for: those that are delivered are ticked, the one that has the keyboard is previewed. */
export function DeliverFormats({ delivery }: { readonly delivery: Delivery }) {
  const session = useSession()
  const chosen = useStore(session.settings, (settings) => settings.delivery.formats)
  const shown = useStore(delivery.state, (state) => state.shown)
  /** The keyboard that only comes into the list, as when the place is entered, leaves what is looked at. */
  const focused = ({ target, currentTarget, relatedTarget }: FocusEvent<HTMLElement>) => {
    const id = formatAt(target)
    const cameFromList = relatedTarget instanceof Element && formatAt(relatedTarget) !== null
    if (id === null || !currentTarget.contains(target)) return
    delivery.state.patch(cameFromList ? { shown: id, tab: 'preview' } : { shown: id })
  }
  const pressed = ({ target }: PointerEvent) => {
    const id = target instanceof Element ? formatAt(target) : null
    if (id !== null) delivery.state.patch({ shown: id, tab: 'preview' })
  }
  return (
    <aside className={styles.formats} aria-label="What goes out" onFocus={focused} onPointerDown={pressed}>
      <PresetBar delivery={delivery} />
      <ListBox
        className={styles.list ?? ''}
        aria-label="Formats"
        data-room-start
        autoFocus
        selectionMode="multiple"
        selectionBehavior="toggle"
        escapeKeyBehavior="none"
        selectedKeys={chosen}
        onSelectionChange={(keys) =>
          changeSetup(session, {
            formats: exporters.filter(({ id }) => keys === 'all' || keys.has(id)).map(({ id }) => id),
          })
        }
      >
        {groups.map(([group, name]) => {
          const formats = exporters.filter((exporter) => exporter.group === group)
          if (formats.length === 0) return null
          return (
            <ListBoxSection key={group} id={`group ${group}`} className={styles.group ?? ''}>
              <Header className={styles.heading ?? ''}>{name}</Header>
              {formats.map((exporter) => (
                <Format key={exporter.id} exporter={exporter} isShown={exporter.id === shown} />
              ))}
            </ListBoxSection>
          )
        })}
      </ListBox>
      <p className={styles.hint}>Space ticks a format, the arrows show what it writes.</p>
    </aside>
  )
}

function Format({ exporter, isShown }: { readonly exporter: Exporter; readonly isShown: boolean }) {
  const { id, label, extension } = exporter
  return (
    <ListBoxItem
      id={id}
      className={styles.format ?? ''}
      textValue={label}
      {...(isShown ? { 'data-shown': true } : {})}
    >
      {({ isSelected }) => (
        <>
          <span className={styles.box} data-on={isSelected || undefined} aria-hidden>
            {isSelected ? <Check size={11} strokeWidth={3} /> : null}
          </span>
          <span className={styles.name} title={label}>
            {briefLabel(exporter)}
          </span>
          <span className={styles.extension}>.{extension}</span>
        </>
      )}
    </ListBoxItem>
  )
}

/** The label without the kind of file in brackets, which stands beside it as the extension. */
function briefLabel({ label }: Exporter): string {
  return label.replace(/ \([^()]*\)$/, '')
}

/** The format whose row an element is, or is in. */
function formatAt(element: Element): string | null {
  const id = element.closest<HTMLElement>('[role="option"]')?.dataset.key
  return exporters.find((each) => each.id === id)?.id ?? null
}
