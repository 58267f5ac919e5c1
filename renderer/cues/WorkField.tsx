import { useMemo } from 'react'
import { chooseWork, nameCueMusic } from '../../shared/edits/cueMusicEdits.ts'
import type { Cue } from '../../shared/model/cue.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import { folded } from '../../shared/model/folded.ts'
import type { WorkId } from '../../shared/model/ids.ts'
import { ok, type Result } from '../../shared/result.ts'
import { makeId, useSession } from '../store/session.ts'
import { Button } from '../ui/Button.tsx'
import { FieldSuggest } from '../ui/FieldSuggest.tsx'
import { keepingFocus } from '../ui/keepingFocus.ts'
import type { Suggestion } from '../ui/suggestionsFor.ts'
import { writerNames } from './cueMusic.ts'
import styles from './Inspector.module.css'
import { sharedValue } from './sharedValue.ts'
import { useApply } from './useApply.ts'
import { workUsers } from './workUsers.ts'

type WorkFieldProps = { readonly cues: readonly Cue[]; readonly document: ProductionDocument }

/**
 * The work that cues use. The title of another work of the production chooses that one; any other title names a new
 * work, or renames the one that is there, for every cue that uses it.
 */
export function WorkField({ cues, document }: WorkFieldProps) {
  const session = useSession()
  const apply = useApply()
  const ids = cues.map((cue) => cue.id)
  const shared = sharedValue(cues, (cue) => cue.work)
  const work = shared === null ? null : (document.works[shared] ?? null)
  const isMixed = cues.some((cue) => cue.work !== shared)
  const { works, parties } = document
  const suggestions = useMemo(() => worksOf({ works, parties }), [works, parties])
  const choose = (id: WorkId | null) => apply(chooseWork(ids, id), `work ${ids.join(' ')}`)
  const commit = (title: string): Result<unknown> => {
    const known = suggestions.find(({ id, name }) => id !== shared && folded(name) === folded(title))
    if (title === '') return work === null ? ok(null) : choose(null)
    return known ? choose(known.id as WorkId) : nameAll(title)
  }
  const nameAll = (title: string): Result<unknown> => {
    const [first, ...others] = ids
    if (first === undefined) return ok(null)
    const key = `work ${ids.join(' ')}`
    const named = apply(nameCueMusic(first, { work: { title } }, makeId), key)
    const made = session.work.value?.documents.document.cues[first]?.work
    return named.ok && others.length > 0 && made ? apply(chooseWork(others, made), key) : named
  }
  const users = work ? workUsers(document.cues, work.id) : 0
  return (
    <>
      <FieldSuggest
        name="work"
        label="Work"
        isWide
        value={work?.title ?? ''}
        placeholder={isMixed ? 'Mixed' : 'Title of the composition'}
        suggestions={suggestions}
        commit={commit}
        choose={(id) => choose(id as WorkId)}
      />
      {work && users > cues.length ? (
        <p className={styles.sharing}>
          {users} cues use this work; what you change here changes for all of them.
          <Button
            kind="quiet"
            label={cues.length === 1 ? 'Use another for this cue' : 'Use another for these cues'}
            onPress={() => keepingFocus(() => void choose(null))}
          />
        </p>
      ) : null}
    </>
  )
}

const byName = new Intl.Collator().compare

function worksOf(document: Pick<ProductionDocument, 'works' | 'parties'>): readonly Suggestion[] {
  return Object.values(document.works)
    .filter(({ title }) => title !== '')
    .map((work) => ({ id: work.id, name: work.title, note: writerNames(document, work).join(', ') }))
    .toSorted((a, b) => byName(a.name, b.name))
}
