import { percentText } from '../../shared/sheet/percentText.ts'
import { useSession } from '../store/session.ts'
import { Button } from '../ui/Button.tsx'
import { moveCard } from './moveCard.ts'
import { playUse } from './playUse.ts'
import styles from './RightsInspector.module.css'
import type { Rights } from './rights.ts'
import type { RightsCard } from './rightsCards.ts'
import { UseRow } from './UseRow.tsx'

/** A paper that is needed and not there: why, of whom, and the way to begin. */
export function NeedCard({ card, rights }: { readonly card: RightsCard; readonly rights: Rights }) {
  const session = useSession()
  const { holder, paper, share, reason, cues } = card
  return (
    <div>
      <header className={styles.head}>
        <h2>{holder || 'Nobody named yet'}</h2>
        <p>
          {paper}
          {share !== null && share !== 10_000 ? ` for ${percentText(share)}` : ''} · needed, and not asked for
        </p>
      </header>
      <section className={styles.section} aria-label="Why it is needed">
        <p>{reason}</p>
        <div className={styles.actions}>
          <Button label="Start the licence" onPress={() => void moveCard(session, card, 'toRequest')} />
          <Button
            label="What this use needs"
            kind="quiet"
            onPress={() => session.moment.patch({ negotiation: null })}
          />
        </div>
      </section>
      <section className={styles.section} aria-label="Uses">
        <h3>Uses</h3>
        <div className={styles.rows}>
          {cues
            .flatMap((id) => rights.use(id) ?? [])
            .map((use) => (
              <UseRow
                key={use.cue.id}
                use={use}
                document={rights.document}
                onPlay={() => playUse(session, use.cue.id)}
              />
            ))}
        </div>
      </section>
    </div>
  )
}
