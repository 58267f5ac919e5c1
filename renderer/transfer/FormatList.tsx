import { ListBox, ListBoxItem } from 'react-aria-components'
import type { Exporter } from '../../shared/formats/format.ts'
import styles from './FormatList.module.css'

type FormatListProps = {
  readonly exporters: readonly Exporter[]
  readonly chosen: Exporter
  readonly onChoose: (exporter: Exporter) => void
}

/** The formats, one of which is chosen; the arrows choose at once. */
export function FormatList({ exporters, chosen, onChoose }: FormatListProps) {
  return (
    <ListBox
      className={styles.list ?? ''}
      aria-label="Format"
      items={exporters}
      autoFocus
      selectionMode="single"
      selectionBehavior="replace"
      disallowEmptySelection
      selectedKeys={[chosen.id]}
      onSelectionChange={(keys) => {
        const format = exporters.find(({ id }) => keys === 'all' || keys.has(id))
        if (format) onChoose(format)
      }}
    >
      {({ id, label, extension }) => (
        <ListBoxItem id={id} className={styles.format ?? ''} textValue={label}>
          <span>{label}</span>
          <span className={styles.extension}>.{extension}</span>
        </ListBoxItem>
      )}
    </ListBox>
  )
}
