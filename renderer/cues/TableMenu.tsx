import { Columns3 } from 'lucide-react'
import { memo } from 'react'
import {
  Button as AriaButton,
  Header,
  Menu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
} from 'react-aria-components'
import { useSession } from '../store/session.ts'
import { useStore } from '../store/store.ts'
import buttonStyles from '../ui/Button.module.css'
import choiceStyles from '../ui/Choice.module.css'
import styles from './CueTable.module.css'
import { allColumns, shownColumns } from './columns.ts'
import { groupings } from './tableRows.ts'
import { useLayout } from './useLayout.ts'

/** Which columns show and what rows are grouped by. */
export const TableMenu = memo(function TableMenu() {
  const session = useSession()
  const { columns, group } = useStore(session.settings, ({ cueTable }) => cueTable)
  const layout = useLayout()
  const shown = shownColumns(columns).map(({ id }) => id)
  return (
    <MenuTrigger>
      <AriaButton
        className={`${buttonStyles.button} ${buttonStyles.quiet} ${buttonStyles.icon}`}
        aria-label="Columns and groups"
      >
        <Columns3 size={13} />
      </AriaButton>
      <Popover className={`${choiceStyles.popover} ${styles.menu}`} placement="bottom start" offset={3}>
        <Menu
          className={choiceStyles.list ?? ''}
          aria-label="Columns and groups"
          onAction={(key) => {
            if (key === 'bulk') session.moment.patch({ dialog: 'bulkEdit' })
            if (key === 'reset') layout.reset()
          }}
        >
          <MenuSection aria-label="Cues">
            <Item id="bulk" name="Change cues…" />
            <Item id="reset" name="Usual columns" />
          </MenuSection>
          <MenuSection
            selectionMode="single"
            selectedKeys={[group ?? 'none']}
            onSelectionChange={(keys) => {
              const [key] = keys === 'all' ? [] : [...keys]
              layout.groupBy(key === undefined || key === 'none' ? null : String(key))
            }}
          >
            <Header className={choiceStyles.group ?? ''}>Group by</Header>
            <Item id="none" name="Nothing" />
            {groupings.map(({ id, name }) => (
              <Item key={id} id={id} name={name} />
            ))}
          </MenuSection>
          <MenuSection
            selectionMode="multiple"
            selectedKeys={shown.map((id) => `column ${id}`)}
            onSelectionChange={(keys) => {
              if (keys !== 'all')
                layout.show(new Set([...keys].map((key) => String(key).replace('column ', ''))))
            }}
          >
            <Header className={choiceStyles.group ?? ''}>Columns</Header>
            {allColumns.map(({ id, name }) => (
              <Item key={id} id={`column ${id}`} name={name.replace(/:.*/, '')} />
            ))}
          </MenuSection>
        </Menu>
      </Popover>
    </MenuTrigger>
  )
})

function Item({ id, name }: { readonly id: string; readonly name: string }) {
  return (
    <MenuItem id={id} className={`${choiceStyles.option} ${styles.menuItem}`} textValue={name}>
      {({ isSelected }) => (
        <>
          <span className={styles.tick} aria-hidden>
            {isSelected ? '✓' : ''}
          </span>
          <span className={choiceStyles.name}>{name}</span>
        </>
      )}
    </MenuItem>
  )
}
