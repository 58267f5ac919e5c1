import { ChevronDown, Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components'
import { addLicence, coverCues } from '../../shared/edits/licenceEdits.ts'
import { neededLicenceKind } from '../../shared/edits/sideStatusEdits.ts'
import type { Cue } from '../../shared/model/cue.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import { type Licence, type LicenceKind, licenceKinds, licenceSides } from '../../shared/model/licence.ts'
import { makeId, useSession } from '../store/session.ts'
import choiceStyles from '../ui/Choice.module.css'
import { licenceKindNames } from '../ui/words.ts'
import styles from './Licences.module.css'
import { offeredLicences } from './offeredLicences.ts'
import { StateSign } from './StateSign.tsx'
import { sideStateName } from './sideStates.ts'

const allHeld = 'all'

type AddLicenceProps = { readonly cues: readonly Cue[]; readonly document: ProductionDocument }

/**
 * Adds cues to a licence that is held for other uses of their music, or adds a licence of a kind for them; the kinds
 * that these uses call for come first.
 */
export function AddLicence({ cues, document }: AddLicenceProps) {
  return (
    <MenuTrigger>
      <Button className={styles.add ?? ''}>
        <Plus size={12} aria-hidden />
        Add licence
        <ChevronDown size={12} aria-hidden />
      </Button>
      <Popover className={choiceStyles.popover ?? ''} offset={2} placement="bottom start">
        <LicenceMenu cues={cues} document={document} />
      </Popover>
    </MenuTrigger>
  )
}

/** What can be added; all licences are looked through for it, so only once it is open. */
function LicenceMenu({ cues, document }: AddLicenceProps) {
  const session = useSession()
  const ids = cues.map(({ id }) => id)
  const held = offeredLicences(document, cues)
  return (
    <Menu
      className={choiceStyles.list ?? ''}
      aria-label="Licence"
      onAction={(key) => {
        const chosen = held.map(({ id }) => id).filter((id) => key === allHeld || key === id)
        if (chosen.length > 0) session.apply(coverCues(chosen, ids))
        else session.apply(addLicence(key as LicenceKind, ids, {}, makeId))
      }}
    >
      {held.length > 0 ? (
        <Section title="Held for this music">
          {held.map((licence) => (
            <HeldLicence key={licence.id} licence={licence} />
          ))}
          {held.length > 1 ? <Entry id={allHeld} name="All of these" /> : null}
        </Section>
      ) : null}
      <Section title="New licence">
        {kindsFor(document, cues).map(({ kind, isNeeded }) => (
          <Entry
            key={kind}
            id={kind}
            name={licenceKindNames[kind]}
            note={isNeeded ? 'needed here' : undefined}
          />
        ))}
      </Section>
    </Menu>
  )
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <MenuSection>
      <Header className={choiceStyles.group ?? ''}>{title}</Header>
      {children}
    </MenuSection>
  )
}

function HeldLicence({ licence }: { readonly licence: Licence }) {
  const { id, kind, licensor, status, cues } = licence
  return (
    <Entry
      id={id}
      name={[licenceKindNames[kind], licensor].filter(Boolean).join(', ')}
      note={`${sideStateName(status).toLowerCase()}, ${cues.length === 1 ? '1 cue' : `${cues.length} cues`}`}
      sign={<StateSign state={status} />}
    />
  )
}

type EntryProps = {
  readonly id: string
  readonly name: string
  readonly note?: string | undefined
  readonly sign?: ReactNode
}

function Entry({ id, name, note, sign }: EntryProps) {
  return (
    <MenuItem id={id} textValue={name} className={choiceStyles.option ?? ''}>
      {sign}
      <span className={choiceStyles.name}>{name}</span>
      {note ? <span className={choiceStyles.none}>{note}</span> : null}
    </MenuItem>
  )
}

function kindsFor(document: ProductionDocument, cues: readonly Cue[]) {
  const needed = new Set(
    cues.flatMap((cue) => licenceSides.map((side) => neededLicenceKind(document, cue, side))),
  )
  const others = licenceKinds.filter((kind) => !needed.has(kind))
  return [...needed, ...others].map((kind) => ({ kind, isNeeded: needed.has(kind) }))
}
