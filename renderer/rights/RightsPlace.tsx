import { useStages } from '../app/useStages.ts'
import type { Moment } from '../store/moment.ts'
import type { OpenWork } from '../store/session.ts'
import { useSession } from '../store/session.ts'
import { useStore } from '../store/store.ts'
import { ChoiceSegments } from '../ui/ChoiceSegments.tsx'
import { Board } from './Board.tsx'
import { RightsInspector } from './RightsInspector.tsx'
import { RightsMap } from './RightsMap.tsx'
import styles from './RightsPlace.module.css'
import { RightsTable } from './RightsTable.tsx'
import { useRights } from './useRights.ts'

const views: readonly { readonly id: Moment['rightsView']; readonly name: string }[] = [
  { id: 'board', name: 'Board' },
  { id: 'holder', name: 'By holder' },
  { id: 'song', name: 'By song' },
  { id: 'cue', name: 'By cue' },
]

/** The place Rights below the picture: the map of the programme, the licences, and what is picked of them. */
export function RightsPlace({ work }: { readonly work: OpenWork }) {
  const session = useSession()
  const view = useStore(session.moment, (moment) => moment.rightsView)
  const rights = useRights(work)
  const stage = useStages(3, rights ? 'ready' : '')
  return (
    <div className={styles.place}>
      {rights && stage >= 1 ? <RightsMap work={work} /> : <div className={styles.mapSpace} />}
      <div className={styles.main}>
        <section className={styles.licences} aria-label="Licences">
          <div className={styles.bar}>
            <ChoiceSegments
              name="rightsView"
              label="How licences are laid out"
              layout="bare"
              options={views}
              value={view}
              onChange={(rightsView) => session.moment.patch({ rightsView })}
            />
            <span className={styles.keys}>
              {view === 'board' ? 'Enter plays · Shift+← → moves · M moves to…' : 'Enter plays · F2 edits'}
            </span>
          </div>
          {!rights || stage < 2 ? null : view === 'board' ? (
            <Board rights={rights} />
          ) : (
            <RightsTable rights={rights} grouping={view} />
          )}
        </section>
        <aside className={styles.inspector} aria-label="Licence">
          {rights && stage >= 3 ? <RightsInspector rights={rights} work={work} /> : null}
        </aside>
      </div>
    </div>
  )
}
