import { X } from 'lucide-react'
import { removeLicences, renewLicence, takeBackStatus } from '../../shared/edits/licenceEdits.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import type { Licence, LicenceStep } from '../../shared/model/licence.ts'
import { isEnded } from '../../shared/model/licenceStatus.ts'
import { StateSign } from '../licensing/StateSign.tsx'
import { today } from '../licensing/today.ts'
import { useProjection } from '../review/findings.ts'
import { makeId, useSession } from '../store/session.ts'
import { Button } from '../ui/Button.tsx'
import { licenceKindNames, statusNames } from '../ui/words.ts'
import { LicenceDeal } from './LicenceDeal.tsx'
import { LicenceFiles } from './LicenceFiles.tsx'
import { LicenceTermsFields } from './LicenceTermsFields.tsx'
import { author } from './moveCard.ts'
import { playUse } from './playUse.ts'
import styles from './RightsInspector.module.css'
import type { Rights } from './rights.ts'
import { UseRow } from './UseRow.tsx'

type LicenceEditorProps = {
  readonly licence: Licence
  readonly document: ProductionDocument
  readonly rights: Rights
}

/** Everything about one licence, and the uses that it covers. */
export function LicenceEditor({ licence, document, rights }: LicenceEditorProps) {
  const session = useSession()
  const kind = licenceKindNames[licence.kind]
  const uses = licence.cues.flatMap((id) => rights.use(id) ?? [])
  return (
    <div data-licence={licence.id}>
      <header className={styles.head}>
        <h2>{licence.licensor || 'Nobody named yet'}</h2>
        <p>
          {kind} · {uses[0]?.title ?? 'not in the cut'}
          {licence.cues.length > 1 ? ` · ${licence.cues.length} cues` : ''}
        </p>
        <Conflicts licence={licence} document={document} />
      </header>
      <LicenceDeal licence={licence} document={document} />
      <Course licence={licence} />
      <LicenceTermsFields licence={licence} />
      <LicenceFiles licence={licence} />
      <section className={styles.section} aria-label="Uses">
        <h3>Uses</h3>
        <div className={styles.rows}>
          {uses.map((use) => (
            <UseRow
              key={use.cue.id}
              use={use}
              document={document}
              onPlay={() => playUse(session, use.cue.id)}
            />
          ))}
        </div>
        <div className={styles.actions}>
          <Button
            kind="quiet"
            label="What this use needs"
            onPress={() => session.moment.patch({ negotiation: null })}
          />
          <Button
            kind="quiet"
            label={`Remove the ${kind}`}
            icon={
              <>
                <X size={12} /> Remove
              </>
            }
            onPress={() => void session.apply(removeLicences([licence.id]))}
          />
        </div>
      </section>
    </div>
  )
}

/** What the review says against the licence. */
function Conflicts({ licence, document }: Omit<LicenceEditorProps, 'rights'>) {
  const { findingsOf } = useProjection(document)
  const messages = licence.cues.flatMap((cue) =>
    (findingsOf.get(cue) ?? [])
      .filter((finding) => finding.licence === licence.id)
      .map(({ message }) => message),
  )
  return [...new Set(messages)].map((message) => (
    <span key={message} className={styles.conflict}>
      ▲ {message}
    </span>
  ))
}

/** What was recorded step by step, else the days that are known. */
function stepsOf(licence: Licence): readonly LicenceStep[] {
  if (licence.history.length > 0) return licence.history
  const days = (['requested', 'quoted', 'approved', 'executed', 'paid'] as const).map((status) => ({
    ...{ status, day: licence[status], author: '' },
  }))
  return days.filter(({ day }) => day !== '')
}

/** What happened to the licence, the latest last, each with its day. */
function Course({ licence }: { readonly licence: Licence }) {
  const session = useSession()
  const history = stepsOf(licence)
  const renew = () => {
    const id = makeId<'licences'>()
    const recorded = { day: today(), author: author(session) }
    const done = session.apply(renewLicence(licence.id, {}, recorded, () => id as never))
    if (done) session.moment.patch({ negotiation: { licence: id } })
  }
  return (
    <section className={styles.section} aria-label="History of the licence">
      <h3>History</h3>
      {history.length === 0 ? (
        <p className={styles.dim}>Nothing is recorded yet.</p>
      ) : (
        <ol className={styles.steps}>
          {history.map(({ status, day, author: who }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same step may be taken twice on one day
            <li key={index}>
              <StateSign state={status} />
              <span>{statusNames[status]}</span>
              <time dateTime={day}>{day}</time>
              <span className={styles.author}>{who}</span>
            </li>
          ))}
        </ol>
      )}
      <div className={styles.actions}>
        {licence.history.length > 0 ? (
          <Button
            kind="quiet"
            label="Take back the last step"
            onPress={() => void session.apply(takeBackStatus(licence.id))}
          />
        ) : null}
        {isEnded(licence.status) || licence.status === 'paid' ? (
          <Button label="Ask anew" onPress={renew} />
        ) : null}
      </div>
    </section>
  )
}
