import type { ProductionDocument } from '../../shared/model/document.ts'
import { type SocietyReadiness, societyText } from '../../shared/review/societyReadiness.ts'
import { useProjection } from '../review/findings.ts'
import { ReadinessRing } from '../review/ReadinessRing.tsx'
import styles from './SocietyList.module.css'

/** What each society would refuse the sheet for; those that it is made for come first and tell it at once. */
export function SocietyList({ document }: { readonly document: ProductionDocument }) {
  const { societies } = useProjection(document)
  const asked: readonly string[] = document.production.targetSocieties
  const isAsked = ({ society }: SocietyReadiness) => asked.includes(society)
  const ordered = [...societies.filter(isAsked), ...societies.filter((each) => !isAsked(each))]
  if (ordered.length === 0 || Object.keys(document.cues).length === 0) return null
  return (
    <div className={styles.societies}>
      {ordered.map((each) => (
        <details key={each.society} className={styles.society} open={isAsked(each) && !each.isReady}>
          <summary title={each.source}>
            <ReadinessRing percent={each.percent} isReady={each.isReady} />
            <span className={styles.name}>{each.name}</span>
            <span className={styles.figure} data-ready={each.isReady}>
              {each.isReady ? 'would take it' : `would refuse it · ${each.percent}\u00a0%`}
            </span>
          </summary>
          <p>{societyText(each)}</p>
        </details>
      ))}
    </div>
  )
}
