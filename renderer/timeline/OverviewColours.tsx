import { Check, ChevronDown } from 'lucide-react'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { keepSettings } from '../settings/keepSettings.ts'
import { useSession } from '../store/session.ts'
import { useStore } from '../store/store.ts'
import choiceStyles from '../ui/Choice.module.css'
import styles from './Overview.module.css'
import { looksOf, type OverviewColour, overviewColourNames } from './overviewColours.ts'

const choices = Object.keys(overviewColourNames) as OverviewColour[]

/** Chooses what the colours of the overview tell, and says which means what. */
export function OverviewColours() {
  const session = useSession()
  const by = useStore(session.settings, (settings) => settings.overviewColour)
  return (
    <div className={styles.colours} onPointerDown={(event) => event.stopPropagation()}>
      <MenuTrigger>
        <Button
          className={styles.choice ?? ''}
          aria-label={`Colours of the overview: ${overviewColourNames[by]}`}
        >
          {overviewColourNames[by]}
          <ChevronDown size={11} aria-hidden />
        </Button>
        <Popover className={choiceStyles.popover ?? ''} offset={2} placement="bottom end">
          <Menu
            className={choiceStyles.list ?? ''}
            aria-label="Colours of the overview"
            selectionMode="single"
            selectedKeys={[by]}
            onAction={(key) => void keepSettings(session, { overviewColour: key as OverviewColour })}
          >
            {choices.map((choice) => (
              <MenuItem
                key={choice}
                id={choice}
                textValue={overviewColourNames[choice]}
                className={choiceStyles.option ?? ''}
              >
                {({ isSelected }) => (
                  <>
                    <span className={choiceStyles.tick}>
                      {isSelected ? <Check size={12} aria-hidden /> : null}
                    </span>
                    <span className={choiceStyles.name}>{overviewColourNames[choice]}</span>
                  </>
                )}
              </MenuItem>
            ))}
          </Menu>
          <Legend by={by} />
        </Popover>
      </MenuTrigger>
    </div>
  )
}

function Legend({ by }: { readonly by: OverviewColour }) {
  return (
    <ul className={styles.legend} aria-label="What the colours mean">
      {looksOf(by).map(({ name, colour, top, bottom }) => (
        <li key={name} className={styles.look}>
          <span className={styles.swatch} aria-hidden>
            <span
              className={styles.ink}
              style={{
                background: `var(${colour})`,
                top: `${top * 100}%`,
                bottom: `${(1 - bottom) * 100}%`,
              }}
            />
          </span>
          {name}
        </li>
      ))}
    </ul>
  )
}
