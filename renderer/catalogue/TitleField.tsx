import { updateCues } from '../../shared/edits/cueFieldEdits.ts'
import { giveMusic } from '../../shared/edits/giveMusicEdits.ts'
import type { Cue } from '../../shared/model/cue.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import type { Work } from '../../shared/model/work.ts'
import { ok } from '../../shared/result.ts'
import { useApply } from '../cues/useApply.ts'
import { useSession } from '../store/session.ts'
import { FieldSuggest } from '../ui/FieldSuggest.tsx'
import { takeFromCatalogue } from './catalogueOffers.ts'
import { earlierUse, titleOffers } from './titleOffers.ts'
import { useLookUp } from './useLookUp.ts'

type TitleFieldProps = {
  readonly cue: Cue
  readonly work: Work | null
  readonly document: ProductionDocument
}

/**
 * The title of a cue. An empty one means the work's, which then shows through. What is typed finds music of the production and of the
 * catalogue; taking one brings work, recording, holders and shares, and what an earlier use says.
 */
export function TitleField({ cue, work, document }: TitleFieldProps) {
  const session = useSession()
  const apply = useApply()
  const { lookUp, entryOf } = useLookUp('title')
  const choose = (id: string) => {
    const entry = entryOf(id)
    if (entry) return ok(takeFromCatalogue(session, [cue.id], entry, `title ${cue.id}`))
    const now = session.work.value?.documents.document ?? document
    const offer = titleOffers(now).find((candidate) => candidate.id === id)
    if (!offer) return ok(null)
    return apply(giveMusic([cue.id], offer, earlierUse(now, offer.work)), `title ${cue.id}`)
  }
  return (
    <FieldSuggest
      name="title"
      label="Title"
      layout="bare"
      look={work?.title ? 'inherited' : 'large'}
      placeholder={work?.title || 'Untitled'}
      value={cue.title}
      suggestions={() => titleOffers(document)}
      lookUp={lookUp}
      choose={choose}
      storesOnPause
      leavesWithOffer
      commit={(title) => apply(updateCues([cue.id], { title }), `title ${cue.id}`)}
    />
  )
}
