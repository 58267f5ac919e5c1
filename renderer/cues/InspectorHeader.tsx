import { type RefObject, useLayoutEffect, useRef } from 'react'
import { updateCues } from '../../shared/edits/cueFieldEdits.ts'
import type { Cue } from '../../shared/model/cue.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import type { Finding } from '../../shared/model/finding.ts'
import type { CueId } from '../../shared/model/ids.ts'
import type { Work } from '../../shared/model/work.ts'
import { TitleField } from '../catalogue/TitleField.tsx'
import { useSession } from '../store/session.ts'
import { useStore } from '../store/store.ts'
import { CuePicture } from '../thumbnails/CuePicture.tsx'
import { FieldText } from '../ui/FieldText.tsx'
import { TagChip } from '../ui/TagChip.tsx'
import { FindingsBadge } from './FindingsBadge.tsx'
import styles from './Inspector.module.css'
import { useApply } from './useApply.ts'

type InspectorHeaderProps = {
  readonly cue: Cue
  readonly work: Work | null
  readonly findings: readonly Finding[]
  readonly document: ProductionDocument
}

/** Number and title of the cue. An empty title means the work's, which then shows through. */
export function InspectorHeader({ cue, work, findings, document }: InspectorHeaderProps) {
  const apply = useApply()
  const title = useWantedTitle(cue.id)
  return (
    <header className={styles.header}>
      <CuePicture cue={cue} document={document} />
      <TagChip type={cue.type} />
      <div className={styles.number}>
        <FieldText
          name="number"
          label="Number"
          layout="bare"
          look="code"
          placeholder="No."
          value={cue.number}
          commit={(number) => apply(updateCues([cue.id], { number }), `number ${cue.id}`)}
        />
      </div>
      <div className={styles.title} ref={title}>
        <TitleField cue={cue} work={work} document={document} />
      </div>
      <FindingsBadge findings={findings} />
    </header>
  )
}

/** Where the title is, which takes the keyboard when it is wanted for this cue. */
function useWantedTitle(cue: CueId): RefObject<HTMLDivElement | null> {
  const session = useSession()
  const place = useRef<HTMLDivElement>(null)
  const isWanted = useStore(session.moment, ({ titleWanted }) => titleWanted === cue)
  useLayoutEffect(() => {
    if (!isWanted) return
    place.current?.querySelector('input')?.focus()
    session.moment.patch({ titleWanted: null })
  }, [isWanted, session])
  return place
}
