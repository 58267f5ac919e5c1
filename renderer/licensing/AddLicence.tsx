import { ChevronDown, Plus } from 'lucide-react'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { addLicence } from '../../shared/edits/licenceEdits.ts'
import { neededLicenceKind } from '../../shared/edits/sideStatusEdits.ts'
import type { Cue } from '../../shared/model/cue.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import { type LicenceKind, licenceKinds, licenceSides } from '../../shared/model/licence.ts'
import { makeId, useSession } from '../store/session.ts'
import choiceStyles from '../ui/Choice.module.css'
import { licenceKindNames } from '../ui/words.ts'
import styles from './Licences.module.css'

type AddLicenceProps = { readonly cue: Cue; readonly document: ProductionDocument }

/** Adds a licence of a kind for the cue; the kinds that this use calls for come first. */
export function AddLicence({ cue, document }: AddLicenceProps) {
  const session = useSession()
  const needed = [...new Set(licenceSides.map((side) => neededLicenceKind(document, cue, side)))]
  const kinds = [...needed, ...licenceKinds.filter((kind) => !needed.includes(kind))]
  return (
    <MenuTrigger>
      <Button className={styles.add ?? ''}>
        <Plus size={12} aria-hidden />
        Add licence
        <ChevronDown size={12} aria-hidden />
      </Button>
      <Popover className={choiceStyles.popover ?? ''} offset={2} placement="bottom start">
        <Menu
          className={choiceStyles.list ?? ''}
          aria-label="Kind of licence"
          onAction={(kind) => void session.apply(addLicence(kind as LicenceKind, [cue.id], {}, makeId))}
        >
          {kinds.map((kind) => (
            <MenuItem
              key={kind}
              id={kind}
              textValue={licenceKindNames[kind]}
              className={choiceStyles.option ?? ''}
            >
              <span className={choiceStyles.name}>{licenceKindNames[kind]}</span>
              {needed.includes(kind) ? <span className={choiceStyles.none}>needed here</span> : null}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
