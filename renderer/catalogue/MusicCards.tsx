import { separateRecording, separateWork } from '../../shared/edits/separateEdits.ts'
import type { Cue } from '../../shared/model/cue.ts'
import { type ProductionDocument, recordsOf } from '../../shared/model/document.ts'
import { workUsers } from '../cues/workUsers.ts'
import { makeId, useSession } from '../store/session.ts'
import { Button } from '../ui/Button.tsx'
import { keepingFocus } from '../ui/keepingFocus.ts'
import styles from './MusicCards.module.css'
import { openCard } from './openCard.ts'

/** Which cues share a cue's work and recording, the way to their cards, and a copy of its own for this cue. */
export function MusicCards({ cue, document }: { readonly cue: Cue; readonly document: ProductionDocument }) {
  const session = useSession()
  if (cue.work === null) return null
  const ofWork = workUsers(document.cues, cue.work)
  const ofRecording = recordsOf(document, 'cues').filter((other) => other.recording === cue.recording).length
  const { work, recording } = cue
  return (
    <div className={styles.cards}>
      <span className={styles.card}>
        <Button
          kind="quiet"
          label="Work card"
          onPress={() => openCard(session, { table: 'works', id: work })}
        />
        <span className={styles.uses}>{usesText(ofWork)}</span>
        {ofWork > 1 ? (
          <Button
            kind="quiet"
            label="Copy for this cue"
            onPress={() => keepingFocus(() => void session.apply(separateWork(cue.id, makeId)))}
          />
        ) : null}
      </span>
      {recording === null ? null : (
        <span className={styles.card}>
          <Button
            kind="quiet"
            label="Recording card"
            onPress={() => openCard(session, { table: 'recordings', id: recording })}
          />
          <span className={styles.uses}>{usesText(ofRecording)}</span>
          {ofRecording > 1 ? (
            <Button
              kind="quiet"
              label="Own copy"
              onPress={() => keepingFocus(() => void session.apply(separateRecording(cue.id, makeId)))}
            />
          ) : null}
        </span>
      )}
    </div>
  )
}

function usesText(count: number): string {
  return count === 1 ? 'this cue only' : `${count} cues`
}
