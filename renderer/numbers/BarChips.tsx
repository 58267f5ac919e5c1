import { X } from 'lucide-react'
import { memo } from 'react'
import { Button } from 'react-aria-components'
import { commandById } from '../commands/commands.ts'
import { keyText } from '../commands/keymap.ts'
import { useProjection } from '../review/findings.ts'
import { useDocument } from '../review/useDocument.ts'
import { useSession } from '../store/session.ts'
import styles from './BarChips.module.css'
import { type BarFilter, withBarToggled } from './barFilter.ts'
import { axisNames, barName } from './barNames.ts'
import { useBarFilters } from './useBarFilters.ts'

/** The bars whose cues the table shows; a press on one takes it away. */
export const BarChips = memo(function BarChips() {
  const session = useSession()
  const filters = useBarFilters()
  const numbers = useProjection(useDocument())?.numbers
  if (filters.length === 0) return null
  const nameOf = ({ axis, key }: BarFilter) => {
    const bar = numbers?.bars[axis].find((each) => each.key === key)
    return barName(axis, bar ?? { key, name: '' })
  }
  const clear = commandById('numbers.clear')
  const [keys] = clear.keys
  return (
    <span className={styles.chips}>
      {filters.map((filter) => (
        <Button
          key={filter.axis}
          className={styles.chip ?? ''}
          aria-label={`Stop showing only ${axisNames[filter.axis]}: ${nameOf(filter)}`}
          onPress={() => session.moment.patch({ bars: withBarToggled(filters, filter) })}
        >
          {axisNames[filter.axis]}: <strong>{nameOf(filter)}</strong>
          <X size={11} aria-hidden />
        </Button>
      ))}
      {keys ? <kbd title={clear.label}>{keyText(keys)}</kbd> : null}
    </span>
  )
})
