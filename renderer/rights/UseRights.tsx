import { stopOverruling } from '../../shared/edits/overrulingEdits.ts'
import { type Need, type NeedState, paperNames } from '../../shared/licensing/need.ts'
import { countingLicences } from '../../shared/model/countingLicences.ts'
import type { CueUse } from '../../shared/sheet/cueUse.ts'
import { percentText } from '../../shared/sheet/percentText.ts'
import { sideTitles } from '../licensing/SideRow.tsx'
import { StateSign } from '../licensing/StateSign.tsx'
import { useSession } from '../store/session.ts'
import { Button } from '../ui/Button.tsx'
import { licenceKindNames, statusNames } from '../ui/words.ts'
import { Alternatives } from './Alternatives.tsx'
import { playUse } from './playUse.ts'
import styles from './RightsInspector.module.css'
import type { Rights } from './rights.ts'
import { UseRow } from './UseRow.tsx'

const signs: Readonly<Record<NeedState, { readonly sign: string; readonly word: string }>> = {
  open: { sign: '○', word: 'open' },
  underWay: { sign: '◐', word: 'under way' },
  met: { sign: '●', word: 'in hand' },
  overruled: { sign: '–', word: 'not needed, as decided' },
}

/** What one use needs, each paper with its reason and source, and the licences that it has. */
export function UseRights({ use, rights }: { readonly use: CueUse; readonly rights: Rights }) {
  const session = useSession()
  const needs = rights.needs(use)
  const counting = countingLicences(use.licences)
  const others = use.licences.filter((licence) => !counting.includes(licence))
  return (
    <div>
      <header className={styles.head}>
        <h2>{use.title || 'Untitled cue'}</h2>
        <p>
          {use.cue.number} · {use.recording?.artist || use.work?.title || 'nothing known of the music yet'}
        </p>
      </header>
      <section className={styles.section} aria-label="Use">
        <div className={styles.rows}>
          <UseRow use={use} document={rights.document} onPlay={() => playUse(session, use.cue.id)} />
        </div>
      </section>
      <section className={styles.section} aria-label="Licences of the use">
        <h3>Licences</h3>
        {use.licences.length === 0 ? <p className={styles.dim}>None yet.</p> : null}
        <div className={styles.rows}>
          {[...counting, ...others].map((licence) => (
            <button
              key={licence.id}
              type="button"
              className={styles.row}
              onClick={() => session.moment.patch({ negotiation: { licence: licence.id } })}
            >
              <StateSign state={licence.status} />
              <span className={styles.grow}>{licence.licensor || licenceKindNames[licence.kind]}</span>
              <span className={styles.dim}>
                {licence.grants.map((side) => sideTitles[side]).join(' + ')} {percentText(licence.share)} ·{' '}
                {statusNames[licence.status].toLowerCase()}
              </span>
            </button>
          ))}
        </div>
      </section>
      {rights.clearance(use.cue.id)?.isCleared === false ? (
        <Alternatives use={use} rate={rights.document.production.rate} />
      ) : null}
      <section className={styles.section} aria-label="What it needs">
        <h3>What it needs</h3>
        {needs.map((need) => (
          <NeedRow key={need.key} need={need} use={use} />
        ))}
        {needs.length === 0 ? <p className={styles.dim}>Nothing.</p> : null}
      </section>
    </div>
  )
}

function NeedRow({ need, use }: { readonly need: Need; readonly use: CueUse }) {
  const session = useSession()
  const { paper, side, holder, share, reason, source, state, overruling } = need
  const part = share !== null && share !== 10_000 ? percentText(share) : ''
  const name = paperNames[paper]
  const back = () => void session.apply(stopOverruling([use.cue.id], { paper, side }))
  return (
    <div className={styles.need} data-need={paper}>
      <span
        className={styles.sign}
        data-state={state}
        role="img"
        aria-label={signs[state].word}
        title={signs[state].word}
      >
        {signs[state].sign}
      </span>
      <span className={styles.paper}>
        <b>{name}</b>{' '}
        {[side && paper !== side ? sideTitles[side].toLowerCase() : '', holder, part]
          .filter(Boolean)
          .join(' · ')}
      </span>
      {overruling ? (
        <Button kind="quiet" label="Take back" onPress={back} />
      ) : (
        <Button
          kind="quiet"
          label="Decide…"
          onPress={() => session.moment.patch({ dialog: 'overrule', overruled: { cue: use.cue.id, need } })}
        />
      )}
      <span className={styles.why}>
        {overruling
          ? `Decided${overruling.day ? ` on ${overruling.day}` : ''}${overruling.author ? ` by ${overruling.author}` : ''}: ${overruling.reason}`
          : reason}{' '}
        <span className={styles.source} title={source}>
          [{source}]
        </span>
      </span>
    </div>
  )
}
